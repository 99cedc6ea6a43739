import type * as vscode from 'vscode';

type Timer = ReturnType<typeof setTimeout>;

/**
 * Collects what comes in bursts, and hands it on in one piece once there has been quiet for a while; where there is
 * none, every so often.
 */
export class Burst<T> implements vscode.Disposable {
  readonly #quiet: number;
  readonly #longest: number;
  readonly #deliver: (items: ReadonlySet<T>) => void;
  #items = new Set<T>();
  #untilQuiet: Timer | undefined;
  #atLatest: Timer | undefined;

  /**
   * @param quiet for how many milliseconds nothing must come
   * @param longest how many milliseconds the first item waits at most
   */
  constructor(quiet: number, longest: number, deliver: (items: ReadonlySet<T>) => void) {
    this.#quiet = quiet;
    this.#longest = longest;
    this.#deliver = deliver;
  }

  add(item: T): void {
    if (this.#items.size === 0) {
      this.#atLatest = setTimeout(() => this.#handOn(), this.#longest);
    }
    this.#items.add(item);
    clearTimeout(this.#untilQuiet);
    this.#untilQuiet = setTimeout(() => this.#handOn(), this.#quiet);
  }

  #handOn(): void {
    this.dispose();
    const items = this.#items;
    this.#items = new Set();
    this.#deliver(items);
  }

  dispose(): void {
    clearTimeout(this.#untilQuiet);
    clearTimeout(this.#atLatest);
  }
}
