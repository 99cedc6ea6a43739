import * as vscode from 'vscode';
import { rewrite } from '../core/edit/rewrite';
import { scopeChanges } from '../core/edit/scopeChange';
import type { Narrowing } from '../core/learn/narrowing';
import type { Lesson } from '../core/lesson/lesson';
import { narrowingTitle } from '../core/present/sweepWording';
import { SourceText } from '../core/text';
import { editsBetween } from '../core/textEdit';
import { lessonSelector } from './lessonDocuments';
import { toTextEdit } from './lessonEdits';
import type { LessonFolders } from './lessonFolders';
import { scopesOf } from './lessonScopes';
import type { SweepAnswers } from './sweepAnswers';

/**
 * Offers what makes a scope mean less, where it means too much. By itself, as each way is tried in the whole folder before
 * it is offered.
 */
export function registerNarrowingFixes(folders: LessonFolders, sweeps: SweepAnswers): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, { diagnostics, only }, token) {
      const ours = diagnostics.filter(
        ({ source, code }) => source === 'Lessons' && code === 'scope-too-broad',
      );
      const [asked] = ours.length === 0 ? [] : scopesOf(folders, document);
      if (asked === undefined || (only !== undefined && !only.contains(vscode.CodeActionKind.QuickFix))) {
        return [];
      }
      const { version } = document;
      const narrowings = await sweeps.narrowings(asked, token);
      return token.isCancellationRequested || document.version !== version
        ? []
        : narrowings.flatMap((one) => actionFor(document, asked.lesson, one, ours) ?? []);
    },
  };
  const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  return vscode.languages.registerCodeActionsProvider(lessonSelector, provider, metadata);
}

function actionFor(
  document: vscode.TextDocument,
  lesson: Lesson,
  narrowing: Narrowing,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction | undefined {
  const before = new SourceText(document.getText());
  const after = rewrite(before, scopeChanges(lesson, narrowing.index, narrowing.scope));
  if (after === undefined) {
    return undefined;
  }
  const action = new vscode.CodeAction(narrowingTitle(narrowing), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, editsBetween(before, after).map(toTextEdit));
  action.diagnostics = [...diagnostics];
  return action;
}
