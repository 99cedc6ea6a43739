import type { Pattern, PatternHit } from '../../lesson/pattern';
import { Overread } from '../../lesson/regexp/overread';
import type { Pieces } from '../../pieces';
import type { TextChange } from '../../text';
import { HitList } from './hitList';
import type { Places } from './literalPlaces';
import type { HitsByPattern, IsWanted, PatternSet } from './patternSet';
import { TrackedPattern } from './trackedPattern';

/** A pattern that looks at no other line: an edit concerns the lines that it touches. */
interface LinePattern {
  readonly list: HitList;
  /** There are as many hits as are kept, and perhaps more. */
  isFull: boolean;
  /** How many hits there are depends on what was read behind them, on all lines together. */
  isCostly: boolean;
}

/**
 * The hits of many patterns in a text that is being edited: always the same as `PatternSet.hits` of the text. Each pattern
 * is a piece of work; one session that was left in the middle of them is of no use any more.
 */
export class PatternSession {
  readonly #set: PatternSet;
  readonly #limit: number;
  readonly #wanted: IsWanted;
  readonly #inLines = new Map<number, LinePattern>();
  /** Patterns that may reach over lines, from when a literal of them was first seen. */
  readonly #overLines = new Map<number, TrackedPattern>();
  #hits?: HitsByPattern;

  constructor(set: PatternSet, limit: number, wanted: IsWanted = () => true) {
    this.#set = set;
    this.#limit = limit;
    this.#wanted = wanted;
  }

  /** Reads the first text. */
  *open(text: string): Pieces<void> {
    const set = this.#set;
    for (const [index, places] of set.candidates(text)) {
      yield;
      const pattern = this.#wantedPattern(index);
      if (pattern?.isLineBound === true) {
        const overread = new Overread();
        this.#replaceAll(
          this.#lineList(index),
          set.hitsAt(index, text, places, this.#limit, overread),
          overread,
        );
      } else if (pattern !== undefined) {
        this.#track(index, pattern, text);
      }
    }
  }

  get hits(): HitsByPattern {
    this.#hits ??= this.#collect();
    return this.#hits;
  }

  /** Takes the text as it is after an edit. */
  *update(text: string, change: TextChange): Pieces<void> {
    this.#hits = undefined;
    const start = change.start === 0 ? 0 : text.lastIndexOf('\n', change.start - 1) + 1;
    const lineEnd = text.indexOf('\n', change.newEnd);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const lines = text.slice(start, end);
    const candidates = this.#set.candidates(lines);
    for (const tracked of this.#overLines.values()) {
      yield;
      tracked.update(text, change);
    }
    for (const [index] of candidates) {
      const pattern = this.#wantedPattern(index);
      if (pattern?.isLineBound === true) {
        this.#lineList(index);
      } else if (pattern !== undefined && !this.#overLines.has(index)) {
        yield;
        this.#track(index, pattern, text);
      }
    }
    for (const [index, known] of this.#inLines) {
      yield;
      this.#updateLines(index, known, { text, lines, start, end, change, places: candidates.get(index) });
    }
  }

  #updateLines(index: number, known: LinePattern, edit: LineEdit): void {
    const { list } = known;
    const { start, end, change, places } = edit;
    const shift = change.newEnd - change.oldEnd;
    if (known.isFull && !known.isCostly && list.end < start) {
      return;
    }
    const overread = new Overread();
    const isWhole = known.isFull || known.isCostly;
    const found = isWhole ? [] : this.#set.hitsAt(index, edit.lines, places, this.#limit, overread);
    if (isWhole || overread.isAny) {
      const anew = new Overread();
      this.#replaceAll(known, this.#set.patterns[index]?.hits(edit.text, this.#limit, anew) ?? [], anew);
      return;
    }
    const hits = found.map((hit) => moved(hit, start));
    list.replace(list.countBefore(start), list.countBefore(end - shift), hits, shift);
    list.cut(this.#limit);
    known.isFull = list.length >= this.#limit;
  }

  #replaceAll(known: LinePattern, hits: readonly PatternHit[], overread: Overread): void {
    known.list.replace(0, known.list.length, hits, 0);
    known.isFull = hits.length >= this.#limit;
    known.isCostly = overread.isAny;
  }

  #wantedPattern(index: number): Pattern | undefined {
    return this.#wanted(index) ? this.#set.patterns[index] : undefined;
  }

  #lineList(index: number): LinePattern {
    const known = this.#inLines.get(index) ?? { list: new HitList(), isFull: false, isCostly: false };
    this.#inLines.set(index, known);
    return known;
  }

  #track(index: number, pattern: Pattern, text: string): void {
    const tracked = new TrackedPattern(pattern, this.#limit);
    tracked.search(text);
    this.#overLines.set(index, tracked);
  }

  #collect(): HitsByPattern {
    const lists = [...this.#inLines, ...this.#overLines].filter(([, { list }]) => list.length > 0);
    lists.sort(([a], [b]) => a - b);
    return new Map(lists.map(([index, { list }]) => [index, list.hits]));
  }
}

interface LineEdit {
  readonly text: string;
  /** The lines that the change touches, in the new text, from `start` to `end`. */
  readonly lines: string;
  readonly start: number;
  readonly end: number;
  readonly change: TextChange;
  readonly places?: Places;
}

function moved({ start, end }: PatternHit, by: number): PatternHit {
  return { start: start + by, end: end + by };
}
