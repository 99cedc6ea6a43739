import type * as vscode from 'vscode';

/** Tells the log what could not be looked at in a document: once, and not again with each key. */
export class SkipLog {
  readonly #log: vscode.LogOutputChannel;
  readonly #told = new Map<string, readonly string[]>();

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** @param skipped all there is to tell of the document now; what was told before and is over is forgotten */
  tell({ uri }: vscode.TextDocument, skipped: readonly string[]): void {
    const key = uri.toString();
    const told = this.#told.get(key) ?? [];
    for (const sentence of skipped.filter((one) => !told.includes(one))) {
      this.#log.warn(sentence);
    }
    if (skipped.length === 0) {
      this.#told.delete(key);
    } else {
      this.#told.set(key, skipped);
    }
  }

  /** To be told of a document that is closed. */
  forget({ uri }: vscode.TextDocument): void {
    this.#told.delete(uri.toString());
  }
}
