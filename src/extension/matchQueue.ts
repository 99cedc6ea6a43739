import * as vscode from 'vscode';

interface Waiting {
  readonly document: vscode.TextDocument;
  readonly start: () => void;
}

/** Lets documents that are seen go first; of all the others, as after a start with many tabs, one at a time. */
export class MatchQueue {
  #waiting: readonly Waiting[] = [];
  #isBusy = false;

  /** Does the work when it is the document's turn. */
  async run<T>(document: vscode.TextDocument, work: () => Promise<T>): Promise<T> {
    if (isSeen(document)) {
      return work();
    }
    if (this.#isBusy) {
      await new Promise<void>((start) => {
        this.#waiting = [...this.#waiting, { document, start }];
      });
    }
    this.#isBusy = true;
    try {
      return await work();
    } finally {
      this.#isBusy = false;
      this.#startNext();
    }
  }

  /** Who waits may have come to be seen meanwhile. */
  #startNext(): void {
    const next = this.#waiting.find(({ document }) => isSeen(document)) ?? this.#waiting[0];
    if (next !== undefined) {
      this.#waiting = this.#waiting.filter((one) => one !== next);
      this.#isBusy = true;
      next.start();
    }
  }
}

function isSeen(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}
