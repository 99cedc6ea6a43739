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
  const close = closing.exec(text.value.slice(start));
  if (close === null) {
    return { kind: 'unclosed' };
  }
  return {
    kind: 'found',
    start,
    end: start + close.index,
    bodyStart: start + close.index + close[0].length,
  };
}
