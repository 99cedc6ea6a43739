import type { Capture } from '../capture';
import type { Source } from '../source';
import type { GrammarFiles } from '../symbolFinder';

export interface StructureHit {
  readonly start: number;
  readonly end: number;
  readonly captures: readonly Capture[];
}

export type StructureResult =
  | { readonly kind: 'hits'; readonly hits: readonly StructureHit[] }
  | {
      readonly kind: 'none';
      readonly reason: 'no-grammar' | 'failed' | 'not-code';
      readonly detail?: string;
    };

export class StructureFinder {
  readonly #files: GrammarFiles;

  constructor(files: GrammarFiles) {
    this.#files = files;
  }

  async hitsOfAll(
    _source: Source,
    _patterns: readonly string[],
    _limit: number,
  ): Promise<ReadonlyMap<string, StructureResult>> {
    return new Map();
  }
}
