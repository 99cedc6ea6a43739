/**
 * Work that can be put down between any two of its pieces, each a few milliseconds at most: it yields there. Whoever does it
 * says what happens between them; what comes of it is the same.
 */
export type Pieces<T> = Generator<undefined, T>;

/** Does all pieces one after another. */
export function atOnce<T>(work: Pieces<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) {
      return value;
    }
  }
}
