import * as vscode from 'vscode';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';

/** The only folder there is, or the one that a person chooses; `undefined` where they turn away. */
export async function chooseFolder(folders: LessonFolders): Promise<LessonFolder | undefined> {
  const [only, ...others] = folders.all;
  if (others.length === 0) {
    return only;
  }
  const items = folders.all.map((folder) => ({ label: folder.name, folder }));
  const title = vscode.l10n.t('Capture a lesson');
  const placeHolder = vscode.l10n.t('The folder that the lesson is about');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.folder;
}
