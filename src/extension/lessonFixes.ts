import * as vscode from 'vscode';
import type { Fix } from '../core/edit/fix';
import { fixesFor } from '../core/edit/fixes';
import { dayOf } from '../core/lesson/calendar';
import { newLessonId } from '../core/lesson/identity';
import type { Problem } from '../core/lesson/problem';
import { fixTitle } from '../core/present/fixWording';
import { SourceText } from '../core/text';
import { commands } from './contributions';
import { toRange } from './convert';
import { configSelector, type LessonDocument, lessonDocumentOf, lessonSelector } from './lessonDocuments';
import { toTextEdit } from './lessonEdits';
import type { LessonFolders } from './lessonFolders';
import { liveProblems } from './lessonProblems';
import type { ReachProblems } from './reachProblems';

/** Offers what mends a problem of a lesson file, at the problem, judged by the text as it is now. */
export function registerLessonFixes(folders: LessonFolders, reach: ReachProblems): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, context) {
      const lesson = lessonDocumentOf(folders, document);
      if (lesson === undefined) {
        return undefined;
      }
      const here = liveProblems(document, lesson, reach).filter((problem) =>
        meets(toRange(problem.range), range),
      );
      return here.flatMap((problem) => actionsFor(document, lesson, problem, context.diagnostics));
    },
  };
  const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(lessonSelector, provider, metadata),
    vscode.languages.registerCodeActionsProvider(configSelector, provider, metadata),
  );
}

/** What concerns the whole file is marked on its first line, and may be mended from anywhere on it. */
function meets(problem: vscode.Range, range: vscode.Range): boolean {
  return problem.intersection(range) !== undefined || problem.start.line === range.start.line;
}

function actionsFor(
  document: vscode.TextDocument,
  lesson: LessonDocument,
  problem: Problem,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const ours = diagnostics.filter(({ source, code }) => source === 'Lessons' && code === problem.code);
  const fixes = fixesFor(new SourceText(document.getText()), problem, {
    today: dayOf(new Date()),
    policy: lesson.folder.library.policy,
    newId: () => newLessonId((bytes) => crypto.getRandomValues(bytes)),
  });
  const edits = fixes.map((fix) => editAction(document.uri, fix, ours));
  const command = commandFor(problem);
  return command === undefined ? edits : [commandAction(command, document.uri, ours), ...edits];
}

function editAction(uri: vscode.Uri, fix: Fix, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction {
  const action = new vscode.CodeAction(fixTitle(fix), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(uri, fix.edits.map(toTextEdit));
  action.diagnostics = [...diagnostics];
  action.isPreferred = fix.isSafe;
  return action;
}

interface CommandFix {
  readonly title: string;
  readonly command: string;
}

/** What can only be mended by asking the author. */
function commandFor(problem: Problem): CommandFix | undefined {
  switch (problem.code) {
    case 'acceptance-incomplete':
      return {
        title: vscode.l10n.t('Add what acceptance needs: {0}…', problem.missing.join(', ')),
        command: commands.accept,
      };
    case 'successor-missing':
      return { title: vscode.l10n.t('Choose the lesson that replaces it…'), command: commands.supersede };
    default:
      return undefined;
  }
}

function commandAction(
  { title, command }: CommandFix,
  uri: vscode.Uri,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [uri] };
  action.diagnostics = [...diagnostics];
  return action;
}
