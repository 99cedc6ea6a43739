import * as vscode from 'vscode';
import { findingsOn, type Placed } from '../core/display/surfaces';
import { namesCode } from '../core/learn/checks/subject';
import { incidentOf } from '../core/lesson/lesson';
import { commands } from './contributions';
import { toRange } from './convert';
import type { FoundFinding } from './documentAnalysis';
import type { DocumentMatches } from './documentMatches';
import type { FolderTools } from './folderTools';
import { diagnosticsOf } from './ownDiagnostics';
import { placeRefOf } from './placeRef';
import { replacementActions, resolveReplacement } from './replacements';

/** Offers what can be done about a lesson where a lesson's hit or symbol stands. */
export function registerCodeActions(documents: DocumentMatches, tools: FolderTools): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**' },
    {
      async provideCodeActions(document, range, context, token) {
        // The editor's own diagnostics may be older than the text; the matches are those of the text as it is now.
        const analysis = await documents.current(document, token);
        if (analysis === undefined) {
          return [];
        }
        const { diagnostics } = context;
        const all = findingsOn('hover', analysis.findings);
        const here = all.filter(({ match }) => toRange(match.range).intersection(range) !== undefined);
        return [
          ...(await replacementActions(here, { document, all, diagnostics }, tools)),
          ...here.flatMap((finding) => actionsFor(finding, document, diagnostics)),
        ];
      },
      resolveCodeAction: (action) => resolveReplacement(action, tools),
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function actionsFor(
  finding: Placed<FoundFinding>,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const { lesson } = finding.match;
  const place = placeRefOf(finding, document);
  const ours = diagnosticsOf(lesson, diagnostics);
  const action = (title: string, command: string) => {
    const result = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    result.command = { command, title, arguments: [place] };
    result.diagnostics = ours;
    return result;
  };
  const incident = incidentOf(lesson);
  return [
    action(vscode.l10n.t('Open lesson: {0}', lesson.title), commands.openLesson),
    ...(incident === undefined
      ? []
      : [action(vscode.l10n.t('Open incident: {0}', hostOf(incident.url)), commands.openIncident)]),
    action(vscode.l10n.t('Not here: silence the lesson at this place…'), commands.notHere),
    ...(namesCode(lesson)
      ? [action(vscode.l10n.t('Turn the lesson into a check…'), commands.turnIntoCheck)]
      : []),
    action(vscode.l10n.t('Explain why the lesson is shown'), commands.why),
  ];
}

function hostOf(url: string): string {
  return vscode.Uri.parse(url).authority;
}
