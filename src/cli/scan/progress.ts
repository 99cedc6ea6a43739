/** Who waits for less is not told. */
const patience = 1000;
const pause = 100;

/** Tells a person who waits how much of the work is done. */
export class Progress {
  readonly #total: number;
  readonly #show: ((text: string) => void) | undefined;
  #next = performance.now() + patience;
  #done = 0;
  #isShown = false;

  constructor(total: number, show: ((text: string) => void) | undefined) {
    this.#total = total;
    this.#show = show;
  }

  add(count: number): void {
    this.#done += count;
    if (this.#show !== undefined && performance.now() > this.#next) {
      this.#next = performance.now() + pause;
      this.#isShown = true;
      this.#show(`${this.#done} of ${this.#total} files`);
    }
  }

  end(): void {
    if (this.#isShown) {
      this.#show?.('');
    }
  }
}
