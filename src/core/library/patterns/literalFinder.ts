import { bitsOf, type Literal } from '../../lesson/regexp/requiredLiterals';
import { type ByteLiteral, caseBit, GramTable, type OnLiteral } from './gramTable';

/** A literal of this many bytes holds four whole pieces of four bytes, one of which lies at a multiple of four. */
const alignedLength = 7;

/**
 * Finds many literals in a text of UTF-8 in one pass, or one for each class of length: long ones by looking at every
 * fourth place alone (as Wu and Manber skip with blocks of characters), shorter ones at each.
 */
export class LiteralFinder {
  readonly #long = new GramTable();
  readonly #short = new GramTable();
  readonly #tiny = new GramTable();

  constructor(literals: readonly Literal[]) {
    const encoder = new TextEncoder();
    literals.forEach((literal, index) => {
      this.#add(byteLiteral(encoder.encode(literal.text), literal.anyCase, index));
    });
  }

  /** Tells of each place where a literal stands, by its index among those given; true if it was told to stop. */
  find(bytes: Uint8Array, length: number, onLiteral: OnLiteral): boolean {
    return (
      (!this.#long.isEmpty && this.#long.searchAligned(bytes, length, onLiteral)) ||
      (!this.#short.isEmpty && this.#short.searchQuads(bytes, length, onLiteral)) ||
      (!this.#tiny.isEmpty && this.#tiny.searchPairs(bytes, length, onLiteral))
    );
  }

  #add(literal: ByteLiteral): void {
    const { length } = literal.bytes;
    if (length >= alignedLength) {
      const start = rarestPiece(literal.bytes, alignedLength);
      for (let offset = start; offset <= start + 3; offset++) {
        this.#long.addQuad(literal, offset);
      }
    } else if (length >= 4) {
      this.#short.addQuad(literal, rarestPiece(literal.bytes, 4));
    } else {
      this.#tiny.addPair(literal, rarestPiece(literal.bytes, 2));
    }
  }
}

function byteLiteral(bytes: Uint8Array, anyCase: boolean, index: number): ByteLiteral {
  const mask = bytes.map((byte) => (anyCase && byte >= 0x61 && byte <= 0x7a ? caseBit : 0));
  return { index, bytes, mask };
}

/** Where the piece of so many bytes begins whose bytes are the rarest in code. */
function rarestPiece(bytes: Uint8Array, size: number): number {
  const bits = [...bytes].map((byte) => bitsOf(String.fromCharCode(byte)));
  const rarity = (start: number) => bits.slice(start, start + size).reduce((sum, value) => sum + value, 0);
  const starts = Array.from({ length: bytes.length - size + 1 }, (_, start) => start);
  return starts.reduce((best, start) => (rarity(start) > rarity(best) ? start : best), 0);
}
