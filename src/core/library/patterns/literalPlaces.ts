import type { Pattern } from '../../lesson/pattern';
import type { Literal } from '../../lesson/regexp/requiredLiterals';
import { LiteralFinder } from './literalFinder';
import { TextBytes } from './textBytes';

/** Where the literals of a pattern stand, ascending, in UTF-16 units; `anywhere` where that cannot be told. */
export type Places = readonly number[] | 'anywhere';

/** Characters beyond ASCII that match a letter in any case, as bytes: the long s, and the sign of kelvin. */
const foldsToAscii = /[\u017f\u212a]/;
const longS = [0xc5, 0xbf];
const kelvin = [0xe2, 0x84, 0xaa];

/** The literals of many patterns, found in a text all at once. */
export class LiteralPlaces {
  readonly #finder: LiteralFinder;
  /** By literal: the patterns that want it. */
  readonly #wantedBy: number[][] = [];
  /** Patterns with a literal in any case that has a `k` or an `s`, which other characters match too. */
  readonly #folding: readonly number[];
  readonly #bytes = new TextBytes();

  constructor(patterns: readonly Pattern[]) {
    const literals: Literal[] = [];
    const known = new Map<string, number>();
    patterns.forEach((pattern, index) => {
      for (const literal of pattern.literals?.any ?? []) {
        const key = `${literal.anyCase} ${literal.text}`;
        const at = known.get(key) ?? literals.push(literal) - 1;
        known.set(key, at);
        this.#wantedBy[at] ??= [];
        this.#wantedBy[at]?.push(index);
      }
    });
    this.#finder = new LiteralFinder(literals);
    this.#folding = patterns.flatMap(({ literals: required }, index) =>
      required?.any.some(({ text, anyCase }) => anyCase && /[ks]/.test(text)) === true ? [index] : [],
    );
  }

  /** By the index of the pattern: only those of which a literal stands in the text. */
  find(text: string): Map<number, Places> {
    const places = new Map<number, number[]>();
    this.#bytes.take(text);
    this.#finder.find(this.#bytes.bytes, this.#bytes.length, (literal, start) => {
      for (const pattern of this.#wantedBy[literal] ?? []) {
        const known = places.get(pattern);
        if (known === undefined) {
          places.set(pattern, [start]);
        } else {
          known.push(start);
        }
      }
      return false;
    });
    for (const offsets of places.values()) {
      sortIfNeeded(offsets);
      this.#bytes.toUnits(offsets);
    }
    const all: Map<number, Places> = places;
    if (this.#folding.length > 0 && !this.#bytes.isAscii && foldsToAscii.test(text)) {
      for (const pattern of this.#folding) {
        all.set(pattern, 'anywhere');
      }
    }
    return all;
  }

  /** Whether a literal of some pattern that is wanted stands in a text of UTF-8. */
  isIn(bytes: Uint8Array, wanted: (pattern: number) => boolean): boolean {
    const isFound = this.#finder.find(
      bytes,
      bytes.length,
      (literal) => this.#wantedBy[literal]?.some(wanted) === true,
    );
    return isFound || (this.#folding.some(wanted) && (holds(bytes, longS) || holds(bytes, kelvin)));
  }
}

function holds(bytes: Uint8Array, character: readonly number[]): boolean {
  const [first = 0] = character;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (character.every((byte, offset) => bytes[at + offset] === byte)) {
      return true;
    }
  }
  return false;
}

function sortIfNeeded(offsets: number[]): void {
  for (let at = 1; at < offsets.length; at++) {
    if ((offsets[at] as number) < (offsets[at - 1] as number)) {
      offsets.sort((a, b) => a - b);
      return;
    }
  }
}
