import * as vscode from 'vscode';
import type { Match } from '../core/match/match';
import { areApart, isReplaceable, type Replacement, replacementsOf } from '../core/match/replacements';
import { sourceOf } from '../core/match/source';
import type { FoundFinding } from './documentAnalysis';
import type { FolderTools } from './folderTools';
import { toTextEdit } from './lessonEdits';
import type { LessonFolder } from './lessonFolder';
import { diagnosticsOf } from './ownDiagnostics';

/** Longer code is cut in a title; the preview of the action shows all of it. */
const longestTitle = 50;

interface Occasion {
  readonly document: vscode.TextDocument;
  /** What the lessons have in the whole document. */
  readonly all: readonly FoundFinding[];
  readonly diagnostics: readonly vscode.Diagnostic[];
}

/**
 * What the lessons that are found at a place would have there instead, each by itself, and for all hits in the file where
 * they do not overlap. The text comes from the repository, so nothing is offered before the workspace is trusted.
 */
export async function replacementActions(
  here: readonly FoundFinding[],
  { document, all, diagnostics }: Occasion,
  tools: FolderTools,
): Promise<vscode.CodeAction[]> {
  const { version } = document;
  const wanted = vscode.workspace.isTrusted ? here.filter(({ match }) => isReplaceable(match)) : [];
  const folders = new Map(wanted.map(({ match, folder }) => [match.lesson, folder]));
  const actions: vscode.CodeAction[] = [];
  for (const [lesson, folder] of folders) {
    const ours = diagnosticsOf(lesson, diagnostics);
    const matchesAmong = (findings: readonly FoundFinding[]) =>
      findings.flatMap(({ match }) => (match.lesson === lesson ? [match] : []));
    const single = await replacementsIn(document, folder, matchesAmong(wanted), tools);
    if (document.version !== version) {
      // The editor asks again.
      return [];
    }
    const every = matchesAmong(all).filter(isReplaceable);
    actions.push(...single.map((one) => actionFor(document, one, ours)));
    if (single.length > 0 && every.length > 1 && areApart(every)) {
      actions.push(new EveryReplacement(document, folder, every, ours));
    }
  }
  return actions;
}

/** Works out the edit of an action that was offered without it. */
export async function resolveReplacement(
  action: vscode.CodeAction,
  tools: FolderTools,
): Promise<vscode.CodeAction> {
  if (action instanceof EveryReplacement) {
    const { document, folder, matches, version } = action;
    const replacements = await replacementsIn(document, folder, matches, tools);
    if (document.version === version) {
      action.edit = editOf(document, replacements);
    }
  }
  return action;
}

/** All hits of a lesson in a file, of which there may be many: what replaces them is found when it is wanted. */
class EveryReplacement extends vscode.CodeAction {
  readonly document: vscode.TextDocument;
  readonly folder: LessonFolder;
  readonly matches: readonly Match[];
  readonly version: number;

  constructor(
    document: vscode.TextDocument,
    folder: LessonFolder,
    matches: readonly Match[],
    diagnostics: vscode.Diagnostic[],
  ) {
    const title = vscode.l10n.t("Make the lesson's fix at all {0} places in this file", matches.length);
    super(title, vscode.CodeActionKind.QuickFix);
    this.document = document;
    this.folder = folder;
    this.matches = matches;
    this.version = document.version;
    this.diagnostics = diagnostics;
  }
}

function replacementsIn(
  document: vscode.TextDocument,
  folder: LessonFolder,
  matches: readonly Match[],
  tools: FolderTools,
): Promise<readonly Replacement[]> {
  const source = sourceOf(folder.pathOf(document.uri), document.getText(), document.languageId);
  return replacementsOf(matches, source, tools.ofDocuments(folder));
}

/** Never the preferred one: it is a proposal, not what *Auto Fix* should do unasked. */
function actionFor(
  document: vscode.TextDocument,
  replacement: Replacement,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(titleOf(replacement), vscode.CodeActionKind.QuickFix);
  action.edit = editOf(document, [replacement]);
  action.diagnostics = diagnostics;
  return action;
}

function editOf({ uri }: vscode.TextDocument, replacements: readonly Replacement[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    uri,
    replacements.map((one) => toTextEdit(one.edit)),
  );
  return edit;
}

function titleOf({ edit }: Replacement): string {
  const code = edit.newText.replace(/\s+/g, ' ').trim();
  if (code === '') {
    return vscode.l10n.t("Remove it, which is the lesson's fix");
  }
  const shown = code.length > longestTitle ? `${code.slice(0, longestTitle)}…` : code;
  return vscode.l10n.t("Replace with the lesson's fix: {0}", shown);
}
