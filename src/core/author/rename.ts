import * as l10n from '@vscode/l10n';
import { isLessonId } from '../lesson/identity';
import type { SourceText } from '../text';
import type { TextEdit } from '../textEdit';
import { namedIn } from './mentions';

/** A new id for a lesson, and the files that give themselves the old one or the new one already. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly holders: readonly string[];
  readonly takenBy: readonly string[];
}

/** What stands against it, and what to do. `undefined` where nothing does. */
export function renamingFault({ from, to, holders, takenBy }: Renaming): string | undefined {
  if (!isLessonId(to)) {
    return l10n.t(
      '"{0}" is no lesson id. Write LSN- and eight digits or capital letters, without I, L, O and U.',
      to,
    );
  }
  if (takenBy.length > 0) {
    return l10n.t('{0} is already the id of {1}. Choose another one.', to, takenBy.join(', '));
  }
  return holders.length > 1
    ? l10n.t(
        '{0} is the id of {1}, so it is not clear which of them is meant elsewhere. Give one of them an id of its own first.',
        from,
        holders.join(', '),
      )
    : undefined;
}

/** What a renaming changes in one file: nothing but the id, where the file names the lesson. */
export function renamingEdits(
  path: string,
  text: SourceText,
  { from, to }: Pick<Renaming, 'from' | 'to'>,
): readonly TextEdit[] {
  return namedIn(path, text)
    .filter(({ id }) => id === from)
    .map(({ range }) => ({ range, newText: to }));
}
