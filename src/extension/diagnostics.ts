import * as vscode from 'vscode';
import { findingsOn, type Placed } from '../core/display/surfaces';
import { movedRange } from '../core/movedRange';
import { matchMessage } from '../core/present/matchWording';
import { fromRange, toRange, toSeverity } from './convert';
import type { DisplayHistory } from './displayHistory';
import type { Analysis, FoundFinding } from './documentAnalysis';
import type { Answer, DocumentMatches } from './documentMatches';
import { evidenceOf } from './evidence';
import { clearWithTabs, documentsInTabs } from './tabs';

/** Shows the findings of every document in a tab as diagnostics. */
export function registerDiagnostics(documents: DocumentMatches, history: DisplayHistory): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('lessons');
  const publish = async (document: vscode.TextDocument) => {
    const answer = await documents.ask(document);
    if (answer.kind === 'stale') {
      return;
    }
    const { version } = document;
    const diagnostics = answer.kind === 'none' ? [] : await diagnosticsOf(answer);
    if (document.version === version && documentsInTabs().includes(document)) {
      collection.set(document.uri, diagnostics);
      noteSeen(document, answer, history);
    }
  };
  return vscode.Disposable.from(
    collection,
    documents.onDidChange((document) => void publish(document)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const known = collection.get(document.uri) ?? [];
      if (known.length > 0 && contentChanges.length > 0) {
        collection.set(document.uri, moved(known, contentChanges));
      }
    }),
    clearWithTabs(collection),
  );
}

function noteSeen(document: vscode.TextDocument, answer: Answer, history: DisplayHistory): void {
  const isVisible = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  if (isVisible && answer.kind === 'analysis') {
    history.note(findingsOn('diagnostic', answer.findings).map(({ match }) => match.lesson.id));
  }
}

/** Until the text is looked at anew, what was found goes along with the lines it stands on. */
function moved(
  known: readonly vscode.Diagnostic[],
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): vscode.Diagnostic[] {
  return known.flatMap((diagnostic) => {
    let range: ReturnType<typeof movedRange> = fromRange(diagnostic.range);
    for (const change of changes) {
      range = range && movedRange(range, { range: fromRange(change.range), text: change.text });
    }
    if (range === undefined) {
      return [];
    }
    const { message, severity, source, code, relatedInformation } = diagnostic;
    return [
      Object.assign(new vscode.Diagnostic(toRange(range), message, severity), {
        source,
        code,
        relatedInformation,
      }),
    ];
  });
}

function diagnosticsOf({ findings }: Analysis): Promise<vscode.Diagnostic[]> {
  return Promise.all(findingsOn('diagnostic', findings).map(diagnosticOf));
}

async function diagnosticOf({ match, level, folder }: Placed<FoundFinding>): Promise<vscode.Diagnostic> {
  const diagnostic = new vscode.Diagnostic(toRange(match.range), matchMessage(match), toSeverity(level));
  diagnostic.source = 'Lessons';
  diagnostic.code = { value: match.lesson.id, target: folder.uriOf(match.lesson.path) };
  diagnostic.relatedInformation = await evidenceOf(match.lesson, folder);
  return diagnostic;
}
