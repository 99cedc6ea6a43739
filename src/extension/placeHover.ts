import * as vscode from 'vscode';
import type { Position } from '../core/text';

/** Puts the cursor at a place and shows there what a hover would, for those who use no mouse. */
export async function showHoverAt(editor: vscode.TextEditor, { line, character }: Position): Promise<void> {
  const at = new vscode.Position(line, character);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  // A hover that is still open would take the focus instead of going along.
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}
