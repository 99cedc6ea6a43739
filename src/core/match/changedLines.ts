import { diffArrays } from 'diff';
import type { Range, SourceText } from '../text';

/** The lines of a text that differ from what was committed. */
export type ChangedLines =
  /** Nothing was committed to compare with: no git, or a new file. */
  | { readonly kind: 'all' }
  /** Sorted stretches of lines, `end` exclusive. Where only lines were removed, the line after them counts. */
  | { readonly kind: 'some'; readonly spans: readonly LineSpan[] };

export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

export const allLines: ChangedLines = { kind: 'all' };
export const noLines: ChangedLines = { kind: 'some', spans: [] };

/** Compares line by line, blind to the kind of line breaks. */
export function changedLines(committed: SourceText, current: SourceText): ChangedLines {
  if (committed.value === current.value) {
    return noLines;
  }
  const spans: LineSpan[] = [];
  let line = 0;
  for (const part of diffArrays(committed.lines(), current.lines())) {
    if (part.added) {
      spans.push({ start: line, end: line + part.value.length });
    } else if (part.removed) {
      spans.push({ start: line, end: line + 1 });
    }
    line += part.removed ? 0 : part.value.length;
  }
  return { kind: 'some', spans };
}

/** Whether a change touches the range; a missing range stands for the whole file. */
export function touches(changed: ChangedLines, range: Range | undefined): boolean {
  if (changed.kind === 'all') {
    return true;
  }
  return changed.spans.some(
    (span) => range === undefined || (span.start <= range.end.line && range.start.line < span.end),
  );
}
