import type { Turns } from '../core/match/turns';

/** All extensions of a window share one thread: after this long, whatever else waits comes first. In milliseconds. */
const longestTurn = 8;

/** Cuts long work into short turns. */
export class PoliteTurns implements Turns {
  readonly #isWanted: () => boolean;
  #since = performance.now();

  constructor(isWanted: () => boolean) {
    this.#isWanted = isWanted;
  }

  async next(): Promise<boolean> {
    if (performance.now() - this.#since > longestTurn) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.#since = performance.now();
    }
    return this.#isWanted();
  }
}
