import * as vscode from 'vscode';
import type { CodeSymbol } from '../core/match/codeSymbol';
import type { Source } from '../core/match/source';
import { SourceText } from '../core/text';
import { EditorOutline } from './editorOutline';

/** The symbols of open documents as the editor's own providers tell them, for languages without a grammar here. */
export class EditorSymbols implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #outlines = new Map<vscode.TextDocument, EditorOutline>();
  readonly #disposable: vscode.Disposable;
  /** Fires where a document's symbols are others than `of` gave for the same text. */
  readonly onDidChange = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#outlines.get(document)?.dispose();
        this.#outlines.delete(document);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined) {
          this.#outlines.get(editor.document)?.retry();
        }
      }),
    );
  }

  /** Soon, as nothing waits for long here; `undefined` where the source is not what an open document holds now. */
  async of(uri: vscode.Uri, { text }: Source): Promise<readonly CodeSymbol[] | undefined> {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === key);
    const isOpen = document !== undefined && !document.isClosed;
    return isOpen && new SourceText(document.getText()).value === text.value
      ? this.#outlineOf(document).symbolsIn(text.value)
      : undefined;
  }

  #outlineOf(document: vscode.TextDocument): EditorOutline {
    const known = this.#outlines.get(document);
    if (known !== undefined) {
      return known;
    }
    const outline = new EditorOutline(document, () => this.#changed.fire(document), this.#log);
    this.#outlines.set(document, outline);
    return outline;
  }

  dispose(): void {
    this.#disposable.dispose();
    vscode.Disposable.from(...this.#outlines.values()).dispose();
  }
}
