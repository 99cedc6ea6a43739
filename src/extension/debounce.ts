import type * as vscode from 'vscode';

/** Runs the last of several close calls, once there has been quiet for `ms` milliseconds. */
export class Debounce implements vscode.Disposable {
  readonly #ms: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ms: number) {
    this.#ms = ms;
  }

  run(action: () => void): void {
    this.dispose();
    this.#timer = setTimeout(action, this.#ms);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
