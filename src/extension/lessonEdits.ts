import * as vscode from 'vscode';
import type { SourceText } from '../core/text';
import { editsBetween, type TextEdit } from '../core/textEdit';
import { toRange } from './convert';

export function toTextEdit({ range, newText }: TextEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(toRange(range), newText);
}

/**
 * Changes a document, and saves it if there was nothing unsaved in it before: what its author has not saved stays
 * theirs to save. False where the editor refuses.
 */
export async function changeDocument(
  document: vscode.TextDocument,
  before: SourceText,
  after: SourceText,
): Promise<boolean> {
  const wasSaved = !document.isDirty && !document.isUntitled;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, editsBetween(before, after).map(toTextEdit));
  const isDone = await vscode.workspace.applyEdit(edit);
  return isDone && (!wasSaved || (await document.save()));
}
