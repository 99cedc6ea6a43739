import type { Lesson } from '../lesson/lesson';
import { searchFields } from './searchFields';
import { fieldOf, wordOf } from './wordIndex';

/** A lesson, and how much it has in common with a text. */
export interface Similar {
  readonly lesson: Lesson;
  /** 1 where all words stand in its title. */
  readonly score: number;
  /** How many words they have in common. */
  readonly words: number;
}

const weights = searchFields.map(([, { weight }]) => weight);
const heaviest = Math.max(...weights);

/** The words of a text, weighed by how few lessons have them, as BM25 does: https://doi.org/10.1561/1500000019 */
export class CommonWords {
  /** By a word's number in the index, its place among the words of the text, counted from 1. */
  readonly #places: Uint16Array;
  /** By place, what it counts in the best field of the lesson at hand. */
  readonly #best: Uint8Array;
  /** By place, in how many lessons it stands. */
  readonly #holding: Uint32Array;
  readonly #lessons: number;
  readonly #unknown: number;
  #whole: number | undefined;

  /**
   * @param words by their numbers in the index
   * @param size how many words the index has
   * @param lessons how many there are
   * @param unknown how many words of the text stand in none of them
   */
  constructor(words: readonly number[], size: number, lessons: number, unknown: number) {
    this.#places = new Uint16Array(size);
    for (const [at, word] of words.entries()) {
      this.#places[word] = at + 1;
    }
    this.#best = new Uint8Array(words.length + 1);
    this.#holding = new Uint32Array(words.length + 1);
    this.#lessons = lessons;
    this.#unknown = unknown;
  }

  /** To be told of the words of every lesson before any is measured. */
  count(entries: Uint32Array): void {
    this.#findBest(entries);
    for (let place = 1; place < this.#best.length; place++) {
      this.#holding[place] = (this.#holding[place] as number) + (this.#best[place] === 0 ? 0 : 1);
    }
  }

  measured(entries: Uint32Array): Omit<Similar, 'lesson'> {
    this.#findBest(entries);
    let [sum, words] = [0, 0];
    for (let place = 1; place < this.#best.length; place++) {
      const weight = this.#best[place] as number;
      if (weight > 0) {
        sum += (this.#rarity(place) * weight) / heaviest;
        words++;
      }
    }
    this.#whole ??= this.#sum();
    return { score: sum === 0 ? 0 : sum / this.#whole, words };
  }

  #findBest(entries: Uint32Array): void {
    const [places, best] = [this.#places, this.#best];
    best.fill(0);
    for (const entry of entries) {
      const place = places[wordOf(entry)] as number;
      if (place > 0) {
        best[place] = Math.max(best[place] as number, weights[fieldOf(entry)] as number);
      }
    }
  }

  /** What every word would count in the best field. */
  #sum(): number {
    const known = [...this.#holding.keys()].slice(1).map((place) => this.#rarity(place));
    return known.reduce((sum, one) => sum + one, this.#unknown * this.#rarity(0));
  }

  /** At place 0 stands what no lesson has. */
  #rarity(place: number): number {
    const holding = this.#holding[place] ?? 0;
    return Math.log(1 + (this.#lessons - holding + 0.5) / (holding + 0.5));
  }
}
