import { changeBetween, type Range, type SourceText, type TextChange } from '../text';
import { alignedLines, type LinePair } from './alignedLines';

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

/** Compares line by line, blind to the kind of line breaks. Fast and bounded, whatever the texts are. */
export function changedLines(committed: SourceText, current: SourceText): ChangedLines {
  const change = changeBetween(committed.value, current.value);
  if (change === undefined) {
    return noLines;
  }
  const within = linesAround(change, committed, current);
  const spans: LineSpan[] = [];
  let [old, now] = [within.before.start, within.after.start];
  const skipTo = (before: number, after: number) => {
    if (now < after) {
      spans.push({ start: now, end: after, kind: old < before ? 'edit' : 'add' });
    } else if (old < before) {
      spans.push({ start: now, end: now + 1, kind: 'delete' });
    }
  };
  for (const { before, after } of alignedLines(committed, current, within)) {
    skipTo(before, after);
    [old, now] = [before + 1, after + 1];
  }
  skipTo(within.before.end, within.after.end);
  return { kind: 'some', spans };
}

/** The whole lines that a change is in: those around it are equal in both texts. */
function linesAround({ start, oldEnd, newEnd }: TextChange, before: SourceText, after: SourceText): LinePair {
  const first = before.positionAt(start).line;
  const [old, now] = [before.positionAt(oldEnd), after.positionAt(newEnd)];
  const rest = old.character === 0 && now.character === 0 ? 0 : 1;
  return {
    before: { start: first, end: old.line + rest },
    after: { start: first, end: now.line + rest },
  };
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
