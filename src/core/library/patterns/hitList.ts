import type { PatternHit } from '../../lesson/pattern';

/** The hits of one pattern, from left to right, in a form in which an edit moves many of them at little cost. */
export class HitList {
  #starts: number[] = [];
  #ends: number[] = [];
  #hits?: readonly PatternHit[];

  get length(): number {
    return this.#starts.length;
  }

  /** Where the last hit ends; 0 where there is none. */
  get end(): number {
    return this.#ends.at(-1) ?? 0;
  }

  get hits(): readonly PatternHit[] {
    this.#hits ??= this.#starts.map((start, at) => ({ start, end: this.#ends[at] ?? start }));
    return this.#hits;
  }

  /** How many hits begin before an offset. */
  countBefore(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Puts hits in the place of those from one index to another, and moves all that follow. */
  replace(from: number, to: number, hits: readonly PatternHit[], shift: number): void {
    const isMoved = shift !== 0 && to < this.#starts.length;
    if (from === to && hits.length === 0 && !isMoved) {
      return;
    }
    this.#hits = undefined;
    if (isMoved) {
      for (let at = to; at < this.#starts.length; at++) {
        this.#starts[at] = (this.#starts[at] ?? 0) + shift;
        this.#ends[at] = (this.#ends[at] ?? 0) + shift;
      }
    }
    if (hits.length === to - from) {
      hits.forEach(({ start, end }, at) => {
        this.#starts[from + at] = start;
        this.#ends[from + at] = end;
      });
      return;
    }
    const [starts, ends] = [this.#starts, this.#ends];
    this.#starts = [...starts.slice(0, from), ...hits.map(({ start }) => start), ...starts.slice(to)];
    this.#ends = [...ends.slice(0, from), ...hits.map(({ end }) => end), ...ends.slice(to)];
  }

  /** Leaves out what is too much; true where something was. */
  cut(limit: number): boolean {
    if (this.#starts.length <= limit) {
      return false;
    }
    this.#hits = undefined;
    this.#starts.length = limit;
    this.#ends.length = limit;
    return true;
  }
}
