/** ASCII letters of both cases, and some other characters, become alike: what is found is verified anyway. */
export const caseBit = 0x20;
const caseBits = 0x20202020;
const multiplier = 0x9e3779b1;

/** Of so many buckets one is used: few pieces of a text then lead to an entry in vain. */
const sparsity = 32;
const fewestBits = 12;
const mostBits = 16;

/** A literal as bytes: where `mask` has a bit, the bytes of a text are compared with it set. */
export interface ByteLiteral {
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly mask: Uint8Array;
}

/** A piece of a literal by which it is found: as many bytes as the table is for, from `offset` on. */
export interface Gram {
  readonly literal: ByteLiteral;
  readonly offset: number;
}

/** Takes what is found: a literal, and the offset at which it begins. */
export interface LiteralSink {
  add(index: number, start: number): void;
}

/** Columns of a row of the table; rows are counted from 1. */
const column = { value: 0, mask: 1, next: 2, offset: 3, first: 4, length: 5, literal: 6 } as const;
const columns = 8;

/** Which literals have a piece of four bytes, or of two, by a hash of the piece; each one found by it is compared in full. */
export class GramTable {
  /** By hash: the last row with it. */
  readonly #heads: Uint16Array | Uint32Array;
  readonly #shift: number;
  /**
   * For each piece its value and the bits that are set in a text before it is compared with that, the next row with the
   * same hash, how far into its literal it lies, and of the literal the first of its words, the length in bytes and the index.
   */
  readonly #rows: Int32Array;
  /** All literals in words as long as a piece; the last word of one may share bytes with the word before it. */
  readonly #words: Int32Array;
  readonly #wordMasks: Int32Array;
  readonly #size: number;

  /** @param size bytes of a piece: 4 or 2 */
  constructor(grams: readonly Gram[], size: number) {
    const bits = Math.ceil(Math.log2(Math.max(1, grams.length) * sparsity));
    this.#shift = 32 - Math.min(mostBits, Math.max(fewestBits, bits));
    const Entries = grams.length < 0xffff ? Uint16Array : Uint32Array;
    this.#heads = new Entries(2 ** (32 - this.#shift));
    this.#rows = new Int32Array((grams.length + 1) * columns);
    this.#size = size;
    const firsts = new Map<ByteLiteral, number>();
    const words: number[] = [];
    const masks: number[] = [];
    for (const { literal } of grams) {
      if (!firsts.has(literal)) {
        firsts.set(literal, words.length);
        words.push(...wordsOf(literal.bytes, size));
        masks.push(...wordsOf(literal.mask, size));
      }
    }
    this.#words = Int32Array.from(words);
    this.#wordMasks = Int32Array.from(masks);
    grams.forEach((gram, index) => {
      this.#add(index + 1, gram, firsts.get(gram.literal) ?? 0);
    });
  }

  #add(number: number, { literal: { bytes, mask, index }, offset }: Gram, first: number): void {
    const row = this.#rows.subarray(number * columns);
    const value = pieceAt(bytes, offset, this.#size);
    const hash = Math.imul(value | caseBits, multiplier) >>> this.#shift;
    row[column.value] = value;
    row[column.mask] = pieceAt(mask, offset, this.#size);
    row[column.next] = this.#heads[hash] ?? 0;
    row[column.offset] = offset;
    row[column.first] = first;
    row[column.length] = bytes.length;
    row[column.literal] = index;
    this.#heads[hash] = number;
  }

  /** Looks at every fourth place alone: finds each literal whose pieces cover four places in a row. */
  searchFourth(bytes: Uint8Array, sink: LiteralSink): void {
    const { length } = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, length);
    const first = -bytes.byteOffset & 3;
    if (length <= first) {
      return;
    }
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + first, (length - first) >> 2);
    const [heads, shift, count] = [this.#heads, this.#shift, words.length];
    for (let at = 0; at < count; at++) {
      const piece = words[at] as number;
      const head = heads[Math.imul(piece | caseBits, multiplier) >>> shift] as number;
      if (head !== 0) {
        this.#verify(head, piece, view, first + 4 * at, sink);
      }
    }
  }

  /** Looks at every second place alone: finds each literal whose pieces cover two places in a row. */
  searchSecond(bytes: Uint8Array, sink: LiteralSink): void {
    const { length } = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, length);
    const first = bytes.byteOffset & 1;
    if (length <= first) {
      return;
    }
    const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset + first, (length - first) >> 1);
    const [heads, shift, count] = [this.#heads, this.#shift, pairs.length];
    let piece = (pairs[0] ?? 0) << 16;
    for (let at = 1; at < count; at++) {
      piece = (piece >>> 16) | ((pairs[at] as number) << 16);
      const head = heads[Math.imul(piece | caseBits, multiplier) >>> shift] as number;
      if (head !== 0) {
        this.#verify(head, piece, view, first + 2 * at - 2, sink);
      }
    }
  }

  /** Looks at each place. */
  searchEach(bytes: Uint8Array, sink: LiteralSink): void {
    const { length } = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, length);
    const [heads, shift, size] = [this.#heads, this.#shift, this.#size];
    const fill = 32 - 8 * size;
    let piece = 0;
    for (let at = 0; at < length; at++) {
      piece = (piece >>> 8) | ((bytes[at] as number) << 24);
      const head = heads[Math.imul((piece >>> fill) | caseBits, multiplier) >>> shift] as number;
      if (head !== 0) {
        this.#verify(head, piece >>> fill, view, at + 1 - size, sink);
      }
    }
  }

  #verify(head: number, piece: number, view: DataView, at: number, sink: LiteralSink): void {
    const rows = this.#rows;
    for (let number = head; number !== 0; ) {
      const row = number * columns;
      if ((piece | (rows[row + column.mask] as number)) === rows[row + column.value]) {
        const start = at - (rows[row + column.offset] as number);
        if (this.#stands(row, view, start)) {
          sink.add(rows[row + column.literal] as number, start);
        }
      }
      number = rows[row + column.next] as number;
    }
  }

  #stands(row: number, view: DataView, start: number): boolean {
    const size = this.#size;
    const end = start + (this.#rows[row + column.length] as number);
    if (start < 0 || end > view.byteLength) {
      return false;
    }
    const [words, masks] = [this.#words, this.#wordMasks];
    let word = this.#rows[row + column.first] as number;
    for (let at = start; at < end; at += size, word++) {
      const place = Math.min(at, end - size);
      const found = size === 4 ? view.getInt32(place, true) : view.getUint16(place, true);
      if ((found | (masks[word] as number)) !== words[word]) {
        return false;
      }
    }
    return true;
  }
}

function wordsOf(bytes: Uint8Array, size: number): number[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, at) =>
    pieceAt(bytes, Math.min(at * size, bytes.length - size), size),
  );
}

/** So many bytes as a number, the first one lowest. */
function pieceAt(bytes: Uint8Array, at: number, size: number): number {
  return bytes.subarray(at, at + size).reduceRight((piece, byte) => (piece << 8) | byte, 0);
}
