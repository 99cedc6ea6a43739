import * as vscode from 'vscode';
import type { SourceText } from '../core/text';
import { editsBetween, type TextEdit } from '../core/textEdit';
import { toRange } from './convert';

/** What becomes of a document's text. */
export interface DocumentChange {
  readonly document: vscode.TextDocument;
  readonly before: SourceText;
  readonly after: SourceText;
}

export function toTextEdit({ range, newText }: TextEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(toRange(range), newText);
}

/**
 * Changes a document, and saves it if there was nothing unsaved in it before: what its author has not saved stays
 * theirs to save. False where the editor refuses.
 */
export function changeDocument(
  document: vscode.TextDocument,
  before: SourceText,
  after: SourceText,
): Promise<boolean> {
  return changeDocuments([{ document, before, after }]);
}

/** Changes several documents in one step, which one step undoes. */
export async function changeDocuments(changes: readonly DocumentChange[]): Promise<boolean> {
  const toSave = changes
    .map(({ document }) => document)
    .filter((document) => !document.isDirty && !document.isUntitled);
  const edit = new vscode.WorkspaceEdit();
  for (const { document, before, after } of changes) {
    edit.set(document.uri, editsBetween(before, after).map(toTextEdit));
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    return false;
  }
  // Where another save came first there is nothing left to do, and of one that fails the editor tells by itself.
  await Promise.all(toSave.map((document) => document.save()));
  return true;
}
