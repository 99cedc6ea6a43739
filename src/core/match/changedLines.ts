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
  readonly kind: ChangeKind;
}

/** What was done to code: lines were changed, lines are new, or lines are gone. */
export type ChangeKind = 'edit' | 'add' | 'delete';

export const allLines: ChangedLines = { kind: 'all' };
export const noLines: ChangedLines = { kind: 'some', spans: [] };

/** Compares line by line, blind to the kind of line breaks. */
export function changedLines(committed: SourceText, current: SourceText): ChangedLines {
  if (committed.value === current.value) {
    return noLines;
  }
  const spans: LineSpan[] = [];
  let line = 0;
  let removed = false;
  for (const part of diffArrays(committed.lines(), current.lines())) {
    const end = part.removed ? line : line + part.value.length;
    if (part.added) {
      spans.push({ start: line, end, kind: removed ? 'edit' : 'add' });
    } else if (removed) {
      spans.push({ start: line, end: line + 1, kind: 'delete' });
    }
    removed = part.removed;
    line = end;
  }
  if (removed) {
    spans.push({ start: line, end: line + 1, kind: 'delete' });
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

/**
 * What was done to a stretch of a text: new where its first line is; edited where lines of it or around it were changed,
 * or new ones stand within it; also deleted where lines are gone from it. Nothing where no change touches it.
 * @param range absent for a whole file
 * @param extent what the change may touch, which `range` lies in
 */
export function changesOf(changed: ChangedLines, range?: Range, extent = range): readonly ChangeKind[] {
  if (changed.kind === 'all') {
    return ['add'];
  }
  const kinds = new Set(
    changed.spans.filter((span) => touches({ kind: 'some', spans: [span] }, extent)).map(({ kind }) => kind),
  );
  const first = range?.start.line;
  const isNew = changed.spans.some(
    ({ kind, start, end }) => kind === 'add' && first !== undefined && start <= first && first < end,
  );
  if (isNew) {
    return ['add'];
  }
  const isEdited = kinds.has('edit') || kinds.has('add');
  return [...(isEdited ? (['edit'] as const) : []), ...(kinds.has('delete') ? (['delete'] as const) : [])];
}
