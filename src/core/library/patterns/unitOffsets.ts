const carriageReturn = 0x0d;

/**
 * Whether four bytes are ASCII without `\r`: the highest bit of each is looked at, once as it is, and once where one
 * that is zero would borrow it.
 */
function isPlain(word: number): boolean {
  const others = word ^ 0x0d0d0d0d;
  return ((word | ((others - 0x01010101) & ~others)) & 0x80808080) === 0;
}

/**
 * The way from bytes of UTF-8 to the UTF-16 units of the text that was read from them: each character beyond ASCII has
 * fewer units than bytes, and of `\r\n` in a file the text has but one. Other places differ by the same amount as the ones before.
 */
export class UnitOffsets {
  /** Where a difference begins, ascending, in bytes. */
  readonly #froms: number[] = [];
  /** How many units fewer than bytes there are from there on. */
  readonly #lacks: number[] = [];
  /** Units of all. */
  readonly length: number;

  /** @param isOfFile whether line breaks are still those of a file, where the text has `\n` alone */
  constructor(bytes: Uint8Array, isOfFile: boolean) {
    const { length } = bytes;
    const dropped = isOfFile ? carriageReturn : -1;
    const view = new DataView(bytes.buffer, bytes.byteOffset, length);
    let lack = 0;
    for (let at = 0; at < length; at += 4) {
      if (at + 4 <= length && isPlain(view.getInt32(at, true))) {
        continue;
      }
      const end = Math.min(at + 4, length);
      for (let place = at; place < end; place++) {
        const byte = bytes[place] as number;
        if (byte >= 0xc0) {
          const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
          lack += size === 2 ? 1 : 2;
          this.#froms.push(place + size);
          this.#lacks.push(lack);
        } else if (byte === dropped && place + 1 < length && bytes[place + 1] === 0x0a) {
          lack++;
          this.#froms.push(place + 1);
          this.#lacks.push(lack);
        }
      }
    }
    this.length = length - lack;
  }

  /** Turns offsets of characters in the bytes, ascending, into offsets of units. */
  toUnits(offsets: readonly number[]): number[] {
    const [froms, lacks] = [this.#froms, this.#lacks];
    let next = 0;
    let lack = 0;
    return offsets.map((offset) => {
      if (next < froms.length && (froms[next] as number) <= offset) {
        next = this.#countUpTo(offset, next);
        lack = lacks[next - 1] as number;
      }
      return offset - lack;
    });
  }

  /** How many differences begin at an offset or before it, where at least `known` do. */
  #countUpTo(offset: number, known: number): number {
    let low = known;
    let high = this.#froms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#froms[middle] as number) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
