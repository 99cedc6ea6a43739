import type * as vscode from 'vscode';
import { Debounce } from './debounce';

/** Runs the last of several close calls about one document, once there has been quiet about it for `ms` milliseconds. */
export class DocumentDebounce implements vscode.Disposable {
  readonly #ms: number;
  readonly #waiting = new Map<string, Debounce>();

  constructor(ms: number) {
    this.#ms = ms;
  }

  run(document: vscode.TextDocument, action: () => void): void {
    const key = document.uri.toString();
    const debounce = this.#waiting.get(key) ?? new Debounce(this.#ms);
    this.#waiting.set(key, debounce);
    debounce.run(action);
  }

  /** Drops what waits for a document. */
  forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    this.#waiting.get(key)?.dispose();
    this.#waiting.delete(key);
  }

  dispose(): void {
    for (const debounce of this.#waiting.values()) {
      debounce.dispose();
    }
  }
}
