import { conforms } from '../../lesson/conforms';
import { type FrontMatter, vocabulary } from '../../lesson/vocabulary';
import { lineIn, listIn, plainData, recordIn } from './json';

export type Affected = NonNullable<FrontMatter['affected']>[number];
type AffectedRange = NonNullable<Affected['ranges']>[number];

const noAdditions = { factors: [], origins: [] };
/** Lists of every version are for machines; ranges say the same in a line. */
const mostVersions = 100;
const longestSpecifics = 8000;
const most = 40;

/** What a record says was affected, as far as a lesson can say it too. */
export function affectedIn(record: Readonly<Record<string, unknown>>): readonly Affected[] {
  const overall = listIn(record.severity);
  return listIn(record.affected)
    .slice(0, most)
    .map((one) => affectedOf(recordIn(one), overall))
    .filter((one) => Object.keys(one).length > 0 && conforms(vocabulary.affected.of, one, noAdditions));
}

function affectedOf(one: Readonly<Record<string, unknown>>, overall: readonly unknown[]): Affected {
  const { package: named, severity, ranges, versions } = one;
  const package_ = someKeys(recordIn(named), ['ecosystem', 'name', 'purl']);
  const scores = (listIn(severity).length > 0 ? listIn(severity) : overall).map((score) =>
    someKeys(recordIn(score), ['type', 'score']),
  );
  const kept = listIn(ranges).slice(0, most).map(recordIn).flatMap(rangeOf);
  const listed = listIn(versions).flatMap((version) => lineIn(version, 100) ?? []);
  return {
    ...(Object.keys(package_).length > 0 && { package: package_ }),
    ...(scores.length > 0 && { severity: scores.slice(0, 5) }),
    ...(kept.length > 0 && { ranges: kept }),
    ...(listed.length > 0 &&
      (kept.length === 0 || listed.length <= mostVersions) && { versions: listed.slice(0, 500) }),
    ...specifics(one, 'ecosystem_specific'),
    ...specifics(one, 'database_specific'),
  };
}

function rangeOf(range: Readonly<Record<string, unknown>>): readonly AffectedRange[] {
  const type = lineIn(range.type);
  const events = listIn(range.events)
    .slice(0, 200)
    .map((event) => someKeys(recordIn(event), ['introduced', 'fixed', 'last_affected', 'limit']))
    .filter((event) => Object.keys(event).length > 0);
  if ((type !== 'GIT' && type !== 'SEMVER' && type !== 'ECOSYSTEM') || events.length === 0) {
    return [];
  }
  return [{ type, ...someKeys(range, ['repo']), events }];
}

function someKeys<K extends string>(
  record: Readonly<Record<string, unknown>>,
  keys: readonly K[],
): { readonly [P in K]?: string } {
  const known = keys.flatMap((key) => {
    const line = lineIn(record[key]);
    return line === undefined ? [] : [[key, line] as const];
  });
  return Object.fromEntries(known) as { [P in K]?: string };
}

function specifics(
  one: Readonly<Record<string, unknown>>,
  key: 'ecosystem_specific' | 'database_specific',
): Pick<Affected, 'ecosystem_specific' | 'database_specific'> {
  const data = plainData(recordIn(one[key])) as object;
  const isKept = Object.keys(data).length > 0 && JSON.stringify(data).length <= longestSpecifics;
  return isKept ? { [key]: data } : {};
}
