import type { SourceText } from '../text';

/** Lines of two texts, `end` exclusive. */
export interface LinePair {
  readonly before: LineStretch;
  readonly after: LineStretch;
}

export interface LineStretch {
  readonly start: number;
  readonly end: number;
}

/** A line of the one text that stands for a line of the other, as they are equal. */
export interface EqualLines {
  readonly before: number;
  readonly after: number;
}

/** Each step looks at one line; as many take about 10 ms. A limit in time would give each machine another answer. */
const mostSteps = 1_000_000;

/** So many lines can be told apart in about as long. */
const mostLines = 100_000;

/**
 * Which lines of the two stretches are the same, in order, and as many as can be: the longest common subsequence. None where
 * the stretches have too little in common for a search of bounded length.
 */
export function alignedLines(before: SourceText, after: SourceText, within: LinePair): readonly EqualLines[] {
  const [old, now] = [lengthOf(within.before), lengthOf(within.after)];
  if (old === 0 || now === 0 || old + now > mostLines) {
    return [];
  }
  const numbers = new Map<string, number>();
  const a = numbered(before, within.before, numbers);
  const b = numbered(after, within.after, numbers);
  // What stands on one side alone has no counterpart, and leaving it out is what makes most searches short.
  const [keptA, keptB] = [heldBy(a, b, numbers.size), heldBy(b, a, numbers.size)];
  const common = commonSubsequence(pick(a, keptA), pick(b, keptB));
  return common.map(([x, y]) => ({
    before: within.before.start + (keptA[x] ?? 0),
    after: within.after.start + (keptB[y] ?? 0),
  }));
}

function lengthOf({ start, end }: LineStretch): number {
  return end - start;
}

/** Equal lines have equal numbers, which are quicker compared. */
function numbered(text: SourceText, { start, end }: LineStretch, numbers: Map<string, number>): Int32Array {
  const result = new Int32Array(end - start);
  for (let line = start; line < end; line++) {
    const value = text.line(line);
    const number = numbers.get(value) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(value, number);
    }
    result[line - start] = number;
  }
  return result;
}

/** The places in `a` of what `b` holds, too. */
function heldBy(a: Int32Array, b: Int32Array, size: number): Int32Array {
  const isHeld = new Uint8Array(size);
  for (const number of b) {
    isHeld[number] = 1;
  }
  const places = new Int32Array(a.length);
  let count = 0;
  for (let at = 0; at < a.length; at++) {
    places[count] = at;
    count += isHeld[a[at] ?? 0] ?? 0;
  }
  return places.subarray(0, count);
}

function pick(numbers: Int32Array, places: Int32Array): Int32Array {
  return places.map((at) => numbers[at] ?? 0);
}

/**
 * Places of equal numbers, in order, by Eugene Myers, "An O(ND) Difference Algorithm and Its Variations": `furthest[d]` says
 * how far in `a` one gets with `d` insertions and deletions, for each surplus of deletions from -d up, two apart. Empty where
 * that takes too many steps.
 */
function commonSubsequence(a: Int32Array, b: Int32Array): readonly (readonly [number, number])[] {
  const furthest: Int32Array[] = [];
  let steps = 0;
  for (let d = 0; steps < mostSteps; d++) {
    const reached = new Int32Array(d + 1);
    const last = furthest[d - 1];
    furthest.push(reached);
    for (let i = 0; i <= d; i++) {
      const surplus = 2 * i - d;
      const start = last === undefined ? 0 : startOf(last, i);
      let x = start;
      while (x < a.length && x - surplus < b.length && a[x] === b[x - surplus]) {
        x++;
      }
      reached[i] = x;
      steps += 1 + x - start;
      if (x >= a.length && x - surplus >= b.length) {
        return wayBack(furthest, a.length, b.length);
      }
    }
  }
  return [];
}

/** Where the `i`th way goes on after one insertion or deletion more: from whichever neighbour leads further. */
function startOf(last: Int32Array, i: number): number {
  return isInsertion(last, i) ? (last[i] ?? 0) : (last[i - 1] ?? 0) + 1;
}

function isInsertion(last: Int32Array, i: number): boolean {
  return i === 0 || (i < last.length && (last[i - 1] ?? 0) < (last[i] ?? 0));
}

function wayBack(
  furthest: readonly Int32Array[],
  endA: number,
  endB: number,
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  let x = endA;
  let surplus = endA - endB;
  for (let d = furthest.length - 1; d >= 0; d--) {
    const last = furthest[d - 1];
    const i = (surplus + d) / 2;
    const start = last === undefined ? 0 : startOf(last, i);
    for (; x > start; x--) {
      pairs.push([x - 1, x - 1 - surplus]);
    }
    if (last !== undefined) {
      const insertion = isInsertion(last, i);
      x = insertion ? start : start - 1;
      surplus += insertion ? 1 : -1;
    }
  }
  return pairs.reverse();
}
