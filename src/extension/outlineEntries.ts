import * as vscode from 'vscode';
import type { SymbolKind } from '../core/match/codeSymbol';
import type { OutlineEntry } from '../core/match/outlineSymbols';

/** What the command gives: both at once in some versions of the editor, either in others. */
type Told = Partial<vscode.DocumentSymbol & vscode.SymbolInformation>;

/**
 * What the editor's providers tell of a document. `undefined` where there is none, none that is ready, none that found
 * anything, or none that did not fail, as the editor tells these not apart.
 */
export async function outlineOf(
  document: vscode.TextDocument,
  log: vscode.LogOutputChannel,
): Promise<readonly OutlineEntry[] | undefined> {
  try {
    const told = await vscode.commands.executeCommand<readonly Told[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    return told?.map((symbol) => entryOf(symbol, document));
  } catch (error) {
    log.info(`The editor cannot tell the symbols of ${document.uri.toString()}`, error);
    return undefined;
  }
}

function entryOf(told: Told, document: vscode.TextDocument): OutlineEntry {
  const { name = '', containerName = '', kind = vscode.SymbolKind.Variable } = told;
  const range = told.range ?? told.location?.range ?? new vscode.Range(0, 0, 0, 0);
  return {
    ...{ name, kind: kinds[kind] ?? 'variable', container: containerName },
    // Providers like to end at a column that no line has.
    range: document.validateRange(range),
    selection: document.validateRange(told.selectionRange ?? range),
    children: (told.children ?? []).map((child) => entryOf(child, document)),
  };
}

/** What is not named is a value of some sort. */
const kinds: Readonly<Partial<Record<vscode.SymbolKind, SymbolKind>>> = {
  [vscode.SymbolKind.File]: 'module',
  [vscode.SymbolKind.Module]: 'module',
  [vscode.SymbolKind.Package]: 'module',
  [vscode.SymbolKind.Namespace]: 'namespace',
  [vscode.SymbolKind.Class]: 'class',
  [vscode.SymbolKind.Object]: 'class',
  [vscode.SymbolKind.Interface]: 'interface',
  [vscode.SymbolKind.Struct]: 'struct',
  [vscode.SymbolKind.Enum]: 'enum',
  [vscode.SymbolKind.EnumMember]: 'constant',
  [vscode.SymbolKind.TypeParameter]: 'type',
  [vscode.SymbolKind.Function]: 'function',
  [vscode.SymbolKind.Method]: 'method',
  [vscode.SymbolKind.Operator]: 'method',
  [vscode.SymbolKind.Constructor]: 'constructor',
  [vscode.SymbolKind.Property]: 'property',
  [vscode.SymbolKind.Key]: 'property',
  [vscode.SymbolKind.Event]: 'property',
  [vscode.SymbolKind.Field]: 'field',
  [vscode.SymbolKind.Constant]: 'constant',
};
