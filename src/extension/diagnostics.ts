import * as vscode from 'vscode';
import { type Finding, findingsOf, type Show } from '../core/present/findings';
import { matchMessage } from '../core/present/matchWording';
import { settings } from './contributions';
import { toRange, toSeverity } from './convert';
import type { Analysis, DocumentMatches } from './documentMatches';

/** Shows the findings of every document in a tab as diagnostics. */
export function registerDiagnostics(documents: DocumentMatches): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('lessons');
  const publish = async (document: vscode.TextDocument) => {
    const { version } = document;
    const analysis = await documents.analyse(document);
    if (document.version === version && documents.shown().includes(document)) {
      const findings = analysis === undefined ? [] : findingsIn(document.uri, analysis);
      collection.set(document.uri, diagnosticsOf(analysis, findings));
    }
  };
  return vscode.Disposable.from(
    collection,
    documents.onDidChange((document) => void publish(document)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settings.section}.${settings.show}`)) {
        documents.shown().forEach((document) => void publish(document));
      }
    }),
    vscode.window.tabGroups.onDidChangeTabs(() => {
      const shown = new Set(documents.shown().map(({ uri }) => uri.toString()));
      collection.forEach((uri) => {
        if (!shown.has(uri.toString())) {
          collection.delete(uri);
        }
      });
    }),
  );
}

/** The findings that a document shows under the settings that hold for it. */
export function findingsIn(uri: vscode.Uri, { matches, changed }: Analysis): Finding[] {
  const show = vscode.workspace.getConfiguration(settings.section, uri).get<Show>(settings.show, 'changes');
  return findingsOf(matches, changed, show);
}

function diagnosticsOf(analysis: Analysis | undefined, findings: readonly Finding[]): vscode.Diagnostic[] {
  return findings.flatMap(({ match, level }) => {
    if (match.range === undefined || analysis === undefined) {
      return [];
    }
    const diagnostic = new vscode.Diagnostic(toRange(match.range), matchMessage(match), toSeverity(level));
    diagnostic.source = 'Lessons';
    diagnostic.code = { value: match.lesson.id, target: analysis.folder.uriOf(match.lesson.path) };
    return [diagnostic];
  });
}
