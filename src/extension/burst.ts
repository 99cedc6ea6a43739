import type * as vscode from 'vscode';

/**
 * Collects what comes in bursts, and hands it on in one piece once there has been quiet for a while; where it does not
 * end, every so often.
 */
export class Burst<T> implements vscode.Disposable {
  readonly #quiet: number;
  readonly #longest: number;
  readonly #deliver: (items: ReadonlySet<T>) => void;
  #items = new Set<T>();
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Both times in milliseconds: how long nothing must come, and how long the first item waits at most. */
  constructor(quiet: number, longest: number, deliver: (items: ReadonlySet<T>) => void) {
    this.#quiet = quiet;
    this.#longest = longest;
    this.#deliver = deliver;
  }

  add(item: T): void {
    const now = performance.now();
    if (this.#items.size === 0) {
      this.#since = now;
    }
    this.#items.add(item);
    clearTimeout(this.#timer);
    const left = this.#longest - (now - this.#since);
    this.#timer = setTimeout(() => this.#handOn(), Math.min(this.#quiet, Math.max(left, 0)));
  }

  #handOn(): void {
    const items = this.#items;
    this.#items = new Set();
    this.#deliver(items);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
