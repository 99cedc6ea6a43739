import type { GlobHit } from './globEntry';

/** What is decided where some slots hold. */
export interface Decisions<T> {
  /** The deciding slot of each entry that has one, ascending. */
  readonly slots: Int32Array;
  /** What they let in. */
  readonly hits: readonly GlobHit<T>[];
}

/**
 * Each glob of each entry has a number, its slot: entry by entry, and within an entry first its exclusions, then its paths
 * in their order. So of the slots of an entry that hold, the lowest decides.
 */
export class Slots<T> {
  /** The number of the entry by slot. */
  readonly #entries: number[] = [];
  /** By slot; `undefined` for an exclusion. */
  readonly #hits: (GlobHit<T> | undefined)[] = [];

  /** Gives out the next slot; slots of one entry have to follow one another. */
  add(entry: number, hit: GlobHit<T> | undefined): number {
    this.#hits.push(hit);
    return this.#entries.push(entry) - 1;
  }

  /** @param held slots in any order, also repeatedly */
  decide(held: readonly number[]): Decisions<T> {
    const sorted = Int32Array.from(held).sort();
    const slots = sorted.filter(
      (slot, at) => at === 0 || this.#entries[slot] !== this.#entries[sorted[at - 1] ?? 0],
    );
    const hits: GlobHit<T>[] = [];
    for (const slot of slots) {
      const hit = this.#hits[slot];
      if (hit !== undefined) {
        hits.push(hit);
      }
    }
    return { slots, hits };
  }

  /**
   * What is let in where more slots hold than those of the decisions.
   * @param gone by the number of an entry, 1 where it does not count any more
   */
  merge({ slots }: Decisions<T>, more: readonly number[], gone: Uint8Array | undefined): GlobHit<T>[] {
    const others = more.length > 1 ? [...more].sort((a, b) => a - b) : more;
    const hits: GlobHit<T>[] = [];
    let last = -1;
    let other = 0;
    for (let at = 0; at < slots.length || other < others.length; ) {
      const [one, two] = [slots[at] ?? Number.POSITIVE_INFINITY, others[other] ?? Number.POSITIVE_INFINITY];
      const slot = Math.min(one, two);
      if (one <= two) {
        at++;
      } else {
        other++;
      }
      const entry = this.#entries[slot] ?? -1;
      if (entry !== last) {
        last = entry;
        const hit = gone?.[entry] === 1 ? undefined : this.#hits[slot];
        if (hit !== undefined) {
          hits.push(hit);
        }
      }
    }
    return hits;
  }
}
