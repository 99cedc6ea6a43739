import type { Pattern, PatternHit } from '../../lesson/pattern';
import { Overread } from '../../lesson/regexp/overread';
import type { TextChange } from '../../text';
import { HitList } from './hitList';

/** The search remembers about so often, in UTF-16 units, where it was at rest. */
const pace = 256;

/** A place where the search was at rest; what it had found before depends on nothing at `reach` or behind it. */
interface Rest {
  at: number;
  reach: number;
}

/**
 * The hits of one pattern, which may reach over lines, in a text that changes. An edit is searched from the last rest
 * that it cannot have touched to the first one behind it at which the earlier search had rested too.
 */
export class TrackedPattern {
  readonly list = new HitList();
  readonly #pattern: Pattern;
  readonly #limit: number;
  #rests: Rest[] = [];
  #isFull = false;
  /** How many hits there are depends on what was read behind them, in the whole text. */
  #isCostly = false;

  constructor(pattern: Pattern, limit: number) {
    this.#pattern = pattern;
    this.#limit = limit;
  }

  /** Searches the whole text. */
  search(text: string): void {
    this.#rests = [];
    const overread = new Overread();
    const { hits } = this.#run(text, { at: 0, reach: 0 }, [], overread);
    this.list.replace(0, this.list.length, hits, 0);
    this.#isFull = this.list.cut(this.#limit);
    this.#isCostly = overread.isAny;
  }

  update(text: string, { start, oldEnd, newEnd }: TextChange): void {
    if (this.#isFull || this.#isCostly) {
      this.search(text);
      return;
    }
    const shift = newEnd - oldEnd;
    const untouched = countWhile(this.#rests, ({ reach }) => reach <= start);
    const from = this.#rests[untouched - 1] ?? { at: 0, reach: 0 };
    const behind = this.#rests.slice(untouched).filter(({ at }) => at >= oldEnd + 2);
    for (const rest of behind) {
      rest.at += shift;
      rest.reach += shift;
    }
    this.#rests.length = untouched;
    const overread = new Overread();
    const { hits, met } = this.#run(text, from, behind, overread);
    if (overread.isAny) {
      this.search(text);
      return;
    }
    const [first, last] = [from.at, met === undefined ? Number.POSITIVE_INFINITY : met - shift];
    this.list.replace(this.list.countBefore(first), this.list.countBefore(last), hits, shift);
    this.#isFull = this.list.cut(this.#limit);
  }

  /**
   * Searches from a rest on, and notes new ones, until it meets one of the earlier search, from which on all is as it
   * was; `met` is where.
   */
  #run(
    text: string,
    { at, reach }: Rest,
    earlier: readonly Rest[],
    overread: Overread,
  ): { hits: PatternHit[]; met?: number } {
    const hits: PatternHit[] = [];
    let next = 0;
    let from = at;
    let read = reach;
    while (hits.length <= this.#limit && !overread.isTooMuch) {
      while ((earlier[next]?.at ?? from + 1) <= from) {
        next++;
      }
      const stop = earlier[next]?.at ?? from + pace;
      const found = this.#pattern.find(text, { from, to: text.length, stop }, overread);
      read = Math.max(read, found.read);
      if (found.kind === 'hit') {
        hits.push({ start: found.start, end: found.end });
        from = found.end;
        continue;
      }
      from = found.at;
      if (from >= text.length) {
        break;
      }
      if (from === earlier[next]?.at) {
        this.#rests.push(
          ...earlier.slice(next).map((rest) => ({ at: rest.at, reach: Math.max(rest.reach, read) })),
        );
        return { hits, met: from };
      }
      this.#rests.push({ at: from, reach: read });
    }
    return { hits };
  }
}

/** How many entries hold a condition that no later one holds again. */
function countWhile<T>(entries: readonly T[], holds: (entry: T) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && holds(entry)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
