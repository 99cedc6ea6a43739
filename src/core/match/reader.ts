import type { PatternHit } from '../lesson/pattern';
import type { CompiledScope } from '../library/compiledLesson';
import type { ByteScan } from '../library/patterns/literalPlaces';
import type { ScopePatterns } from '../library/scopePatterns';
import { hitLimit } from './decide';
import type { Source } from './source';
import type { SymbolFacts, SymbolFinder } from './symbolFinder';
import { canHoldAny } from './symbolWords';
import { inTurns, type Turns, withoutPause } from './turns';

/** How the text of a source is read: anew, or by what is known from before an edit. */
export interface Reader {
  /** The hits of the scopes' patterns; a scope without any is left out. */
  hits(scopes: readonly CompiledScope[]): Promise<ReadonlyMap<CompiledScope, readonly PatternHit[]>>;
  /** The symbols, as far as a scope with one of these names can need them. */
  symbols(names: readonly string[]): Promise<SymbolFacts>;
  /** Taken between the pieces of all that is made of what was read. */
  readonly turns: Turns;
}

const noSymbols: SymbolFacts = { kind: 'symbols', symbols: [] };

/**
 * Reads a source from its first letter to its last.
 * @param patterns those of the scopes that will be asked for, at least
 * @param scan what they have in the bytes that the text was read from, where that is known
 */
export function freshReader(
  source: Source,
  patterns: ScopePatterns,
  finder: SymbolFinder,
  scan?: ByteScan,
  turns: Turns = withoutPause,
): Reader {
  const { value } = source.text;
  return {
    turns,
    hits: async (scopes) => {
      const wanted = patterns.among(scopes);
      return patterns.byScope(await inTurns(patterns.set.hits(value, hitLimit, wanted, scan), turns));
    },
    symbols: async (names) => (canHoldAny(names, value) ? finder.factsOf(source, turns) : noSymbols),
  };
}
