import type { Pattern } from '../../lesson/pattern';
import type { Literal } from '../../lesson/regexp/requiredLiterals';
import { type FoundLiterals, LiteralCollector } from './foundLiterals';
import { LiteralFinder } from './literalFinder';
import { TextBytes } from './textBytes';
import { UnitOffsets } from './unitOffsets';

/** Where the literals of a pattern stand, ascending, in UTF-16 units; `anywhere` where that cannot be told. */
export type Places = readonly number[] | 'anywhere';

/** What was found in the bytes of a file (UTF-8) before they were decoded; good as long as the bytes are. */
export interface ByteScan {
  readonly bytes: Uint8Array;
  readonly found: FoundLiterals;
}

/** Characters beyond ASCII that match a letter in any case, as bytes: the long s, and the sign of kelvin. */
const foldsToAscii = /[\u017f\u212a]/;
const longS = [0xc5, 0xbf];
const kelvin = [0xe2, 0x84, 0xaa];

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** The literals of many patterns, found in a text all at once. */
export class LiteralPlaces {
  readonly #finder: LiteralFinder;
  readonly #collector: LiteralCollector;
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
    this.#collector = new LiteralCollector(literals.length);
    this.#folding = patterns.flatMap(({ literals: required }, index) =>
      required?.any.some(({ text, anyCase }) => anyCase && /[ks]/.test(text)) === true ? [index] : [],
    );
  }

  scan(file: Uint8Array): ByteScan {
    const bytes = byteOrderMark.every((byte, at) => file[at] === byte) ? file.subarray(3) : file;
    this.#finder.find(bytes, this.#collector);
    return { bytes, found: this.#collector.take() };
  }

  /** By the index of the pattern: only those of which a literal stands in the text; `scan` is of its file. */
  find(text: string, scan?: ByteScan): Map<number, Places> {
    const known = scan && inUnits(scan, text);
    const places = this.#byPattern(known ?? this.#read(text));
    if (this.#folding.length > 0 && foldsToAscii.test(text)) {
      for (const pattern of this.#folding) {
        places.set(pattern, 'anywhere');
      }
    }
    return places;
  }

  /** Whether a literal of some pattern that is wanted stands in a file. */
  isIn({ bytes, found }: ByteScan, wanted: (pattern: number) => boolean): boolean {
    for (const literal of found.keys()) {
      if (this.#wantedBy[literal]?.some(wanted) === true) {
        return true;
      }
    }
    return this.#folding.some(wanted) && (holds(bytes, longS) || holds(bytes, kelvin));
  }

  #read(text: string): FoundLiterals {
    const bytes = this.#bytes.take(text);
    this.#finder.find(bytes, this.#collector);
    const found = this.#collector.take();
    return found.size === 0 || bytes.length === text.length
      ? found
      : moved(found, new UnitOffsets(bytes, false));
  }

  #byPattern(found: FoundLiterals): Map<number, Places> {
    const places = new Map<number, readonly number[]>();
    const mixed = new Set<number>();
    for (const [literal, own] of found) {
      for (const pattern of this.#wantedBy[literal] ?? []) {
        const others = places.get(pattern);
        places.set(pattern, others === undefined ? own : [...others, ...own]);
        if (others !== undefined) {
          mixed.add(pattern);
        }
      }
    }
    for (const pattern of mixed) {
      places.set(pattern, places.get(pattern)?.toSorted((a, b) => a - b) ?? []);
    }
    return places;
  }
}

/** What a scan found by where it is in the text; `undefined` where bytes that are no UTF-8 came to be other characters. */
function inUnits({ bytes, found }: ByteScan, text: string): FoundLiterals | undefined {
  if (found.size === 0 || bytes.length === text.length) {
    // Each byte is one unit, as none has more.
    return found;
  }
  if (text.includes('\uFFFD')) {
    return undefined;
  }
  const offsets = new UnitOffsets(bytes, true);
  return offsets.length === text.length ? moved(found, offsets) : undefined;
}

function moved(found: FoundLiterals, offsets: UnitOffsets): FoundLiterals {
  return new Map([...found].map(([literal, places]) => [literal, offsets.toUnits(places)]));
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
