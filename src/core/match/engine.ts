import type { Library } from '../library/library';
import { asksForSymbols, type Match, matchLessons } from './match';
import type { Source } from './source';
import type { SymbolFinder } from './symbolFinder';

/** Matches a source with whatever it takes; the one way in for the editor, the command line and agents. */
export async function matchSource(
  library: Library,
  source: Source,
  symbols: SymbolFinder,
): Promise<readonly Match[]> {
  const needed = asksForSymbols(library, source) ? await symbols.symbolsOf(source) : [];
  return matchLessons(library, source, needed);
}
