import type { Lesson } from '../lesson/lesson';
import { searchFields } from './searchFields';
import { fieldOf, wordOf } from './wordIndex';

/** A lesson, and how much it has in common with a text: 1 where all words stand in its title. */
export interface Similar {
  readonly lesson: Lesson;
  readonly score: number;
  /** How many words they have in common. */
  readonly words: number;
}

const weights = searchFields.map(([, { weight }]) => weight);
const heaviest = Math.max(...weights);

/** The words of a text, weighed by how few lessons have them, as BM25 does: https://doi.org/10.1561/1500000019 */
export class CommonWords {
  readonly #words: ReadonlySet<number>;
  readonly #lessons: number;
  readonly #unknown: number;
  readonly #holding = new Map<number, number>();
  /** Told of all lessons, what every word in the best place would count. */
  #whole: number | undefined;

  /**
   * @param words by their numbers in the index
   * @param lessons how many there are
   * @param unknown how many words of the text stand in none of them
   */
  constructor(words: ReadonlySet<number>, lessons: number, unknown: number) {
    this.#words = words;
    this.#lessons = lessons;
    this.#unknown = unknown;
  }

  /** To be told of the words of every lesson before any is scored. */
  count(entries: Uint32Array): void {
    for (const word of this.#bestFields(entries).keys()) {
      this.#holding.set(word, (this.#holding.get(word) ?? 0) + 1);
    }
  }

  measured(entries: Uint32Array): Omit<Similar, 'lesson'> {
    let sum = 0;
    const best = this.#bestFields(entries);
    for (const [word, weight] of best) {
      sum += (this.#rarity(this.#holding.get(word) ?? 0) * weight) / heaviest;
    }
    this.#whole ??= this.#sum();
    return { score: sum === 0 ? 0 : sum / this.#whole, words: best.size };
  }

  /** By word, what it counts in the best field of the lesson where it stands. */
  #bestFields(entries: Uint32Array): ReadonlyMap<number, number> {
    const best = new Map<number, number>();
    for (const entry of entries) {
      const word = wordOf(entry);
      if (this.#words.has(word)) {
        best.set(word, Math.max(best.get(word) ?? 0, weights[fieldOf(entry)] ?? 0));
      }
    }
    return best;
  }

  #sum(): number {
    const known = [...this.#words].map((word) => this.#rarity(this.#holding.get(word) ?? 0));
    return known.reduce((sum, one) => sum + one, this.#unknown * this.#rarity(0));
  }

  #rarity(holding: number): number {
    return Math.log(1 + (this.#lessons - holding + 0.5) / (holding + 0.5));
  }
}
