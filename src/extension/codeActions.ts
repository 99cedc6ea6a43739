import * as vscode from 'vscode';
import { findingsOn, type Placed } from '../core/display/surfaces';
import { incidentOf } from '../core/lesson/lesson';
import { commands } from './contributions';
import { toRange } from './convert';
import type { FoundFinding } from './documentAnalysis';
import type { DocumentMatches } from './documentMatches';
import { refTo } from './lessonRef';

/** Offers to open the lesson and the incident where a lesson's hit or symbol stands. */
export function registerCodeActions(documents: DocumentMatches): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**' },
    {
      async provideCodeActions(document, range, context, token) {
        // The editor's own diagnostics may be older than the text; the matches are those of the text as it is now.
        const analysis = await documents.current(document, token);
        return findingsOn('hover', analysis?.findings ?? [])
          .filter(({ match }) => toRange(match.range).intersection(range) !== undefined)
          .flatMap((finding) => actionsFor(finding, context.diagnostics));
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function actionsFor(
  { match: { lesson }, folder }: Placed<FoundFinding>,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const ours = diagnostics.filter(
    ({ code }) => typeof code === 'object' && code !== null && code.value === lesson.id,
  );
  const action = (title: string, command: string) => {
    const result = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    result.command = { command, title, arguments: [refTo({ folder, lesson })] };
    result.diagnostics = ours;
    return result;
  };
  const incident = incidentOf(lesson);
  return [
    action(vscode.l10n.t('Open lesson: {0}', lesson.title), commands.openLesson),
    ...(incident === undefined
      ? []
      : [action(vscode.l10n.t('Open incident: {0}', hostOf(incident.url)), commands.openIncident)]),
  ];
}

function hostOf(url: string): string {
  return vscode.Uri.parse(url).authority;
}
