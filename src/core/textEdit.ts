import { diffLines } from 'diff';
import type { Range, SourceText } from './text';

/** Text that takes the place of a stretch. Line breaks are `\n`, whatever the file has. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** The edits that turn one text into another, whole lines at a time. */
export function editsBetween(before: SourceText, after: SourceText): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let line = 0;
  let removed = 0;
  let added = '';
  const flush = () => {
    if (removed > 0 || added !== '') {
      edits.push({ range: linesOf(before, line, removed), newText: added });
    }
    line += removed;
    removed = 0;
    added = '';
  };
  for (const part of diffLines(before.value, after.value)) {
    if (part.removed) {
      removed += part.count;
    } else if (part.added) {
      added += part.value;
    } else {
      flush();
      line += part.count;
    }
  }
  flush();
  return edits;
}

function linesOf(text: SourceText, line: number, count: number): Range {
  const end = line + count;
  const last = text.lineCount - 1;
  return {
    start: { line, character: 0 },
    end: end > last ? { line: last, character: text.line(last).length } : { line: end, character: 0 },
  };
}

/**
 * A file's text with edits made in it; its byte order mark and line breaks stay as they are, and new lines break as its
 * first one does.
 * @param edits none overlaps another; where two are at the same place, the first comes first
 */
export function applyEdits(raw: string, edits: readonly TextEdit[]): string {
  const starts = startsOfRawLines(raw);
  const offset = ({ line, character }: Range['start']) => (starts[line] ?? raw.length) + character;
  const lineBreak = /\r\n|\r|\n/.exec(raw)?.[0] ?? '\n';
  const ordered = edits
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((a, b) => a.start - b.start);
  let at = 0;
  let result = '';
  for (const { start, end, newText } of ordered) {
    result += raw.slice(at, start) + newText.replaceAll('\n', lineBreak);
    at = end;
  }
  return result + raw.slice(at);
}

function startsOfRawLines(raw: string): number[] {
  const starts = [raw.startsWith('\uFEFF') ? 1 : 0];
  for (const { index, 0: lineBreak } of raw.matchAll(/\r\n|\r|\n/g)) {
    starts.push(index + lineBreak.length);
  }
  return starts;
}
