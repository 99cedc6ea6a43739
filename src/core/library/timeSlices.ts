/** Lets everything else of the process run once; the core has no timers, so each front brings its own. */
export type Turn = () => Promise<void>;

/** The longest stretch of work, in milliseconds: short enough that a person who types does not notice. */
const longestSlice = 12;

/** Cuts long work into slices. The cost of one piece varies tenfold, so it goes by the clock and not by their number. */
export class TimeSlices {
  readonly #turn: Turn;
  readonly #now: () => number;
  #worked = 0;

  /** @param now a clock in milliseconds */
  constructor(turn: Turn, now: () => number = () => performance.now()) {
    this.#turn = turn;
    this.#now = now;
  }

  /** Calls `work` with each item, and gives the process a turn whenever a slice is full. */
  async each<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
    let start = this.#now() - this.#worked;
    for (const item of items) {
      if (this.#now() - start > longestSlice) {
        await this.#turn();
        start = this.#now();
      }
      work(item);
    }
    this.#worked = this.#now() - start;
  }
}
