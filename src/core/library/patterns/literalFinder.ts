import { bitsOf, type Literal } from '../../lesson/regexp/requiredLiterals';
import { type ByteLiteral, caseBit, type Gram, GramTable, type LiteralSink } from './gramTable';

const quad = 4;
const pair = 2;

/** How many places in a row a table's pieces cover, so that it looks at no more than one of as many places. */
type Stride = 4 | 2 | 1;

/** Words of several bytes are read as the machine has them. */
const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/**
 * Finds many literals in a text of UTF-8 in one pass: by looking at every fourth place alone where all are long enough
 * (as Wu and Manber skip with blocks of characters), at every second one, or at each. Those of less than four bytes take
 * a pass of their own.
 */
export class LiteralFinder {
  readonly #quads: GramTable | undefined;
  readonly #pairs: GramTable | undefined;
  readonly #stride: Stride;

  constructor(literals: readonly Literal[]) {
    const encoder = new TextEncoder();
    const all = literals.map(({ text, anyCase }, index) => byteLiteral(encoder.encode(text), anyCase, index));
    const long = all.filter(({ bytes }) => bytes.length >= quad);
    const short = all.filter(({ bytes }) => bytes.length < quad);
    this.#stride = strideFor(long);
    this.#quads = tableOf(long, quad, this.#stride);
    this.#pairs = tableOf(short, pair, 1);
  }

  /** Tells of each place where a literal stands, by its index among those given: for each literal from left to right. */
  find(bytes: Uint8Array, sink: LiteralSink): void {
    if (this.#stride === 4) {
      this.#quads?.searchFourth(bytes, sink);
    } else if (this.#stride === 2) {
      this.#quads?.searchSecond(bytes, sink);
    } else {
      this.#quads?.searchEach(bytes, sink);
    }
    this.#pairs?.searchEach(bytes, sink);
  }
}

function strideFor(literals: readonly ByteLiteral[]): Stride {
  const shortest = Math.min(...literals.map(({ bytes }) => bytes.length));
  const room = isLittleEndian ? shortest - quad + 1 : 1;
  return room >= 4 ? 4 : room >= 2 ? 2 : 1;
}

function tableOf(literals: readonly ByteLiteral[], size: number, stride: Stride): GramTable | undefined {
  const grams = literals.flatMap((literal): Gram[] => {
    const start = rarestPiece(literal.bytes, size + stride - 1);
    return Array.from({ length: stride }, (_, at) => ({ literal, offset: start + at }));
  });
  return grams.length === 0 ? undefined : new GramTable(grams, size);
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
