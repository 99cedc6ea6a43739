/** ASCII letters of both cases, and some other characters, become alike: what is found is verified anyway. */
export const caseBit = 0x20;
const caseBits = 0x20202020;

/** A literal as bytes: where `mask` has a bit, the bytes of a text are compared with it set. */
export interface ByteLiteral {
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly mask: Uint8Array;
}

/** Told of a literal and the offset at which it begins; true ends the search. */
export type OnLiteral = (index: number, start: number) => boolean;

/** Which literals have a piece of a few bytes, by a hash of the piece; each literal found by it is compared in full. */
export class GramTable {
  readonly #heads = new Uint16Array(1 << 16);
  readonly #literals: ByteLiteral[] = [];
  /** How far into the literal the piece lies. */
  readonly #offsets: number[] = [];
  /** The next entry with the same hash, counted from 1. */
  readonly #next: number[] = [];

  get isEmpty(): boolean {
    return this.#literals.length === 0;
  }

  get isFull(): boolean {
    return this.#literals.length >= 0xffff;
  }

  addQuad(literal: ByteLiteral, offset: number): void {
    this.#add(literal, offset, hashOf(quadAt(literal.bytes, offset)));
  }

  addPair(literal: ByteLiteral, offset: number): void {
    this.#add(literal, offset, pairAt(literal.bytes, offset));
  }

  /** Looks at every fourth place alone: finds each literal whose entries cover four places in a row. */
  searchAligned(bytes: Uint8Array, length: number, onLiteral: OnLiteral): boolean {
    const first = -bytes.byteOffset & 3;
    const count = (length - first) >> 2;
    if (count <= 0) {
      return false;
    }
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset + first, count);
    const heads = this.#heads;
    for (let at = 0; at < count; at++) {
      const word = words[at] as number;
      const head = heads[Math.imul(littleEndian(word) | caseBits, 0x9e3779b1) >>> 16] as number;
      if (head !== 0 && this.#verify(head, bytes, length, first + 4 * at, onLiteral)) {
        return true;
      }
    }
    return false;
  }

  searchQuads(bytes: Uint8Array, length: number, onLiteral: OnLiteral): boolean {
    const heads = this.#heads;
    let quad = 0;
    for (let at = 0; at < length; at++) {
      quad = (quad >>> 8) | ((bytes[at] as number) << 24);
      const head = heads[Math.imul(quad | caseBits, 0x9e3779b1) >>> 16] as number;
      if (head !== 0 && this.#verify(head, bytes, length, at - 3, onLiteral)) {
        return true;
      }
    }
    return false;
  }

  searchPairs(bytes: Uint8Array, length: number, onLiteral: OnLiteral): boolean {
    const heads = this.#heads;
    let pair = 0;
    for (let at = 0; at < length; at++) {
      pair = (pair >>> 8) | (((bytes[at] as number) | caseBit) << 8);
      const head = heads[pair] as number;
      if (head !== 0 && this.#verify(head, bytes, length, at - 1, onLiteral)) {
        return true;
      }
    }
    return false;
  }

  #add(literal: ByteLiteral, offset: number, hash: number): void {
    this.#literals.push(literal);
    this.#offsets.push(offset);
    this.#next.push(this.#heads[hash] ?? 0);
    this.#heads[hash] = this.#literals.length;
  }

  #verify(head: number, bytes: Uint8Array, length: number, at: number, onLiteral: OnLiteral): boolean {
    for (let entry = head - 1; entry >= 0; entry = (this.#next[entry] as number) - 1) {
      const literal = this.#literals[entry] as ByteLiteral;
      const start = at - (this.#offsets[entry] as number);
      if (start >= 0 && stands(literal, bytes, length, start) && onLiteral(literal.index, start)) {
        return true;
      }
    }
    return false;
  }
}

function stands(
  { bytes: wanted, mask }: ByteLiteral,
  bytes: Uint8Array,
  length: number,
  start: number,
): boolean {
  if (start + wanted.length > length) {
    return false;
  }
  for (let at = 0; at < wanted.length; at++) {
    if (((bytes[start + at] as number) | (mask[at] as number)) !== wanted[at]) {
      return false;
    }
  }
  return true;
}

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

function littleEndian(word: number): number {
  return isLittleEndian
    ? word
    : ((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}

function quadAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}

function hashOf(quad: number): number {
  return Math.imul(quad | caseBits, 0x9e3779b1) >>> 16;
}

function pairAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | caseBit | (((bytes[at + 1] ?? 0) | caseBit) << 8);
}
