import * as vscode from 'vscode';
import { isInLessonFolder } from '../core/library/files';
import type { ProblemRef } from './captureRequest';
import { commands } from './contributions';
import type { LessonFolders } from './lessonFolders';

/**
 * Offers to capture a lesson from what a compiler or a linter says, at the place and in the Problems panel. Only whoever
 * asks what can be done is told: it is no reason for a light bulb.
 */
export function registerCaptureActions(folders: LessonFolders): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**' },
    {
      provideCodeActions(document, _, { diagnostics, triggerKind }) {
        const folder = folders.folderOf(document.uri);
        const isCode = folder !== undefined && !isInLessonFolder(folder.pathOf(document.uri));
        if (triggerKind !== vscode.CodeActionTriggerKind.Invoke || !isCode) {
          return [];
        }
        const others = diagnostics.filter(({ source }) => source !== 'Lessons');
        return others.map((diagnostic) => actionFor(document, diagnostic, others.length));
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function actionFor(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  count: number,
): vscode.CodeAction {
  const title =
    count === 1
      ? vscode.l10n.t('Capture a lesson from this problem…')
      : vscode.l10n.t('Capture a lesson from this problem: {0}…', shortened(diagnostic.message));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: commands.capture, arguments: [refTo(document, diagnostic)] };
  action.diagnostics = [diagnostic];
  return action;
}

function refTo({ uri }: vscode.TextDocument, { range, message, code }: vscode.Diagnostic): ProblemRef {
  const { start, end } = range;
  const target = typeof code === 'object' ? code.target : undefined;
  return {
    ...{ document: uri.toString(), message },
    range: [start.line, start.character, end.line, end.character],
    ...(target?.scheme === 'https' && { explainedAt: target.toString() }),
  };
}

function shortened(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
