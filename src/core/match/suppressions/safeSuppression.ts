import { SourceText } from '../../text';
import { applyEdits, type TextEdit } from '../../textEdit';
import type { Source } from '../source';
import type { SymbolFinder } from '../symbolFinder';
import { codeAround, isCommentAt } from './harmlessComment';
import type { Reasoned } from './suppressionComment';
import { type SuppressionEdit, suppressionEdits } from './suppressionEdits';

/**
 * How a lesson is kept quiet on a line so that the code stays what it is: of the ways that the text allows, the first that
 * the language's tree knows for a comment. Without a grammar the text decides alone. `undefined` where no way is safe.
 */
export async function safeSuppression(
  source: Source,
  line: number,
  reasoned: Reasoned,
  trees: Pick<SymbolFinder, 'inTree'>,
): Promise<TextEdit | undefined> {
  for (const way of suppressionEdits(source.text, source.language, line, reasoned)) {
    if (way.isCertain || (await isHarmless(source, way, trees))) {
      return way.edit;
    }
  }
  return undefined;
}

async function isHarmless(
  source: Source,
  { edit, mark }: SuppressionEdit,
  trees: Pick<SymbolFinder, 'inTree'>,
): Promise<boolean> {
  const start = source.text.offsetAt(edit.range.start);
  const insertion = { start, end: start + edit.newText.length, mark: start + mark };
  const after = { ...source, text: new SourceText(applyEdits(source.text.value, [edit])) };
  const old = await trees.inTree(source, (root) => ({ code: codeAround(root, { start, end: start }) }));
  const now = await trees.inTree(after, (root) => ({
    code: codeAround(root, insertion),
    isComment: isCommentAt(root, insertion),
  }));
  if (old === undefined || now === undefined || 'reason' in old || 'reason' in now) {
    return true;
  }
  return now.isComment && old.code.join('\n') === now.code.join('\n');
}
