import * as vscode from 'vscode';
import { withHistory } from '../core/edit/transition';
import { addToLesson } from '../core/learn/addToLesson';
import type { Draft } from '../core/learn/draft';
import type { Lesson } from '../core/lesson/lesson';
import { SourceText } from '../core/text';
import { changeDocument } from './lessonEdits';
import type { LessonFolder } from './lessonFolder';

/**
 * Adds what a draft knows to a lesson, with what was said as a line of its history, and shows it; false where that cannot
 * be done, so that the draft is needed.
 * @param hasTitle false where the draft's title only stands in for one
 */
export async function addDraftTo(
  folder: LessonFolder,
  { path }: Lesson,
  draft: Draft,
  hasTitle: boolean,
): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
  const before = new SourceText(document.getText());
  const added = addToLesson(before, draft);
  if (added === undefined) {
    return false;
  }
  const { title, advice, body = [], created } = draft;
  const said = [
    ...(hasTitle ? [title] : []),
    ...(advice === undefined ? [] : [advice]),
    ...body.map(({ text }) => text),
  ];
  const line = said.map((text) => text.replace(/\s+/g, ' ')).join(' · ');
  const after = line === '' ? added : withHistory(added, `${created}, again: ${line}`);
  await vscode.window.showTextDocument(document, { preview: false });
  return changeDocument(document, before, after);
}
