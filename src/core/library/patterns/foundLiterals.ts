import type { LiteralSink } from './gramTable';

/** By literal, for those that stand in some bytes: where, ascending. */
export type FoundLiterals = ReadonlyMap<number, readonly number[]>;

/** Collects what is found in one text after another. */
export class LiteralCollector implements LiteralSink {
  readonly #places: (number[] | undefined)[];
  #found: number[] = [];

  constructor(literals: number) {
    this.#places = Array.from({ length: literals });
  }

  add(index: number, start: number): void {
    const places = this.#places[index];
    if (places === undefined) {
      this.#places[index] = [start];
      this.#found.push(index);
    } else {
      places.push(start);
    }
  }

  /** What was found since the last time. */
  take(): FoundLiterals {
    const found = new Map(this.#found.map((index) => [index, this.#places[index] ?? []]));
    for (const index of this.#found) {
      this.#places[index] = undefined;
    }
    this.#found = [];
    return found;
  }
}
