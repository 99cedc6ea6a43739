import * as vscode from 'vscode';

/** The documents that stand in a tab; of two compared, the one that can be changed. */
export function documentsInTabs(): readonly vscode.TextDocument[] {
  const uris = new Set(
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => urisOf(input))),
  );
  return vscode.workspace.textDocuments.filter((document) => uris.has(document.uri.toString()));
}

/** Whether a document stands in a tab, also in one that was not looked at since the window opened. */
export function isInTab(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => urisOf(input).includes(key)),
  );
}

/** Whether the document is seen only as what another is compared with. */
export function isLeftSide(document: vscode.TextDocument): boolean {
  const isLeft = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputTextDiff && input.original.toString() === document.uri.toString();
  return (
    vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isLeft)) && !documentsInTabs().includes(document)
  );
}

/** Takes the diagnostics of documents that stand in no tab any more out of a collection. */
export function clearWithTabs(collection: vscode.DiagnosticCollection): vscode.Disposable {
  return vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    if (closed.length === 0) {
      return;
    }
    const shown = new Set(documentsInTabs().map(({ uri }) => uri.toString()));
    collection.forEach((uri) => {
      if (!shown.has(uri.toString())) {
        collection.delete(uri);
      }
    });
  });
}

function urisOf(input: unknown): string[] {
  if (input instanceof vscode.TabInputText) {
    return [input.uri.toString()];
  }
  return input instanceof vscode.TabInputTextDiff ? [input.modified.toString()] : [];
}
