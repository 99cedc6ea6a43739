import * as vscode from 'vscode';
import type { Lesson } from '../core/lesson/lesson';
import { parseLessonText } from '../core/lesson/parse';
import { packOf } from '../core/library/files';
import { SourceText } from '../core/text';
import { type LessonDocument, lessonDocumentOf } from './lessonDocuments';
import type { LessonFolders } from './lessonFolders';
import { findLesson, pickLesson } from './lessonRef';

/** A lesson as its document says it now. */
export interface OpenLesson {
  readonly document: vscode.TextDocument;
  readonly place: LessonDocument;
  readonly lesson: Lesson;
}

/** What is asked where nothing says which lesson is meant. */
interface Choice {
  readonly title: string;
  isOffered(lesson: Lesson): boolean;
}

/** Why a lesson cannot be changed. */
export type Refusal = 'pack' | 'unreadable';

/**
 * The lesson that an argument names (a row, a link, a document), the one in front, or one that is chosen, to be changed;
 * `undefined` where there is none, or where it cannot be changed, which the person is told.
 */
export async function openLesson(
  folders: LessonFolders,
  argument: unknown,
  choice: Choice,
): Promise<OpenLesson | undefined> {
  const uri = await lessonUri(folders, argument, choice);
  const opened = uri && (await openLessonAt(folders, uri));
  if (typeof opened !== 'string') {
    return opened;
  }
  await vscode.window.showTextDocument(uri as vscode.Uri);
  void vscode.window.showErrorMessage(refusalMessage(opened));
  return undefined;
}

/** Reads a lesson's document; `undefined` where the URI is no lesson's. */
export async function openLessonAt(
  folders: LessonFolders,
  uri: vscode.Uri,
): Promise<OpenLesson | Refusal | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const place = lessonDocumentOf(folders, document);
  if (place?.kind !== 'lesson') {
    return undefined;
  }
  if (packOf(place.path) !== undefined) {
    return 'pack';
  }
  const text = new SourceText(document.getText());
  const { lesson } = parseLessonText(place.path, text, place.folder.library.policy);
  return lesson === undefined ? 'unreadable' : { document, place, lesson };
}

export function refusalMessage(refusal: Refusal): string {
  switch (refusal) {
    case 'pack':
      return vscode.l10n.t('This lesson comes from a pack. It is changed where the pack is made.');
    case 'unreadable':
      return vscode.l10n.t(
        'This lesson cannot be read yet. Mend what the Problems panel says about it first.',
      );
  }
}

async function lessonUri(
  folders: LessonFolders,
  argument: unknown,
  { title, isOffered }: Choice,
): Promise<vscode.Uri | undefined> {
  const named = argument instanceof vscode.Uri ? undefined : findLesson(folders, argument);
  if (named !== undefined) {
    return named.folder.uriOf(named.lesson.path);
  }
  const active = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  if (active !== undefined && lessonDocumentOf(folders, { uri: active })?.kind === 'lesson') {
    return active;
  }
  const isOurs = (lesson: Lesson) => packOf(lesson.path) === undefined && isOffered(lesson);
  const picked = await pickLesson(folders, title, isOurs);
  return picked?.folder.uriOf(picked.lesson.path);
}
