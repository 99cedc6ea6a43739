import * as vscode from 'vscode';
import { type Change, rewrite } from '../core/edit/rewrite';
import { withHistory } from '../core/edit/transition';
import type { Lesson } from '../core/lesson/lesson';
import { parseLessonText } from '../core/lesson/parse';
import { SourceText } from '../core/text';
import { type LessonDocument, lessonDocumentOf } from './lessonDocuments';
import { changeDocument } from './lessonEdits';
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

/** The lesson that an argument names (a row, a link, a document), the one in front, or one that is chosen. */
export async function openLesson(
  folders: LessonFolders,
  argument: unknown,
  choice: Choice,
): Promise<OpenLesson | undefined> {
  const uri = await lessonUri(folders, argument, choice);
  if (uri === undefined) {
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const place = lessonDocumentOf(folders, document);
  if (place?.kind !== 'lesson') {
    return undefined;
  }
  const { lesson } = parseLessonText(
    place.path,
    new SourceText(document.getText()),
    place.folder.library.policy,
  );
  if (lesson === undefined) {
    await vscode.window.showTextDocument(document);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('This lesson cannot be read yet. Mend what the Problems panel says about it first.'),
    );
    return undefined;
  }
  return { document, place, lesson };
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
  const picked = await pickLesson(folders, title, isOffered);
  return picked?.folder.uriOf(picked.lesson.path);
}

/** Makes the changes in the text as it is by now: the person may have typed on while they were asked. It is one undoing. */
export async function changeLesson(
  { document }: OpenLesson,
  changes: readonly Change[],
  history?: string,
  shown: vscode.TextDocumentShowOptions = {},
): Promise<void> {
  const before = new SourceText(document.getText());
  const rewritten = rewrite(before, changes);
  const after = rewritten && history !== undefined ? withHistory(rewritten, history) : rewritten;
  await vscode.window.showTextDocument(document, { preview: false, ...shown });
  if (after === undefined || !(await changeDocument(document, before, after))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The lesson could not be changed. Change it by hand: {0}.',
        changes.map(({ key, value }) => `${key}: ${JSON.stringify(value)}`).join(', '),
      ),
    );
  }
}
