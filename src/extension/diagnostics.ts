import * as vscode from 'vscode';
import { type Finding, findingsOf, type Show } from '../core/present/findings';
import { matchMessage } from '../core/present/matchWording';
import { settings } from './contributions';
import { toRange, toSeverity } from './convert';
import type { Analysis, DocumentMatches } from './documentMatches';
import { documentsInTabs } from './tabs';

/** Shows the findings of every document in a tab as diagnostics. */
export function registerDiagnostics(documents: DocumentMatches): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('lessons');
  const publish = async (document: vscode.TextDocument) => {
    const answer = await documents.ask(document);
    if (answer.kind !== 'stale' && documentsInTabs().includes(document)) {
      collection.set(document.uri, answer.kind === 'none' ? [] : diagnosticsOf(document.uri, answer));
    }
  };
  return vscode.Disposable.from(
    collection,
    documents.onDidChange((document) => void publish(document)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settings.section}.${settings.show}`)) {
        documentsInTabs().forEach((document) => void publish(document));
      }
    }),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length === 0) {
        return;
      }
      const shown = new Set(documentsInTabs().map(({ uri }) => uri.toString()));
      collection.forEach((uri) => {
        if (!shown.has(uri.toString())) {
          collection.delete(uri);
        }
      });
    }),
  );
}

/** The findings that a document shows under the settings that hold for it. */
export function findingsIn(uri: vscode.Uri, { folder, matches, changed }: Analysis): Finding[] {
  const show = vscode.workspace.getConfiguration(settings.section, uri).get<Show>(settings.show, 'changes');
  return findingsOf(matches, changed, show, folder.library.policy.budget);
}

function diagnosticsOf(uri: vscode.Uri, analysis: Analysis): vscode.Diagnostic[] {
  return findingsIn(uri, analysis).flatMap(({ match, level }) => {
    if (match.range === undefined) {
      return [];
    }
    const diagnostic = new vscode.Diagnostic(toRange(match.range), matchMessage(match), toSeverity(level));
    diagnostic.source = 'Lessons';
    diagnostic.code = { value: match.lesson.id, target: analysis.folder.uriOf(match.lesson.path) };
    return [diagnostic];
  });
}
