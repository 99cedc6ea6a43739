import type { SourceText } from '../text';
import { entriesOf, frontMatterLines, topKeys } from './topKeys';

/** Lines that can be folded away under the first of them. */
export interface Fold {
  readonly start: number;
  readonly end: number;
}

/** Folds for a lesson's front matter as a whole, its long keys, and its scopes. The text below is Markdown's. */
export function foldsOf(text: SourceText): readonly Fold[] {
  const lines = frontMatterLines(text);
  if (lines === undefined) {
    return [];
  }
  const whole = { start: 0, end: lines.isClosed ? lines.end : lines.end - 1 };
  const parts = topKeys(text).flatMap((key) => {
    const own = { start: text.positionAt(key.start).line, end: text.positionAt(key.end).line };
    const scopes = key.name === 'applies_to' ? entriesOf(text, key) : [];
    return [
      own,
      ...scopes.map(({ node, rangeOf }) => {
        const { start, end } = rangeOf(node);
        return { start: start.line, end: end.line };
      }),
    ];
  });
  return [whole, ...parts].filter(({ start, end }) => end > start);
}
