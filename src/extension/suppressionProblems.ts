import * as vscode from 'vscode';
import type { Show } from '../core/display/facts';
import { dayOf } from '../core/lesson/calendar';
import { isInLessonFolder } from '../core/library/files';
import { suppressionWord } from '../core/match/suppressions/suppression';
import { removalOf } from '../core/match/suppressions/suppressionChanges';
import { type SuppressionProblem, suppressionProblems } from '../core/match/suppressions/suppressionProblem';
import { suppressionMessage } from '../core/present/suppressionWording';
import { SourceText } from '../core/text';
import { commands, settings } from './contributions';
import { toRange, toSeverity } from './convert';
import type { Analysis } from './documentAnalysis';
import type { DocumentMatches } from './documentMatches';
import { registerGiveReason } from './giveReason';
import { toTextEdit } from './lessonEdits';
import { clearWithTabs, documentsInTabs } from './tabs';

/** Shows what is wrong with comments that keep lessons quiet, and how to mend it. */
export function registerSuppressionProblems(documents: DocumentMatches): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('lessons-suppressions');
  const publish = async (document: vscode.TextDocument) => {
    const answer = await documents.ask(document);
    if (answer.kind !== 'stale' && documentsInTabs().includes(document)) {
      const problems = answer.kind === 'none' || isOff(document) ? [] : problemsOf(document, answer);
      collection.set(document.uri, problems.map(diagnosticOf));
    }
  };
  return vscode.Disposable.from(
    collection,
    documents.onDidChange((document) => void publish(document)),
    clearWithTabs(collection),
    registerGiveReason(documents),
    vscode.languages.registerCodeActionsProvider(
      { pattern: '**' },
      {
        async provideCodeActions(document, range, context, token) {
          if (!document.getText().includes(suppressionWord)) {
            return undefined;
          }
          const analysis = await documents.current(document, token);
          return analysis && actionsAt(document, range, analysis, context.diagnostics);
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function isOff({ uri }: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration(settings.section, uri).get<Show>(settings.show) === 'off';
}

/** None where lessons do not apply by policy: such files are often about comments of this kind. */
function problemsOf(
  document: vscode.TextDocument,
  { folders, findings, suppressions, isComplete }: Analysis,
): readonly SuppressionProblem[] {
  const isFree = folders.some((folder) => {
    const path = folder.pathOf(document.uri);
    return isInLessonFolder(path) || folder.library.ignores(path);
  });
  return isFree
    ? []
    : suppressionProblems(suppressions, {
        today: dayOf(new Date()),
        known: { has: (id) => folders.some(({ library }) => library.byId.has(id)) },
        matches: findings.map(({ match }) => match),
        isSought: () => isComplete,
      });
}

function diagnosticOf(problem: SuppressionProblem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(problem.range),
    suppressionMessage(problem),
    toSeverity(problem.severity),
  );
  diagnostic.source = 'Lessons';
  diagnostic.code = problem.code;
  if (problem.code === 'suppression-unused') {
    diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  }
  return diagnostic;
}

function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  analysis: Analysis,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const text = new SourceText(document.getText());
  return problemsOf(document, analysis)
    .filter((problem) => toRange(problem.range).intersection(range) !== undefined)
    .flatMap((problem) => {
      const action = actionFor(problem, document, text, analysis);
      if (action !== undefined) {
        action.diagnostics = diagnostics.filter(
          ({ source, code }) => source === 'Lessons' && code === problem.code,
        );
      }
      return action ?? [];
    });
}

function actionFor(
  { code, suppression }: SuppressionProblem,
  document: vscode.TextDocument,
  text: SourceText,
  { suppressions }: Analysis,
): vscode.CodeAction | undefined {
  const { lesson, range } = suppression;
  switch (code) {
    case 'suppression-reason-missing': {
      const title = vscode.l10n.t('Say why {0} does not apply here…', lesson);
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      const place = { document: document.uri.toString(), line: range.start.line };
      action.command = { command: commands.giveReason, title, arguments: [place] };
      action.isPreferred = true;
      return action;
    }
    case 'suppression-date-invalid':
      return undefined;
    case 'suppression-expired':
    case 'suppression-unknown-lesson':
    case 'suppression-unused': {
      const title = vscode.l10n.t('Let {0} speak here again', lesson);
      const action = new vscode.CodeAction(
        code === 'suppression-expired' ? title : vscode.l10n.t('Take out the comment about {0}', lesson),
        vscode.CodeActionKind.QuickFix,
      );
      action.edit = new vscode.WorkspaceEdit();
      action.edit.set(document.uri, [toTextEdit(removalOf(text, suppression, suppressions))]);
      action.isPreferred = code === 'suppression-unused';
      return action;
    }
  }
}
