import * as vscode from 'vscode';
import { foldsOf } from '../core/author/folding';
import { type OutlineItem, outlineOf } from '../core/author/outline';
import { SourceText } from '../core/text';
import { toRange } from './convert';
import { lessonSelector } from './lessonDocuments';

/** Front matter in the outline, in the breadcrumbs and as folds, beside what Markdown makes of the text below it. */
export function registerLessonOutline(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(
      lessonSelector,
      {
        provideDocumentSymbols(document) {
          const root = outlineOf(new SourceText(document.getText()));
          return root === undefined ? [] : [symbolOf(root)];
        },
      },
      { label: 'Lessons' },
    ),
    vscode.languages.registerFoldingRangeProvider(lessonSelector, {
      provideFoldingRanges: (document) =>
        foldsOf(new SourceText(document.getText())).map(
          ({ start, end }) => new vscode.FoldingRange(start, end),
        ),
    }),
  );
}

const kinds: Readonly<Record<OutlineItem['kind'], vscode.SymbolKind>> = {
  lesson: vscode.SymbolKind.Module,
  key: vscode.SymbolKind.Property,
  scope: vscode.SymbolKind.Object,
};

function symbolOf({ kind, name, detail, range, selection, children }: OutlineItem): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(name, detail, kinds[kind], toRange(range), toRange(selection));
  symbol.children = children.map(symbolOf);
  return symbol;
}
