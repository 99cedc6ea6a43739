import * as vscode from 'vscode';
import { type AddedFile, type Addition, addedPaths, additionOf, type PathPlace } from '../core/edit/addPath';
import { isRetired, type Lesson, type Scope } from '../core/lesson/lesson';
import { isInLessonFolder, packOf } from '../core/library/files';
import { commands } from './contributions';
import { changeLesson } from './lessonChange';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import { type FoundLesson, findLesson, pickLesson } from './lessonRef';
import { openLessonAt, refusalMessage } from './openLesson';
import { registerWritingCommand } from './writingCommand';

/** *Add This File to the Lesson…*: the file in front, or one that is chosen where none of the lesson's folder is. */
export function registerAddFile(folders: LessonFolders): vscode.Disposable {
  return registerWritingCommand(commands.addFile, async (argument) => {
    const found =
      findLesson(folders, argument) ??
      (await pickLesson(folders, vscode.l10n.t('Add this file to a lesson'), isOffered));
    if (found === undefined) {
      return;
    }
    const active = vscode.window.activeTextEditor?.document.uri;
    const isCode = active !== undefined && faultOf(found.folder, active) === undefined;
    const uris = isCode ? [active] : await chosenFiles(found.folder);
    if (uris !== undefined) {
      await addFiles(folders, found, uris);
    }
  });
}

function isOffered(lesson: Lesson): boolean {
  return !isRetired(lesson) && packOf(lesson.path) === undefined;
}

function chosenFiles({ uri }: LessonFolder): Thenable<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: vscode.l10n.t('Add files to the lesson'),
    openLabel: vscode.l10n.t('Add'),
    defaultUri: uri,
    canSelectMany: true,
  });
}

/** Makes a lesson apply to files or folders, as one edit of its document; what cannot be is told. */
export async function addFiles(
  folders: LessonFolders,
  { folder, lesson }: FoundLesson,
  uris: readonly vscode.Uri[],
): Promise<void> {
  const opened = await openLessonAt(folders, folder.uriOf(lesson.path));
  if (opened === undefined || typeof opened === 'string') {
    warn(refusalMessage(opened ?? 'unreadable'));
    return;
  }
  const fault = isRetired(opened.lesson)
    ? vscode.l10n.t('This lesson is retired and applies nowhere.')
    : uris.map((uri) => faultOf(folder, uri)).find((one) => one !== undefined);
  if (fault !== undefined) {
    warn(fault);
    return;
  }
  const files = await Promise.all(uris.map((uri) => addedFile(folder, uri)));
  const lost = uris.find((_, at) => files[at] === undefined);
  if (lost !== undefined) {
    warn(vscode.l10n.t('{0} cannot be found.', vscode.workspace.asRelativePath(lost)));
    return;
  }
  const addition = additionOf(
    opened.lesson,
    files.filter((file) => file !== undefined),
  );
  if (addition.files.length === 0) {
    warn(vscode.l10n.t('The lesson names this file already.'));
    return;
  }
  const place = await chosenPlace(addition);
  if (place !== undefined) {
    await changeLesson(opened.document, { changes: addedPaths(place, addition.files) });
  }
}

/** Why a lesson of the folder cannot name a file. */
function faultOf(folder: LessonFolder, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== folder.uri.scheme || !folder.holds(uri)) {
    return vscode.l10n.t(
      '{0} lies outside of {1}. A lesson names only files of the folder that it is kept in.',
      vscode.workspace.asRelativePath(uri),
      folder.name,
    );
  }
  return isInLessonFolder(folder.pathOf(uri))
    ? vscode.l10n.t('Lessons do not apply to the files that lessons are written in.')
    : undefined;
}

async function addedFile(folder: LessonFolder, uri: vscode.Uri): Promise<AddedFile | undefined> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return { path: folder.pathOf(uri), isFolder: (type & vscode.FileType.Directory) !== 0 };
  } catch (error) {
    if (error instanceof vscode.FileSystemError) {
      return undefined;
    }
    throw error;
  }
}

/** Asks only where there are several places. */
async function chosenPlace({ places }: Addition): Promise<PathPlace | undefined> {
  if (places.length === 1) {
    return places[0];
  }
  const items = places.map((place) =>
    place.kind === 'new'
      ? {
          label: vscode.l10n.t('A scope of its own'),
          detail: vscode.l10n.t('The lesson applies to the whole file, whatever is in it'),
          place,
        }
      : {
          label: vscode.l10n.t('Scope {0}', place.scope.index + 1),
          detail: detailOf(place.scope.scope),
          place,
        },
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Add to the lesson'),
    placeHolder: vscode.l10n.t('Which scope is to name it?'),
  });
  return picked?.place;
}

function detailOf(scope: Scope): string {
  return Object.entries(scope)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : [value].flat().join(', ')}`)
    .join(' · ');
}

function warn(message: string): void {
  void vscode.window.showWarningMessage(message);
}
