import * as vscode from 'vscode';
import type { Suppression } from '../core/match/suppressions/suppression';
import { reasonFor } from '../core/match/suppressions/suppressionChanges';
import { suppressionsIn } from '../core/match/suppressions/suppressionsIn';
import { commands } from './contributions';
import type { DocumentMatches } from './documentMatches';
import { toTextEdit } from './lessonEdits';
import { askReason } from './notHereQuestions';
import { registerWritingCommand } from './writingCommand';

/** A comment that keeps a lesson quiet, by what it names and where it stands. */
interface SuppressionRef {
  readonly document: vscode.TextDocument;
  readonly line: number;
}

/** Asks for the reason that a comment lacks, and writes it there. Its argument, if any, is `{document, line}`. */
export function registerGiveReason(documents: DocumentMatches): vscode.Disposable {
  return registerWritingCommand(commands.giveReason, async (argument) => {
    const place = argument === undefined ? cursor() : named(argument);
    const before = place && lackingIn(place.document, documents).find(isOn(place.line));
    if (place === undefined || before === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No comment here keeps a lesson quiet without a reason.'),
      );
      return;
    }
    const { document } = place;
    const { lesson } = before;
    const written = document.lineAt(place.line).text;
    const reason = await askReason(vscode.l10n.t('Why not here: {0}', lesson));
    if (reason === undefined) {
      return;
    }
    // Lines above may have come and gone while the question stood.
    const now = lackingIn(document, documents).filter(
      (one) => one.lesson === lesson && document.lineAt(one.range.start.line).text === written,
    );
    const found = now.find(isOn(place.line)) ?? (now.length === 1 ? now[0] : undefined);
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, found === undefined ? [] : [toTextEdit(reasonFor(found, reason))]);
    if (found === undefined || !(await vscode.workspace.applyEdit(change))) {
      await vscode.env.clipboard.writeText(reason);
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The comment could not be changed. The reason is on the clipboard: {0}', reason),
      );
    }
  });
}

function cursor(): SuppressionRef | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && { document: editor.document, line: editor.selection.active.line };
}

/** Arguments come from anywhere: nothing is opened for them. */
function named(argument: unknown): SuppressionRef | undefined {
  const { document: uri, line } = (argument ?? {}) as Readonly<Record<string, unknown>>;
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
  return document !== undefined && typeof line === 'number' ? { document, line } : undefined;
}

function lackingIn(document: vscode.TextDocument, documents: DocumentMatches): readonly Suppression[] {
  const source = documents.sourceOf(document);
  return source === undefined
    ? []
    : suppressionsIn(source.text, source.language).filter(({ reason }) => reason === undefined);
}

function isOn(line: number): (one: Suppression) => boolean {
  return ({ range }) => range.start.line === line;
}
