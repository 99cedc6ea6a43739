import { RE2JS } from 're2js';
import { includes, lastAscii, newline, wordRanges } from './charSet';
import { boundariesOf, type Program } from './program';

/** What an assertion can tell of the character beside it; `edge` is the text's begin and end. */
export const besides = { edge: 0, newline: 1, word: 2, other: 3 } as const;
export type Beside = (typeof besides)[keyof typeof besides];

/** More sets of Unicode in one expression are left to the engine: each doubles the number of classes. */
const mostAsked = 3;
/** So many answers about single characters are kept. */
const mostAnswers = 5000;

interface CharClass {
  /** By the index of a set: whether it holds the characters of this class. */
  readonly isIn: readonly boolean[];
  readonly beside: Beside;
}

/** Characters in classes, so that a program treats all of one class alike; a table then has a column for each. */
export class Alphabet {
  /** The class of each ASCII character. */
  readonly ascii = new Uint16Array(lastAscii + 1);
  readonly classes: CharClass[] = [];
  readonly #program: Program;
  readonly #boundaries: readonly number[];
  /** For each stretch between two boundaries, by the answers of the asked sets, as bits, a class. */
  readonly #stretches: (readonly number[])[] = [];
  readonly #asked: readonly { readonly index: number; readonly expression: RE2JS }[];
  readonly #answers = new Map<number, number>();

  /** `undefined` where the program asks for too many sets of Unicode. */
  static of(program: Program): Alphabet | undefined {
    const asked = program.sets.flatMap(({ beyond }, index) =>
      beyond === undefined ? [] : { index, beyond },
    );
    return asked.length > mostAsked ? undefined : new Alphabet(program, asked);
  }

  private constructor(program: Program, asked: readonly { index: number; beyond: string }[]) {
    this.#program = program;
    this.#boundaries = boundariesOf(program);
    this.#asked = asked.map(({ index, beyond }) => ({ index, expression: RE2JS.compile(beyond) }));
    const known = new Map<string, number>();
    for (const first of this.#boundaries) {
      const answers = first > lastAscii ? 2 ** asked.length : 1;
      this.#stretches.push(Array.from({ length: answers }, (_, bits) => this.#classAt(first, bits, known)));
    }
    for (let character = 0; character <= lastAscii; character++) {
      this.ascii[character] = this.#stretches[this.#stretchOf(character)]?.[0] ?? 0;
    }
  }

  /** The class of a character beyond ASCII. */
  beyondAscii(character: number): number {
    return this.#stretches[this.#stretchOf(character)]?.[this.#answer(character)] ?? 0;
  }

  #classAt(first: number, bits: number, known: Map<string, number>): number {
    const isIn = this.#program.sets.map(({ ranges, beyond }, index) => {
      if (first <= lastAscii || beyond === undefined) {
        return includes(ranges, first);
      }
      return ((bits >> this.#asked.findIndex((asked) => asked.index === index)) & 1) === 1;
    });
    const beside = this.#program.hasAssertions ? besideOf(first) : besides.other;
    const key = `${isIn.map(Number).join('')} ${beside}`;
    const index = known.get(key) ?? this.classes.push({ isIn, beside }) - 1;
    known.set(key, index);
    return index;
  }

  #stretchOf(character: number): number {
    let low = 0;
    let high = this.#boundaries.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#boundaries[middle] ?? 0) <= character) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  #answer(character: number): number {
    if (this.#asked.length === 0) {
      return 0;
    }
    let bits = this.#answers.get(character);
    if (bits === undefined) {
      const text = String.fromCodePoint(character);
      bits = this.#asked.reduce(
        (sum, { expression }, index) => sum | (Number(expression.test(text)) << index),
        0,
      );
      if (this.#answers.size >= mostAnswers) {
        this.#answers.clear();
      }
      this.#answers.set(character, bits);
    }
    return bits;
  }
}

function besideOf(character: number): Beside {
  if (character === newline) {
    return besides.newline;
  }
  return includes(wordRanges, character) ? besides.word : besides.other;
}
