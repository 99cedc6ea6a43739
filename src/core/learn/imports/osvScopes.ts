import type { Scope } from '../../lesson/lesson';
import { ecosystems, isEcosystem } from '../../lesson/packages/ecosystems';
import { lineIn, listIn, recordIn } from './json';
import type { Affected } from './osvAffected';

type ScopePackage = NonNullable<Scope['packages']>[number];

interface ScopesOfRecord {
  readonly scopes: readonly Scope[];
  /** Code that the patterns hit. */
  readonly examples: readonly string[];
}

const mostPackages = 30;
const mostCalls = 30;

/**
 * Where a record matters to those who use the package: files and manifests that take an affected version, and in them the
 * calls of what is affected. Not the symbols as such: a scope's symbols are those that a file defines itself.
 */
export function scopesOf(affected: readonly Affected[]): ScopesOfRecord {
  const packages = affected.flatMap(packagesOf).slice(0, mostPackages);
  if (packages.length === 0) {
    return { scopes: [], examples: [] };
  }
  const calls = [...new Set(affected.flatMap(callsOf))].slice(0, mostCalls);
  // Each has a list of its own, as YAML would name one that both have.
  const wide: Scope = { packages: packages.map((one) => ({ ...one })) };
  const [first] = calls;
  return first === undefined
    ? { scopes: [wide], examples: [] }
    : {
        scopes: [{ packages, pattern: String.raw`\b(?:${calls.map(escaped).join('|')})\b` }, wide],
        examples: [first],
      };
}

function packagesOf({ package: named = {}, ranges = [] }: Affected): readonly ScopePackage[] {
  const { name, ecosystem = '' } = named;
  // No manifest declares Go's own library, so that its version cannot be told.
  if (name === undefined || !isEcosystem(ecosystem) || isGoItself(named)) {
    return [];
  }
  const stretches = ranges
    .filter(({ type }) => type !== 'GIT')
    .flatMap(({ events = [] }) => stretchesOf(events, ecosystem === 'npm' ? ' ' : ', '));
  const { isRange } = ecosystems[ecosystem];
  // One that holds every version says nothing.
  const isEvery = stretches.length === 0 || stretches.some((range) => range === '' || !isRange(range));
  return isEvery ? [{ ecosystem, name }] : stretches.map((range) => ({ ecosystem, name, range }));
}

type Events = NonNullable<NonNullable<Affected['ranges']>[number]['events']>;

/** Each stretch of versions between two events, as a range; empty for all versions. */
function stretchesOf(events: Events, joint: string): readonly string[] {
  const stretches: string[] = [];
  let low: string | undefined;
  for (const { introduced, fixed, last_affected: last } of events) {
    if (introduced !== undefined) {
      low = introduced;
    } else if (low !== undefined && (fixed ?? last) !== undefined) {
      const high = fixed === undefined ? `<=${last}` : `<${fixed}`;
      stretches.push(low === '0' ? high : `>=${low}${joint}${high}`);
      low = undefined;
    }
  }
  return low === undefined ? stretches : [...stretches, low === '0' ? '' : `>=${low}`];
}

/** How code names the affected functions of a package; methods have no name of their own where they are called. */
function callsOf({ package: named = {}, ecosystem_specific: specific }: Affected): readonly string[] {
  const { imports, affects, affected_functions: older } = recordIn(specific);
  if (named.ecosystem === 'Go') {
    return isGoItself(named) ? [] : listIn(imports).flatMap(goCalls);
  }
  const functions = [...listIn(recordIn(affects).functions), ...listIn(older)];
  return named.ecosystem === 'crates.io' ? functions.flatMap(rustCall) : [];
}

function goCalls(one: unknown): readonly string[] {
  const { path, symbols } = recordIn(one);
  // The last part of a path names the package, but for that of a version.
  const name = /([A-Za-z]\w*)(?:\/v\d+)?$/.exec(lineIn(path) ?? '')?.[1];
  const exported = listIn(symbols).flatMap((symbol) => /^[A-Z]\w*$/.exec(lineIn(symbol) ?? '')?.[0] ?? []);
  return name === undefined ? [] : exported.map((symbol) => `${name}.${symbol}`);
}

/** `time::at` of `time::at`, `module::call` of `crate::module::call`; none of a method, which follows a type. */
function rustCall(one: unknown): readonly string[] {
  const parts = (lineIn(one) ?? '').split('::');
  const [last = '', above = ''] = parts.toReversed();
  return /^[a-z_]\w*$/.test(last) && /^[a-z_]\w*$/.test(above) ? [`${above}::${last}`] : [];
}

function isGoItself({ ecosystem, name }: NonNullable<Affected['package']>): boolean {
  return ecosystem === 'Go' && (name === 'stdlib' || name === 'toolchain');
}

function escaped(code: string): string {
  return code.replace(/\./g, '\\.');
}
