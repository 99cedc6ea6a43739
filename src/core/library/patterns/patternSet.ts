import type { Pattern, PatternHit } from '../../lesson/pattern';

export class PatternSet {
  readonly #patterns: readonly Pattern[];

  constructor(patterns: readonly Pattern[]) {
    this.#patterns = patterns;
  }

  hits(text: string, limit: number, wanted: (index: number) => boolean = () => true) {
    const found = new Map<number, readonly PatternHit[]>();
    this.#patterns.forEach((pattern, index) => {
      const hits = wanted(index) ? pattern.hits(text, limit) : [];
      if (hits.length > 0) {
        found.set(index, hits);
      }
    });
    return found;
  }
}
