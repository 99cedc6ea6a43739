/** A text as UTF-8, in memory that the next text takes over, and the way back from its bytes to UTF-16. */
export class TextBytes {
  readonly #encoder = new TextEncoder();
  #memory = new Uint8Array(1 << 16);
  #length = 0;
  #isAscii = true;

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
    this.#isAscii = written === text.length;
  }

  /** Turns offsets of bytes, ascending, into offsets of UTF-16 units, in place. */
  toUnits(offsets: number[]): void {
    if (this.#isAscii) {
      return;
    }
    let byte = 0;
    let unit = 0;
    offsets.forEach((offset, index) => {
      for (; byte < offset; byte++) {
        const value = this.#memory[byte] as number;
        unit += value < 0x80 || value >= 0xc0 ? (value >= 0xf0 ? 2 : 1) : 0;
      }
      offsets[index] = unit;
    });
  }
}
