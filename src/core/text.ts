/** A place in a text: zero-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What one edit, or several seen as one, did to a text: `start..oldEnd` of the old became `start..newEnd` of the new. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * A text as editor and command line both see it: no byte order mark, every line break a single `\n`.
 * Offsets are only good within one `SourceText`; what leaves the core is positions, which line breaks do not shift.
 */
export class SourceText {
  readonly value: string;
  #starts?: readonly number[];

  constructor(raw: string) {
    const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
    this.value = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  /** Found when first asked for: most texts are only compared. */
  get #lineStarts(): readonly number[] {
    this.#starts ??= startsOfLines(this.value);
    return this.#starts;
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** The line's text without its line break; empty past the end. */
  line(line: number): string {
    const start = this.#lineStarts[line];
    if (start === undefined) {
      return '';
    }
    const next = this.#lineStarts[line + 1];
    return this.value.slice(start, next === undefined ? undefined : next - 1);
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low, character: offset - (this.#lineStarts[low] ?? 0) };
  }

  offsetAt({ line, character }: Position): number {
    return (this.#lineStarts[line] ?? this.value.length) + character;
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  lines(): string[] {
    return this.value.split('\n');
  }
}

/** The range that covers the first line, for what concerns a file as a whole. */
export function firstLine(text: SourceText): Range {
  return { start: { line: 0, character: 0 }, end: { line: 0, character: text.line(0).length } };
}

export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** True where the position lies in the range; both ends count, as a cursor stands between characters. */
export function contains(range: Range, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}

function startsOfLines(value: string): number[] {
  const starts = [0];
  for (let at = value.indexOf('\n'); at !== -1; at = value.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

/** The smallest change that turns one text into the other; `undefined` where they are equal. */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) {
    return undefined;
  }
  const shorter = Math.min(before.length, after.length);
  const start = lengthInCommon(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const tail = lengthInCommon(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) ===
      after.slice(after.length - to, after.length - from),
  );
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/** How far two texts of at least `length` agree: in leaps, as comparing slices is far quicker than comparing letters. */
function lengthInCommon(length: number, agree: (from: number, to: number) => boolean): number {
  let same = 0;
  for (let leap = 4096; leap >= 1; leap = Math.floor(leap / 8)) {
    while (same + leap <= length && agree(same, same + leap)) {
      same += leap;
    }
  }
  return same;
}
