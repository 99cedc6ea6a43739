import * as vscode from 'vscode';
import { commands, views } from './contributions';
import { lessonDocumentOf } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';
import { type FoundLesson, findLesson, pickLesson } from './lessonRef';
import type { Row } from './treeRow';

/** *Show in the Team Lessons View*: goes to the row of a lesson, by default that of the file in front. */
export function registerReveal(
  folders: LessonFolders,
  view: vscode.TreeView<Row>,
  rowOf: (found: FoundLesson) => Row | undefined,
): vscode.Disposable {
  return vscode.commands.registerCommand(commands.reveal, async (argument: unknown) => {
    const found =
      findLesson(folders, argument) ??
      lessonInFront(folders) ??
      (await pickLesson(folders, vscode.l10n.t('Show a lesson in the view'), () => true));
    if (found === undefined) {
      return;
    }
    const row = rowOf(found);
    if (row === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The filter of the view keeps this lesson away. Clear it first.'),
      );
      return;
    }
    // A view that was never open has no rows to go to yet.
    await vscode.commands.executeCommand(`${views.tree}.focus`);
    await view.reveal(row, { select: true, focus: true });
  });
}

function lessonInFront(folders: LessonFolders): FoundLesson | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const place = document && lessonDocumentOf(folders, document);
  const lesson = place?.folder.library.lessons.find(({ path }) => path === place.path);
  return place && lesson && { folder: place.folder, lesson };
}
