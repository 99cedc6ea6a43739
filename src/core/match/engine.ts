import type { Library } from '../library/library';
import type { ByteScan } from '../library/patterns/literalPlaces';
import type { ReachingScope } from '../library/scopeIndex';
import { type ChangedLines, changesOf } from './changedLines';
import { decide } from './decide';
import { gather, type Shortfall } from './gather';
import type { Match } from './match';
import { reachingScopes } from './reachingScopes';
import { freshReader, type Reader } from './reader';
import type { Source } from './source';
import type { Tools } from './tools';
import { inTurns } from './turns';

/** Which lines of a source are changed; asked only where some lesson's `when` depends on it. */
export type ChangesOf = (source: Source) => Promise<ChangedLines>;

export interface Matched {
  readonly matches: readonly Match[];
  /** What could not be looked at, so that matches may be missing. */
  readonly shortfalls: readonly Shortfall[];
}

/**
 * Matches a source with whatever it takes; the one way in for the editor, the command line and agents.
 * @param scan what the library's patterns have in the bytes that the text was read from, where that is known
 */
export function matchSource(
  library: Library,
  source: Source,
  tools: Tools,
  changesIn: ChangesOf,
  scan?: ByteScan,
): Promise<Matched> {
  const scopes = reachingScopes(library, source.path, source.language);
  return matchScopes(
    scopes,
    source,
    tools,
    freshReader(source, library.index.patterns, tools.symbols, scan),
    changesIn,
  );
}

/** As `matchSource`, for scopes that are known to let the source in. */
export async function matchScopes(
  scopes: readonly ReachingScope[],
  source: Source,
  tools: Tools,
  reader: Reader,
  changesIn: ChangesOf,
): Promise<Matched> {
  const { evidence, shortfalls } = await gather(scopes, source, tools, reader);
  const matches = await inTurns(decide(scopes, source, evidence), reader.turns);
  return { matches: await fitting(matches, scopes, source, changesIn), shortfalls };
}

/** Leaves out what a scope's `when` does not hold for. */
async function fitting(
  matches: readonly Match[],
  scopes: readonly ReachingScope[],
  source: Source,
  changesIn: ChangesOf,
): Promise<readonly Match[]> {
  const whens = new Map(
    scopes.flatMap(({ lesson, scope }) => {
      const { when = 'any' } = scope.scope;
      return when === 'any' ? [] : [[`${lesson.lesson.id} ${scope.index}`, when] as const];
    }),
  );
  const whenOf = ({ lesson, why }: Match) => whens.get(`${lesson.id} ${why.scope}`);
  if (!matches.some((match) => whenOf(match) !== undefined)) {
    return matches;
  }
  const changed = await changesIn(source);
  return matches.flatMap((match): Match[] => {
    const when = whenOf(match);
    const holds = when === undefined || changesOf(changed, match.range, match.extent).includes(when);
    return holds ? [when === undefined ? match : { ...match, why: { ...match.why, when } }] : [];
  });
}
