import type { SourceText } from '../text';

/** Where the YAML lies in a lesson file, as offsets into the text. */
export type FrontMatterBlock =
  | { readonly kind: 'found'; readonly start: number; readonly end: number; readonly bodyStart: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unclosed' };

const opening = /^---[ \t]*\n/;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m;

/** Finds the block between a first line of three dashes and the next such line (or `...`). */
export function findFrontMatter(text: Pick<SourceText, 'value'>): FrontMatterBlock {
  const open = opening.exec(text.value);
  if (open === null) {
    return { kind: 'missing' };
  }
  const start = open[0].length;
  // What may close it is looked for first; the expression takes its time over each line.
  const ends = ['---', '...'].map((mark) => text.value.indexOf(mark, start)).filter((at) => at !== -1);
  const from = Math.max(start, Math.min(...ends) - 1);
  const close = ends.length === 0 ? null : closing.exec(text.value.slice(from));
  if (close === null) {
    return { kind: 'unclosed' };
  }
  return {
    kind: 'found',
    start,
    end: from + close.index,
    bodyStart: from + close.index + close[0].length,
  };
}
