import type { Pattern, PatternHit } from '../../lesson/pattern';
import { Overread } from '../../lesson/regexp/overread';
import type { TextChange } from '../../text';
import { HitList } from './hitList';
import { type Rest, RestList } from './restList';

/** The search remembers about so often, in UTF-16 units, where it was at rest. */
const pace = 256;

/**
 * The hits of one pattern, which may reach over lines, in a text that changes. An edit is searched from the last rest
 * that it cannot have touched to the first one behind it at which the earlier search had rested too.
 */
export class TrackedPattern {
  readonly list = new HitList();
  readonly #pattern: Pattern;
  readonly #limit: number;
  readonly #rests = new RestList();
  #isFull = false;
  /** How many hits there are depends on what was read behind them, in the whole text. */
  #isCostly = false;

  constructor(pattern: Pattern, limit: number) {
    this.#pattern = pattern;
    this.#limit = limit;
  }

  /** Searches the whole text. */
  search(text: string): void {
    this.#rests.clear();
    const overread = new Overread();
    const { hits } = this.#run(text, { at: 0, reach: 0 }, overread);
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
    const from = this.#rests.open(start) ?? { at: 0, reach: 0 };
    while ((this.#rests.next?.at ?? Number.POSITIVE_INFINITY) < oldEnd + 2) {
      this.#rests.skip();
    }
    this.#rests.shift(shift);
    const overread = new Overread();
    const { hits, met } = this.#run(text, from, overread);
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
  #run(text: string, { at, reach }: Rest, overread: Overread): { hits: PatternHit[]; met?: number } {
    const hits: PatternHit[] = [];
    let from = at;
    let read = reach;
    while (hits.length <= this.#limit && !overread.isTooMuch) {
      while ((this.#rests.next?.at ?? from + 1) <= from) {
        this.#rests.skip();
      }
      const earlier = this.#rests.next?.at;
      const stop = earlier ?? from + pace;
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
      if (from === earlier) {
        this.#rests.join(read);
        return { hits, met: from };
      }
      this.#rests.add({ at: from, reach: read });
    }
    this.#rests.truncate();
    return { hits };
  }
}
