import type { Pattern, PatternHit } from '../../lesson/pattern';
import { hitsNear } from './hitsNear';
import { LiteralPlaces } from './literalPlaces';

/** By the index of a pattern, ascending: its hits from left to right, for those that have any. */
export type HitsByPattern = ReadonlyMap<number, readonly PatternHit[]>;

export type IsWanted = (pattern: number) => boolean;

const all: IsWanted = () => true;

/**
 * Many patterns that are looked for together: the literals that their hits must contain are found in one pass over the
 * text, and only the patterns that have one there are run, around it.
 */
export class PatternSet {
  readonly patterns: readonly Pattern[];
  readonly #literals: LiteralPlaces;
  /** Patterns of which no literal is known, which are run over each text. */
  readonly #unknown: readonly number[];

  constructor(patterns: readonly Pattern[]) {
    this.patterns = patterns;
    this.#literals = new LiteralPlaces(patterns);
    this.#unknown = patterns.flatMap(({ literals }, index) => (literals === undefined ? [index] : []));
  }

  /** What `Pattern.hits` gives for each pattern that is wanted; `wanted` is asked once for those that could have hits. */
  hits(text: string, limit: number, wanted = all): HitsByPattern {
    const places = this.#literals.find(text);
    const candidates = [...places.keys(), ...this.#unknown].filter(wanted).sort((a, b) => a - b);
    const hits = new Map<number, readonly PatternHit[]>();
    for (const index of candidates) {
      const pattern = this.patterns[index];
      const found = pattern?.literals === undefined ? undefined : places.get(index);
      const all =
        found === undefined || found === 'anywhere' || pattern?.literals === undefined
          ? pattern?.hits(text, limit)
          : hitsNear(pattern, pattern.literals, text, found, limit);
      if (all !== undefined && all.length > 0) {
        hits.set(index, all);
      }
    }
    return hits;
  }

  /** Whether a file can have hits, told by its bytes (UTF-8), so that most need not be decoded. */
  mayHit(bytes: Uint8Array, wanted = all): boolean {
    return this.#unknown.some(wanted) || this.#literals.isIn(bytes, wanted);
  }
}
