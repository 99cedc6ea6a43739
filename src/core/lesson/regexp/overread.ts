/**
 * So many UTF-16 units behind a match count for nothing. A search that knows where literals stand begins nearer to a
 * match than one that does not, and may read less behind it, by no more than a pattern is long.
 */
const free = 4096;
const most = 1 << 24;

/**
 * What one search through a text reads behind its matches to know where they end, which is read again for the next
 * ones: `a[^b]*b|a` reads to the end of the text for each `a`. It is bounded, as it alone is not linear in the text, and
 * depends on pattern and text alone, so that every way of searching stops at the same match.
 */
export class Overread {
  #units = 0;

  get isAny(): boolean {
    return this.#units > 0;
  }

  /** The search ends here, as at a limit of hits. */
  get isTooMuch(): boolean {
    return this.#units > most;
  }

  /** Takes where a match ended, and where the first character lay that had no part in finding it. */
  add(end: number, read: number): void {
    this.#units += Math.max(0, read - end - free);
  }
}
