/** Flat pairs of first and last code points, ascending, disjoint and not adjacent. */
export type Ranges = readonly number[];

/**
 * Which characters may stand at a place. Where `beyond` is given, the ranges tell of ASCII alone, and who asks for
 * another character has to ask a set of that source (in RE2's syntax): the tables of Unicode are the engine's.
 */
export interface CharSet {
  readonly ranges: Ranges;
  readonly beyond?: string;
}

export const lastCodePoint = 0x10ffff;
export const lastAscii = 0x7f;
/** The two characters beyond ASCII that fold to an ASCII letter: the long s, and the sign of kelvin. */
const longS = 0x17f;
const kelvin = 0x212a;

export const newline = 0x0a;
export const wordRanges: Ranges = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];

/** Any pairs as `Ranges`. */
export function rangesOf(pairs: readonly number[]): Ranges {
  const starts = pairs.flatMap((_, at) => (at % 2 === 0 ? [at] : []));
  starts.sort((a, b) => (pairs[a] ?? 0) - (pairs[b] ?? 0));
  const merged: number[] = [];
  for (const at of starts) {
    const [first, last] = [pairs[at] ?? 0, pairs[at + 1] ?? 0];
    const end = merged.at(-1);
    if (end !== undefined && first <= end + 1) {
      merged[merged.length - 1] = Math.max(end, last);
    } else {
      merged.push(first, last);
    }
  }
  return merged;
}

export function negated(ranges: Ranges): Ranges {
  const gaps: number[] = [];
  let next = 0;
  for (let at = 0; at < ranges.length; at += 2) {
    const [first, last] = [ranges[at] ?? 0, ranges[at + 1] ?? 0];
    if (next < first) {
      gaps.push(next, first - 1);
    }
    next = last + 1;
  }
  return next <= lastCodePoint ? [...gaps, next, lastCodePoint] : gaps;
}

/** The ASCII part exactly, and of what lies beyond only the two letters that ASCII ones fold to. */
export function foldedAscii(ranges: Ranges): Ranges {
  const pairs = [...ranges];
  const add = (first: number, last: number, shift: number) => {
    for (let at = 0; at < ranges.length; at += 2) {
      const from = Math.max(first, ranges[at] ?? 0);
      const to = Math.min(last, ranges[at + 1] ?? 0);
      if (from <= to) {
        pairs.push(from + shift, to + shift);
      }
    }
  };
  add(0x41, 0x5a, 0x20);
  add(0x61, 0x7a, -0x20);
  const orbits = [
    [0x53, 0x73, longS],
    [0x4b, 0x6b, kelvin],
  ];
  for (const orbit of orbits) {
    if (orbit.some((character) => includes(ranges, character))) {
      pairs.push(...orbit.flatMap((character) => [character, character]));
    }
  }
  return rangesOf(pairs);
}

export function includes(ranges: Ranges, character: number): boolean {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[2 * middle + 1] ?? 0) < character) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return 2 * low < ranges.length && (ranges[2 * low] ?? 0) <= character;
}

export function isAscii(ranges: Ranges): boolean {
  return (ranges.at(-1) ?? 0) <= lastAscii;
}

export function asciiPart(ranges: Ranges): Ranges {
  return rangesOf(ranges.flatMap((_, at) => (at % 2 === 0 ? clipped(ranges, at) : [])));
}

function clipped(ranges: Ranges, at: number): readonly number[] {
  const [first, last] = [ranges[at] ?? 0, ranges[at + 1] ?? 0];
  return first <= lastAscii ? [first, Math.min(last, lastAscii)] : [];
}

/** The character, where the set holds but one, or one letter in both cases; small letters stand for both. */
export function onlyCharacter({
  ranges,
  beyond,
}: CharSet): { readonly text: string; readonly anyCase: boolean } | undefined {
  const first = ranges[0];
  if (first === undefined || beyond !== undefined) {
    return undefined;
  }
  if (ranges.length === 2 && ranges[1] === first) {
    return { text: String.fromCodePoint(first), anyCase: false };
  }
  const isCapital = first >= 0x41 && first <= 0x5a;
  const both = foldedAscii([first, first]);
  const isBoth =
    isCapital && both.length === ranges.length && both.every((value, at) => value === ranges[at]);
  return isBoth ? { text: String.fromCharCode(first + 0x20), anyCase: true } : undefined;
}

/** How many characters the set holds, as far as is known. */
export function sizeOf({ ranges, beyond }: CharSet): number {
  let size = beyond === undefined ? 0 : Number.POSITIVE_INFINITY;
  for (let at = 0; at < ranges.length; at += 2) {
    size += (ranges[at + 1] ?? 0) - (ranges[at] ?? 0) + 1;
  }
  return size;
}
