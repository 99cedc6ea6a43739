import type { Lesson } from '../lesson/lesson';
import { foldedWords } from './foldedWords';
import { searchFields } from './searchFields';

/** The number of a word stands above these, which say the field. */
const fieldBits = 4;

export function wordOf(entry: number): number {
  return entry >>> fieldBits;
}

export function fieldOf(entry: number): number {
  return entry & ((1 << fieldBits) - 1);
}

/**
 * The words of lessons as numbers. A lesson never changes, so its words are listed once, with its body read that one
 * time; after a change of the folder only the changed lessons are new. Words of lessons that are gone stay: they are few.
 */
export class WordIndex {
  readonly words: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #entries = new WeakMap<Lesson, Uint32Array>();

  /** Each word with each field it stands in, to be read by `wordOf` and `fieldOf`. */
  of(lesson: Lesson): Uint32Array {
    const known = this.#entries.get(lesson);
    if (known !== undefined) {
      return known;
    }
    const entries = new Set<number>();
    for (const [field, [, { texts }]] of searchFields.entries()) {
      for (const text of texts(lesson)) {
        for (const word of foldedWords(text)) {
          entries.add((this.#added(word) << fieldBits) | field);
        }
      }
    }
    const listed = Uint32Array.from(entries);
    this.#entries.set(lesson, listed);
    return listed;
  }

  /** `undefined` for a word that stands in no lesson that was read. */
  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  #added(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) {
      return known;
    }
    this.#numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}
