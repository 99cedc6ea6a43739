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
    await reveal(view, row);
  });
}

/** While the view is drawn anew it knows no row for a moment, and says so by an error. */
async function reveal(view: vscode.TreeView<Row>, row: Row, tries = 5): Promise<void> {
  try {
    await view.reveal(row, { select: true, focus: true });
  } catch (error) {
    if (tries === 1) {
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    await reveal(view, row, tries - 1);
  }
}

function lessonInFront(folders: LessonFolders): FoundLesson | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const place = document && lessonDocumentOf(folders, document);
  const lesson = place?.folder.library.lessons.find(({ path }) => path === place.path);
  return place && lesson && { folder: place.folder, lesson };
}
