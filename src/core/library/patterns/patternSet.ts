import type { Pattern, PatternHit } from '../../lesson/pattern';
import { Overread } from '../../lesson/regexp/overread';
import type { Pieces } from '../../pieces';
import { hitsNear } from './hitsNear';
import { type ByteScan, LiteralPlaces, type Places } from './literalPlaces';

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

  /**
   * What `Pattern.hits` gives for each pattern that is wanted; `wanted` is asked once for those that could have hits.
   * @param scan of the file that the text was read from, as a `SourceText`, so that it is not searched once more
   */
  *hits(text: string, limit: number, wanted = all, scan?: ByteScan): Pieces<HitsByPattern> {
    const hits = new Map<number, readonly PatternHit[]>();
    const places = this.candidates(text, scan);
    for (const index of [...places.keys()].sort((a, b) => a - b)) {
      yield;
      const found = wanted(index) ? this.hitsAt(index, text, places.get(index), limit) : [];
      if (found.length > 0) {
        hits.set(index, found);
      }
    }
    return hits;
  }

  /** The patterns that could have hits in a text, and where their literals stand. */
  candidates(text: string, scan?: ByteScan): ReadonlyMap<number, Places> {
    const places = this.#literals.find(text, scan);
    for (const index of this.#unknown) {
      places.set(index, 'anywhere');
    }
    return places;
  }

  /** The hits of one pattern in a text by what `candidates` told of it there. */
  hitsAt(
    index: number,
    text: string,
    places: Places | undefined,
    limit: number,
    overread = new Overread(),
  ): readonly PatternHit[] {
    const pattern = this.patterns[index];
    if (pattern === undefined || places === undefined) {
      return [];
    }
    return pattern.literals === undefined || places === 'anywhere'
      ? pattern.hits(text, limit, overread)
      : hitsNear(pattern, pattern.literals, text, places, limit, overread);
  }

  /** Looks for the patterns in the bytes of a file (UTF-8), so that most files need not be decoded. */
  scan(bytes: Uint8Array): ByteScan {
    return this.#literals.scan(bytes);
  }

  /** Whether a file can have hits. */
  mayHit(scan: ByteScan, wanted = all): boolean {
    return this.#unknown.some(wanted) || this.#literals.isIn(scan, wanted);
  }
}
