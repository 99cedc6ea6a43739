import { findFrontMatter } from '../lesson/frontMatterBlock';
import type { SheetKind } from '../lesson/keyPath';
import type { SourceText } from '../text';

/** The part of a file that a cursor stands in. */
export type Region =
  | { readonly kind: 'yaml'; readonly start: number; readonly end: number }
  | { readonly kind: 'body' }
  | { readonly kind: 'none' };

/** A front matter that still lacks its end goes up to the first heading. */
const firstHeading = /^##+[ \t]/m;

export function regionAt(text: SourceText, offset: number, kind: SheetKind): Region {
  if (kind === 'config') {
    return { kind: 'yaml', start: 0, end: text.value.length };
  }
  const block = findFrontMatter(text);
  switch (block.kind) {
    case 'missing':
      return { kind: 'body' };
    case 'found':
      if (offset >= block.bodyStart) {
        return { kind: 'body' };
      }
      // The position after the last line break is where the closing fence begins.
      return block.start <= offset && offset < block.end
        ? { kind: 'yaml', start: block.start, end: block.end }
        : { kind: 'none' };
    case 'unclosed': {
      const start = text.value.indexOf('\n') + 1;
      const rest = text.value.slice(start);
      const heading = firstHeading.exec(rest);
      const end = start + (heading?.index ?? rest.length);
      if (heading !== null && offset >= end) {
        return { kind: 'body' };
      }
      return offset >= start ? { kind: 'yaml', start, end } : { kind: 'none' };
    }
  }
}
