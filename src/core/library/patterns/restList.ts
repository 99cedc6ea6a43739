/** A place where the search was at rest; what it had found before depends on nothing at `reach` or behind it. */
export interface Rest {
  readonly at: number;
  readonly reach: number;
}

/**
 * The rests of a search in the order of the text, with a gap where it was edited last (a gap buffer): what lies behind
 * the gap moves with the text at no cost, and whoever types on at one place moves nothing.
 */
export class RestList {
  readonly #before: Rest[] = [];
  /** The last one comes first, and all are off by `#shift`. */
  readonly #behind: Rest[] = [];
  #shift = 0;

  clear(): void {
    this.#before.length = 0;
    this.truncate();
  }

  /** Opens the gap behind the rests that nothing from `start` on can have touched; gives the last of them. */
  open(start: number): Rest | undefined {
    let last = this.#before.at(-1);
    while (last !== undefined && last.reach > start) {
      this.#before.pop();
      this.#behind.push(this.#moved(last, -this.#shift));
      last = this.#before.at(-1);
    }
    let next = this.next;
    while (next !== undefined && next.reach <= start) {
      this.skip();
      this.#before.push(next);
      next = this.next;
    }
    return this.#before.at(-1);
  }

  /** Moves all behind the gap with the text. */
  shift(by: number): void {
    this.#shift += by;
  }

  /** The first rest behind the gap. */
  get next(): Rest | undefined {
    const next = this.#behind.at(-1);
    return next && this.#moved(next, this.#shift);
  }

  /** Drops the first rest behind the gap. */
  skip(): void {
    this.#behind.pop();
  }

  /** Drops all behind the gap. */
  truncate(): void {
    this.#behind.length = 0;
  }

  /** Adds a rest before the gap. */
  add(rest: Rest): void {
    this.#before.push(rest);
  }

  /** Lets all behind the gap depend on what was read up to `reach`. As each reaches as far as the one before, few change. */
  join(reach: number): void {
    for (let at = this.#behind.length - 1; at >= 0; at--) {
      const rest = this.#behind[at];
      if (rest === undefined || rest.reach + this.#shift >= reach) {
        return;
      }
      this.#behind[at] = { at: rest.at, reach: reach - this.#shift };
    }
  }

  #moved({ at, reach }: Rest, by: number): Rest {
    return { at: at + by, reach: reach + by };
  }
}
