import type { Turns } from '../core/match/turns';

/** All extensions of a window share one thread: after this long, whatever else waits comes first. In milliseconds. */
const longestTurn = 8;

/** Cuts several long works into short turns, one of them at a time. */
export class SharedTurns {
  #since = performance.now();
  #queue: Promise<unknown> = Promise.resolve();

  of(isWanted: () => boolean): Turns {
    return {
      next: async () => {
        if (performance.now() - this.#since > longestTurn) {
          this.#queue = this.#queue.then(() => new Promise((resolve) => setTimeout(resolve, 0)));
          await this.#queue;
          this.#since = performance.now();
        }
        return isWanted();
      },
    };
  }
}
