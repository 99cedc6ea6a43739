import * as vscode from 'vscode';
import { areApart, type Replacement, replacementsOf } from '../core/match/replacements';
import { sourceOf } from '../core/match/source';
import type { FoundFinding } from './documentAnalysis';
import type { FolderTools } from './folderTools';
import { toTextEdit } from './lessonEdits';
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
  occasion: Occasion,
  tools: FolderTools,
): Promise<vscode.CodeAction[]> {
  const { document, all } = occasion;
  const { version } = document;
  const folders = new Map(here.map(({ match, folder }) => [match.lesson, folder]));
  if (!vscode.workspace.isTrusted) {
    return [];
  }
  const actions: vscode.CodeAction[] = [];
  for (const [lesson, folder] of folders) {
    const matches = all.flatMap(({ match }) => (match.lesson === lesson ? [match] : []));
    const source = sourceOf(folder.pathOf(document.uri), document.getText(), document.languageId);
    const made = await replacementsOf(matches, source, tools.ofDocuments(folder));
    if (document.version !== version) {
      // The editor asks again.
      return [];
    }
    const single = made.filter(({ match }) => here.some((finding) => finding.match === match));
    const isEvery = single.length > 0 && made.length > 1 && areApart(made, source.text);
    actions.push(
      ...single.map((one) => actionOf(titleOf(one), [one], occasion)),
      ...(isEvery ? [actionOf(titleOfAll(made), made, occasion)] : []),
    );
  }
  return actions;
}

function titleOf({ edit }: Replacement): string {
  const code = edit.newText.replace(/\s+/g, ' ').trim();
  if (code === '') {
    return vscode.l10n.t("Remove it, which is the lesson's fix");
  }
  const shown = code.length > longestTitle ? `${code.slice(0, longestTitle)}…` : code;
  return vscode.l10n.t("Replace with the lesson's fix: {0}", shown);
}

function titleOfAll({ length }: readonly Replacement[]): string {
  return vscode.l10n.t("Make the lesson's fix at all {0} places in this file", length);
}

/** Never the preferred one: it is a proposal, not what *Auto Fix* should do unasked. */
function actionOf(
  title: string,
  replacements: readonly Replacement[],
  { document, diagnostics }: Occasion,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    document.uri,
    replacements.map(({ edit }) => toTextEdit(edit)),
  );
  const [first] = replacements;
  action.diagnostics = first && diagnosticsOf(first.match.lesson, diagnostics);
  return action;
}
