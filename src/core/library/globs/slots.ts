import type { GlobHit } from './globEntry';

/** What is decided where some slots hold. */
export interface Decisions<T> {
  /** The deciding slot of each entry that is let in, ascending. */
  readonly slots: Int32Array;
  /** What the slots let in, one for one. */
  readonly hits: readonly GlobHit<T>[];
  /** The numbers of the entries that are excluded, ascending. */
  readonly excluded: Int32Array;
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

  /** @param held in any order, also repeatedly; not the caller's any more */
  decide(held: number[]): Decisions<T> {
    const slots: number[] = [];
    const hits: GlobHit<T>[] = [];
    const excluded: number[] = [];
    this.#keepDeciding(held);
    for (const slot of held) {
      const hit = this.#hits[slot];
      if (hit === undefined) {
        excluded.push(this.#entryOf(slot));
      } else {
        slots.push(slot);
        hits.push(hit);
      }
    }
    return { slots: Int32Array.from(slots), hits, excluded: Int32Array.from(excluded) };
  }

  /** The decisions without those on some entries: 1 by the number of the entry. */
  without(decisions: Decisions<T>, gone: Uint8Array): Decisions<T> {
    const isGone = (slot: number) => gone[this.#entryOf(slot)] === 1;
    if (!decisions.slots.some(isGone)) {
      return decisions;
    }
    const slots = decisions.slots.filter((slot) => !isGone(slot));
    return { ...decisions, slots, hits: decisions.hits.filter((_, at) => !isGone(decisions.slots[at] ?? 0)) };
  }

  /** The slots without those of some entries. */
  staying(slots: readonly number[], gone: Uint8Array): number[] {
    return slots.filter((slot) => gone[this.#entryOf(slot)] !== 1);
  }

  /**
   * What is let in where more slots hold than those that were decided on.
   * @param more in any order; not the caller's any more
   */
  merge({ slots, hits, excluded }: Decisions<T>, more: number[]): readonly GlobHit<T>[] {
    if (more.length === 0) {
      return hits;
    }
    // Copied and then amended, which the machine does faster than one by one; from behind, so that places before stay.
    const merged = hits.slice();
    this.#keepDeciding(more);
    for (let at = more.length - 1; at >= 0; at--) {
      const slot = more[at] ?? 0;
      const entry = this.#entryOf(slot);
      const place = placeOf(slot, slots);
      const isLate = place > 0 && this.#entryOf(slots[place - 1] ?? 0) === entry;
      if (!isLate && !isIn(excluded, entry)) {
        const hit = this.#hits[slot];
        const known = place < slots.length && this.#entryOf(slots[place] ?? 0) === entry ? 1 : 0;
        if (hit === undefined) {
          merged.splice(place, known);
        } else {
          merged.splice(place, known, hit);
        }
      }
    }
    return merged;
  }

  #entryOf(slot: number): number {
    return this.#entries[slot] ?? -1;
  }

  /** Leaves of each entry the lowest slot, ascending. */
  #keepDeciding(slots: number[]): void {
    if (slots.length < 2) {
      return;
    }
    sort(slots);
    let kept = 0;
    let last = -1;
    for (const slot of slots) {
      const entry = this.#entryOf(slot);
      if (entry !== last) {
        slots[kept++] = slot;
        last = entry;
      }
    }
    slots.length = kept;
  }
}

/** There may be more than a call can take as arguments. */
export function append(more: readonly number[], slots: number[]): void {
  for (const slot of more) {
    slots.push(slot);
  }
}

/** By insertion while they are few, which is several times quicker. */
function sort(numbers: number[]): void {
  if (numbers.length > 30) {
    numbers.sort((a, b) => a - b);
    return;
  }
  for (let at = 1; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    let place = at;
    for (; place > 0 && (numbers[place - 1] ?? 0) > number; place--) {
      numbers[place] = numbers[place - 1] ?? 0;
    }
    numbers[place] = number;
  }
}

/** Whether a number is among ascending ones. */
function isIn(numbers: Int32Array, wanted: number): boolean {
  return numbers.length > 0 && numbers[placeOf(wanted, numbers)] === wanted;
}

/** The first place in ascending numbers with the wanted one or a higher. */
function placeOf(wanted: number, numbers: Int32Array): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
