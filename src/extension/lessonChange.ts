import * as vscode from 'vscode';
import { type Change, rewrite } from '../core/edit/rewrite';
import { withHistory } from '../core/edit/transition';
import { SourceText } from '../core/text';
import { changeDocument } from './lessonEdits';

/** What becomes of a lesson's text. */
export interface LessonChange {
  readonly changes: readonly Change[];
  /** A line of its history. */
  readonly history?: string;
}

/** The text with the change made; `undefined` where it is the author's to make. */
export function changedText(before: SourceText, { changes, history }: LessonChange): SourceText | undefined {
  const rewritten = rewrite(before, changes);
  return rewritten === undefined || history === undefined ? rewritten : withHistory(rewritten, history);
}

/**
 * Makes the change in the document as it is by now, as the person may have typed on while they were asked, and shows it;
 * says what to do by hand where it cannot be made.
 */
export async function changeLesson(
  document: vscode.TextDocument,
  change: LessonChange,
  shown: vscode.TextDocumentShowOptions = {},
): Promise<void> {
  const before = new SourceText(document.getText());
  const after = changedText(before, change);
  await vscode.window.showTextDocument(document, { preview: false, ...shown });
  if (after === undefined || !(await changeDocument(document, before, after))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The lesson could not be changed. Change it by hand: {0}.',
        change.changes.map(byHand).join(', '),
      ),
    );
  }
}

function byHand(change: Change): string {
  return change.kind === 'remove'
    ? vscode.l10n.t('no {0}', change.key)
    : `${change.key}: ${JSON.stringify(change.value)}`;
}
