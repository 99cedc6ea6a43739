import * as vscode from 'vscode';
import { renamingEdits, renamingFault } from '../core/author/rename';
import { isLessonId } from '../core/lesson/identity';
import { lessonFolder } from '../core/library/files';
import { toRange } from './convert';
import { declarationsOf } from './declarations';
import type { LessonFolders } from './lessonFolders';
import { filesNaming, type Named, type NamingFile, namedAt } from './mentionSearch';
import { withPatience } from './slowWork';

/** The files that a renaming changes, or why nothing can be renamed. */
type Plan =
  | { readonly kind: 'files'; readonly files: readonly NamingFile[] }
  | { readonly kind: 'refusal'; readonly reason: string };

/**
 * A new id for a lesson, wherever it is named. Offered below `.lessons` alone: offered in all files, it would ask for a
 * new name of whatever word stands at the cursor, and then refuse.
 */
export function registerLessonRename(
  folders: LessonFolders,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const at = (document: vscode.TextDocument, position: vscode.Position) =>
    namedAt(document, position, folders, log) ?? refuse();
  return vscode.languages.registerRenameProvider(
    { pattern: `**/${lessonFolder}/**` },
    {
      prepareRename(document, position) {
        const { id, range } = at(document, position).mention;
        return { range: toRange(range), placeholder: id };
      },
      async provideRenameEdits(document, position, newName, token) {
        const named = at(document, position);
        const to = newName.trim();
        const plan = await planOf(named, to, token);
        if (plan.kind === 'refusal') {
          // An error would hand the renaming on to Markdown, which takes `[LSN-…]` for a link of this one file.
          void vscode.window.showErrorMessage(plan.reason);
          return new vscode.WorkspaceEdit();
        }
        return editOf(plan.files, named.mention.id, to);
      },
    },
  );
}

async function planOf(named: Named, to: string, token: vscode.CancellationToken): Promise<Plan> {
  const from = named.mention.id;
  try {
    const pathsOf = async (id: string) => (await declarationsOf(id, named)).map(({ path }) => path);
    const [holders, takenBy] = await Promise.all([pathsOf(from), isLessonId(to) ? pathsOf(to) : []]);
    const fault = renamingFault({ from, to, holders, takenBy });
    if (fault !== undefined) {
      return { kind: 'refusal', reason: fault };
    }
    const title = vscode.l10n.t('Looking for {0}', from);
    const found = await withPatience(title, token, (stopping) => filesNaming(from, named, stopping));
    const files = found ?? [];
    const garbled = files.filter(({ isGarbled }) => isGarbled).map(({ path }) => path);
    return garbled.length === 0
      ? { kind: 'files', files }
      : { kind: 'refusal', reason: wouldDamage(garbled) };
  } catch (error) {
    named.log.error(`Renaming ${from} failed`, error);
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'refusal', reason: vscode.l10n.t('Nothing was renamed: {0}', detail) };
  }
}

function wouldDamage(paths: readonly string[]): string {
  return vscode.l10n.t(
    'Nothing was renamed, as saving {0} would damage it. Save it as UTF-8 first.',
    paths.join(', '),
  );
}

function editOf(files: readonly NamingFile[], from: string, to: string): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, path, text } of files) {
    for (const { range, newText } of renamingEdits(path, text, { from, to })) {
      edit.replace(uri, toRange(range), newText);
    }
  }
  return edit;
}

/** Told at the cursor, and followed by what Markdown says, unless Markdown can rename what stands there. */
function refuse(): never {
  throw new Error(vscode.l10n.t('Put the cursor on the id of a lesson to rename it.'));
}
