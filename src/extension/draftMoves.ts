import * as vscode from 'vscode';
import { isSameLesson } from '../core/learn/draftIdentity';
import { reopen } from './draftKeeping';
import { type LessonDocument, lessonDocumentOf } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';
import type { OpenDrafts } from './openDrafts';

/**
 * Moves a draft out of the way where a file comes into being at its path, as from another window or a pull: saving it would
 * ask to replace that file.
 */
export function registerDraftMoves(folders: LessonFolders, drafts: OpenDrafts): vscode.Disposable {
  const moving = new Set<vscode.TextDocument>();
  return folders.onDidChange(() => {
    for (const document of vscode.workspace.textDocuments) {
      const place = document.isUntitled ? lessonDocumentOf(folders, document) : undefined;
      const isTaken = place?.folder.library.paths.includes(place.path) === true;
      if (place !== undefined && isTaken && document.isDirty && !moving.has(document)) {
        moving.add(document);
        void move(document, place, drafts).finally(() => moving.delete(document));
      }
    }
  });
}

async function move(
  document: vscode.TextDocument,
  { folder, path }: LessonDocument,
  drafts: OpenDrafts,
): Promise<void> {
  const text = document.getText();
  const there = await vscode.workspace.openTextDocument(folder.uriOf(path));
  // Its own file comes into being while it is saved.
  if (isSameLesson(there.getText(), text)) {
    return;
  }
  const before = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.selections;
  const moved = await reopen(folder, { path, text });
  if (moved === undefined) {
    return;
  }
  drafts.forget(document);
  // Only what is in front can be closed without a question.
  await vscode.window.showTextDocument(document, { preview: false });
  if (vscode.window.activeTextEditor?.document === document && document.getText() === text) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  const editor = await vscode.window.showTextDocument(moved, { preview: false });
  editor.selections = before ?? editor.selections;
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Another lesson was saved as {0} meanwhile. Your draft goes on in {1}.',
      nameOf(path),
      nameOf(folder.pathOf(moved.uri)),
    ),
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
