/** A text that may be made only when it is asked for. */
export interface LazyText {
  readonly value: string;
}

/**
 * A stretch of UTF-8 that is decoded whenever it is asked for. Of thousands of texts hardly one ever is, and as bytes they
 * are nothing that a collection of garbage has to copy.
 */
export class EncodedText implements LazyText {
  readonly #bytes: Uint8Array;
  readonly #start: number;
  readonly #end: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
  }

  get value(): string {
    // A text that starts with a byte order mark means it.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    return decoder.decode(this.#bytes.subarray(this.#start, this.#end));
  }

  /** Whether these bytes are the same, so that they need not be decoded to know it. */
  hasBytes(bytes: Uint8Array): boolean {
    const [start, own] = [this.#start, this.#bytes];
    if (bytes.length !== this.#end - start) {
      return false;
    }
    for (let at = 0; at < bytes.length; at++) {
      if (bytes[at] !== own[start + at]) {
        return false;
      }
    }
    return true;
  }
}
