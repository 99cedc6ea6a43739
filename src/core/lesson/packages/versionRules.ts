/** How an ecosystem writes and orders versions. */
export interface VersionRules {
  /** Whether a lesson may write this as a range. */
  isRange(range: string): boolean;
  /**
   * Whether what a manifest declares leaves room for a version of a lesson's range; `undefined` where it names no versions,
   * as an address of a repository does.
   */
  admits(declared: string, range: string): boolean | undefined;
}

/** Longer ranges are nobody's, and what compares them may take quadratic time. */
export const longestRange = 200;

/** A stretch of versions; an end that is absent is open. */
export interface Interval<V> {
  readonly low?: Bound<V>;
  readonly high?: Bound<V>;
}

export interface Bound<V> {
  readonly version: V;
  readonly isIncluded: boolean;
}

/** Below zero where the first version is the older one. */
export type Compare<V> = (a: V, b: V) => number;

/** Any of its intervals; `undefined` where the text is none. */
export type ReadRange<V> = (text: string) => readonly Interval<V>[] | undefined;

/** @param declared reads what manifests write, where that differs from what lessons do */
export function intervalRules<V>(
  compare: Compare<V>,
  range: ReadRange<V>,
  declared: ReadRange<V> = range,
): VersionRules {
  return {
    isRange: (text) => text.length <= longestRange && range(text) !== undefined,
    admits(given, wanted) {
      const [left, right] = given.length > longestRange ? [] : [declared(given), range(wanted)];
      return left && right?.some((b) => left.some((a) => !isEmpty(common(a, b, compare), compare)));
    },
  };
}

/** Intervals that hold what both do, those without any version left out. */
export function intersection<V>(
  left: readonly Interval<V>[],
  right: readonly Interval<V>[],
  compare: Compare<V>,
): readonly Interval<V>[] {
  return left
    .flatMap((a) => right.map((b) => common(a, b, compare)))
    .filter((interval) => !isEmpty(interval, compare));
}

function common<V>(a: Interval<V>, b: Interval<V>, compare: Compare<V>): Interval<V> {
  return {
    low: tighter(a.low, b.low, (order) => order > 0, compare),
    high: tighter(a.high, b.high, (order) => order < 0, compare),
  };
}

function tighter<V>(
  a: Bound<V> | undefined,
  b: Bound<V> | undefined,
  wins: (order: number) => boolean,
  compare: Compare<V>,
): Bound<V> | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  const order = compare(a.version, b.version);
  return order === 0 ? (a.isIncluded ? b : a) : wins(order) ? a : b;
}

function isEmpty<V>({ low, high }: Interval<V>, compare: Compare<V>): boolean {
  if (low === undefined || high === undefined) {
    return false;
  }
  const order = compare(low.version, high.version);
  return order > 0 || (order === 0 && !(low.isIncluded && high.isIncluded));
}

/** What one comparison with a version leaves over. */
export function compared<V>(operator: string, version: V): readonly Interval<V>[] | undefined {
  const [included, excluded] = [true, false].map((isIncluded) => ({ version, isIncluded }));
  switch (operator) {
    case '':
    case '=':
    case '==':
      return [{ low: included, high: included }];
    case '!=':
      return [{ high: excluded }, { low: excluded }];
    case '<':
      return [{ high: excluded }];
    case '<=':
      return [{ high: included }];
    case '>':
      return [{ low: excluded }];
    case '>=':
      return [{ low: included }];
    default:
      return undefined;
  }
}

const comparison = /^\s*([<>=!~^]*)\s*([^\s<>=!~^,][^\s<>=~^,]*)\s*,?/;

/**
 * Reads comparisons, all of which hold, as `>= 1.0, < 2.3`; `*` is any version.
 *
 * @param one what a single comparison means
 */
export function readComparisons<V>(
  text: string,
  compare: Compare<V>,
  one: (operator: string, version: string) => readonly Interval<V>[] | undefined,
): readonly Interval<V>[] | undefined {
  let intervals: readonly Interval<V>[] = [{}];
  let rest = text.trim();
  if (rest === '' || rest.endsWith(',')) {
    return undefined;
  }
  while (rest !== '') {
    const [whole, operator = '', version = ''] = comparison.exec(rest) ?? [];
    const next =
      whole === undefined ? undefined : version === '*' && operator === '' ? [{}] : one(operator, version);
    if (whole === undefined || next === undefined) {
      return undefined;
    }
    intervals = intersection(intervals, next, compare);
    rest = rest.slice(whole.length).trim();
  }
  return intervals;
}

/** Reads the notation of Maven and NuGet: `[1.0,2.0)`, `(,1.0]`, `[1.5]`, several with commas between. */
export function readBrackets<V>(
  text: string,
  version: (text: string) => V | undefined,
): readonly Interval<V>[] | undefined {
  const sets = text.replaceAll(/\s/g, '');
  const matches = [...sets.matchAll(/([[(])([^[\](),]*)(?:(,)([^[\](),]*))?([\])]),?/g)];
  if (matches.length === 0 || matches.map(([whole]) => whole).join('') !== sets || sets.endsWith(',')) {
    return undefined;
  }
  const intervals = matches.map(([, open, from = '', comma, to = '', close]) => {
    const [low, high] = [version(from), version(comma === undefined ? from : to)];
    const isWrong =
      (from !== '' && low === undefined) ||
      (to !== '' && high === undefined) ||
      (comma === undefined && low === undefined);
    return isWrong
      ? undefined
      : {
          low: low === undefined ? undefined : { version: low, isIncluded: open === '[' },
          high: high === undefined ? undefined : { version: high, isIncluded: close === ']' },
        };
  });
  return intervals.includes(undefined) ? undefined : intervals.flatMap((interval) => interval ?? []);
}
