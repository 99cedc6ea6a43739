import { comparePositions, type Position, type Range } from './text';

/** A replacement of a stretch of a text by another one. */
export interface Replacement {
  readonly range: Range;
  readonly text: string;
}

/**
 * Where a range stands after a replacement; `undefined` where all of it was replaced. What is typed at its edges does not
 * belong to it, what is typed within does.
 */
export function movedRange({ start, end }: Range, { range, text }: Replacement): Range | undefined {
  const startsBehind = comparePositions(range.end, start) <= 0;
  const endsBefore = comparePositions(end, range.start) <= 0;
  const isSwallowed = comparePositions(range.start, start) <= 0 && comparePositions(end, range.end) <= 0;
  if (endsBefore && !startsBehind) {
    return { start, end };
  }
  if (isSwallowed && !startsBehind) {
    return undefined;
  }
  const last = endOf(range.start, text);
  const moved = (position: Position) => shifted(position, range.end, last);
  return {
    start: startsBehind ? moved(start) : comparePositions(start, range.start) < 0 ? start : last,
    end: comparePositions(end, range.end) > 0 || startsBehind ? moved(end) : range.start,
  };
}

function endOf(start: Position, text: string): Position {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  return {
    line: start.line + lines.length - 1,
    character: lines.length === 1 ? start.character + last.length : last.length,
  };
}

function shifted(position: Position, from: Position, to: Position): Position {
  return {
    line: position.line + to.line - from.line,
    character:
      position.line === from.line ? position.character + to.character - from.character : position.character,
  };
}
