import type { PatternHit } from '../../lesson/pattern';
import type { TextChange } from '../../text';
import type { PatternSet } from './patternSet';

export class PatternSession {
  readonly #set: PatternSet;
  readonly #limit: number;
  #hits: ReadonlyMap<number, readonly PatternHit[]>;

  constructor(set: PatternSet, text: string, limit: number) {
    this.#set = set;
    this.#limit = limit;
    this.#hits = set.hits(text, limit);
  }

  get hits(): ReadonlyMap<number, readonly PatternHit[]> {
    return this.#hits;
  }

  update(text: string, _change: TextChange): void {
    this.#hits = this.#set.hits(text, this.#limit);
  }
}
