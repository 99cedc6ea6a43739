/** A text as UTF-8, in memory that the next text takes over. */
export class TextBytes {
  readonly #encoder = new TextEncoder();
  #memory = new Uint8Array(1 << 16);

  /** The text's bytes, good until the next text is taken. */
  take(text: string): Uint8Array {
    if (this.#memory.length < text.length) {
      this.#memory = new Uint8Array(text.length * 2);
    }
    let { read, written } = this.#encoder.encodeInto(text, this.#memory);
    if (read < text.length) {
      this.#memory = new Uint8Array(text.length * 3);
      ({ read, written } = this.#encoder.encodeInto(text, this.#memory));
    }
    return this.#memory.subarray(0, written);
  }
}
