import type { Range } from '../text';
import type { FrontMatter } from './vocabulary';

/** Ranges as four numbers each: line and character of the start, then of the end. */
export type Places = ArrayLike<number>;

export function numbersOf({ start, end }: Range): readonly number[] {
  return [start.line, start.character, end.line, end.character];
}

/** One of several ranges, counted from zero. */
export function rangeAt(places: Places, index: number): Range {
  const at = 4 * index;
  return {
    start: { line: places[at] ?? 0, character: places[at + 1] ?? 0 },
    end: { line: places[at + 2] ?? 0, character: places[at + 3] ?? 0 },
  };
}

/**
 * Where the values of keys stand in a lesson file. Thousands of lessons have a dozen each, of which hardly one is asked
 * for: as objects they would be a third of the memory.
 */
export class KeyRanges {
  readonly keys: readonly string[];
  readonly #places: Places;
  readonly #first: number;

  /**
   * @param places those of the keys stand together, in the order of the keys
   * @param first the index of the first one
   */
  constructor(keys: readonly string[], places: Places, first = 0) {
    this.keys = keys;
    this.#places = places;
    this.#first = first;
  }

  /** `undefined` where the file does not have the key. */
  of(key: keyof FrontMatter): Range | undefined {
    const index = this.keys.indexOf(key);
    return index === -1 ? undefined : rangeAt(this.#places, this.#first + index);
  }

  /** The numbers of all keys. */
  get places(): readonly number[] {
    return Array.from({ length: 4 * this.keys.length }, (_, at) => this.#places[4 * this.#first + at] ?? 0);
  }
}
