import type { Dependency } from './dependency';

const pattern =
  /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?:\(([^()]*)\)|@\s*(\S+)|([^;#]*))/;

/** Reads a requirement of https://peps.python.org/pep-0508/ that starts at an offset: `name[extra]>=1,<2; marker`. */
export function requirementAt(offset: number, requirement: string): Dependency | undefined {
  const found = pattern.exec(requirement);
  const [, name] = found ?? [];
  if (found === null || name === undefined) {
    return undefined;
  }
  const range = (found[2] ?? found[3] ?? found[4] ?? '').trim();
  const start = offset + found[0].indexOf(name);
  return {
    ecosystem: 'PyPI',
    name,
    range: range === '' ? undefined : range,
    start,
    end: start + name.length,
  };
}
