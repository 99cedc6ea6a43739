import type { Range } from '../text';
import type { FrontMatter } from './vocabulary';

/** Ranges as four numbers each: line and character of the start, then of the end. */
export type Places = readonly number[];

export function numbersOf({ start, end }: Range): Places {
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

  /** @param places of the keys, in their order; what follows is not looked at */
  constructor(keys: readonly string[], places: Places) {
    this.keys = keys;
    this.#places = places;
  }

  /** `undefined` where the file does not have the key. */
  of(key: keyof FrontMatter): Range | undefined {
    const index = this.keys.indexOf(key);
    return index === -1 ? undefined : rangeAt(this.#places, index);
  }

  /** The numbers of all keys. */
  get places(): Places {
    return this.#places.slice(0, 4 * this.keys.length);
  }
}
