import type { ProblemFact } from '../lesson/problem';
import { canHoldSymbol } from './codeSymbol';
import { sureWord } from './symbolWords';

export type Report = (fact: ProblemFact & { readonly code: 'symbol-not-found' }) => void;

/** A symbol's name in a lesson that no file was seen to have so far, and who wants to know. */
export interface Missing {
  readonly symbol: string;
  readonly report: Report;
}

/** What is still missing of the symbols that scopes ask for which let in the same files. */
export class MissingSymbols {
  /** The files whose symbols can be found. */
  readonly files: readonly string[];
  /** By a word that a file must hold to have the symbol; by the empty one where no word is sure. */
  readonly #byWord = new Map<string, Missing[]>();

  constructor(files: readonly string[]) {
    this.files = files;
  }

  get all(): readonly Missing[] {
    return [...this.#byWord.values()].flat();
  }

  get isEmpty(): boolean {
    return this.#byWord.size === 0;
  }

  add(missing: Missing): void {
    const word = sureWord(missing.symbol);
    const alike = this.#byWord.get(word) ?? [];
    this.#byWord.set(word, alike);
    alike.push(missing);
  }

  /** Those that a file can have, told by its words. */
  possibleIn(words: ReadonlySet<string>, text: string): Missing[] {
    const [few, many] = words.size < this.#byWord.size ? [words, this.#byWord] : [this.#byWord, words];
    const shared = [...few.keys()].filter((word) => many.has(word));
    return ['', ...shared].flatMap((word) =>
      (this.#byWord.get(word) ?? []).filter(({ symbol }) => canHoldSymbol(symbol, text)),
    );
  }

  /** Takes a symbol out, for all who want to know. */
  found(symbol: string): void {
    const word = sureWord(symbol);
    const left = (this.#byWord.get(word) ?? []).filter((missing) => missing.symbol !== symbol);
    if (left.length === 0) {
      this.#byWord.delete(word);
    } else {
      this.#byWord.set(word, left);
    }
  }
}
