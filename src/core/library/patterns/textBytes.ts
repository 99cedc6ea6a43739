/** So many bytes are counted through for an offset that is looked up. */
const block = 256;

/** A text as UTF-8, in memory that the next text takes over, and the way back from its bytes to UTF-16. */
export class TextBytes {
  readonly #encoder = new TextEncoder();
  #memory = new Uint8Array(1 << 16);
  #length = 0;
  #isAscii = true;
  #blocks: number[] = [];

  get bytes(): Uint8Array {
    return this.#memory;
  }

  /** How many of the bytes are the text's. */
  get length(): number {
    return this.#length;
  }

  get isAscii(): boolean {
    return this.#isAscii;
  }

  take(text: string): void {
    if (this.#memory.length < text.length) {
      this.#memory = new Uint8Array(text.length * 2);
    }
    let { read, written } = this.#encoder.encodeInto(text, this.#memory);
    if (read < text.length) {
      this.#memory = new Uint8Array(text.length * 3);
      ({ read, written } = this.#encoder.encodeInto(text, this.#memory));
    }
    this.#length = written;
    this.#blocks = [];
    this.#isAscii = written === text.length;
  }

  /** Turns offsets of bytes, ascending, into offsets of UTF-16 units, in place. */
  toUnits(offsets: number[]): void {
    if (this.#isAscii || offsets.length === 0) {
      return;
    }
    this.#countBlocks();
    let byte = 0;
    let unit = 0;
    offsets.forEach((offset, index) => {
      if (offset - byte > block) {
        byte = offset - (offset % block);
        unit = this.#blocks[byte / block] ?? 0;
      }
      unit += this.#unitsBetween(byte, offset);
      byte = offset;
      offsets[index] = unit;
    });
  }

  /** For each block of bytes: how many units lie before it. */
  #countBlocks(): void {
    if (this.#blocks.length > 0) {
      return;
    }
    let units = 0;
    for (let byte = 0; byte < this.#length; byte += block) {
      this.#blocks.push(units);
      units += this.#unitsBetween(byte, Math.min(byte + block, this.#length));
    }
  }

  /** Units of the characters that begin in a stretch of bytes. */
  #unitsBetween(from: number, to: number): number {
    let units = 0;
    for (let at = from; at < to; at++) {
      const byte = this.#memory[at] as number;
      if ((byte & 0xc0) !== 0x80) {
        units += byte >= 0xf0 ? 2 : 1;
      }
    }
    return units;
  }
}
