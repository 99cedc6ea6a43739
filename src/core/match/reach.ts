import type { IndexedScope, Lesson } from '../lesson/lesson';
import type { Policy } from '../lesson/policy';
import { buildLibrary, type Library } from '../library/library';
import type { Range } from '../text';
import { type ChangedLines, touches } from './changedLines';
import { canHoldSymbol } from './codeSymbol';
import { type Match, matchLessons } from './match';
import { type ProjectFiles, textsOf } from './projectFiles';
import { filesOf } from './scopeFiles';
import { type Source, sourceOf } from './source';
import type { SymbolFinder } from './symbolFinder';
import type { Turns } from './turns';

/** A symbol or a hit that a scope has in a project. */
export interface Place {
  readonly path: string;
  readonly range: Range;
  /** Whether the hit, or the symbol's body, lies in changed code. */
  readonly isChanged: boolean;
}

/** All that one scope has in a project at one moment, as the matcher finds it. */
export interface ScopeReach {
  /** The files that its paths and languages let in, sorted. */
  readonly files: readonly string[];
  /** The symbols that it names, hit by its pattern or not; absent where it names none. */
  readonly symbols?: readonly Place[];
  /** The hits of its pattern; absent where it has none. */
  readonly hits?: readonly Place[];
  /** Whether there may be more of everything than is listed. */
  readonly isCut: boolean;
}

/** Where a scope is tried, and with what. */
export interface Surroundings {
  readonly project: ProjectFiles;
  readonly symbols: SymbolFinder;
  readonly policy: Policy;
  readonly turns: Turns;
  /** Which lines of a file are changed; without it none are. */
  readonly changedLinesOf?: (source: Source) => Promise<ChangedLines>;
}

/** More places are not looked for: nobody reads them, and whoever sees so many writes another pattern. */
export const mostPlaces = 1000;

/**
 * What a scope of a lesson has in a project. Nothing where the lesson is retired; `undefined` where nobody wanted the
 * answer any more. Rejects where a file or a grammar cannot be read.
 */
export async function reachOf(
  lesson: Lesson,
  scope: IndexedScope,
  surroundings: Surroundings,
): Promise<ScopeReach | undefined> {
  const { project, policy, turns } = surroundings;
  const library = libraryOf(lesson, scope, policy);
  const paths = await project.paths();
  const compiled = library.compiled[0]?.scopes[0];
  const files: string[] = [];
  if (compiled !== undefined) {
    for await (const path of filesOf(compiled, library, paths, turns)) {
      files.push(path);
    }
  }
  files.sort();
  const found: Found = {
    ...{ symbols: scope.scope.symbols && [], hits: scope.scope.pattern === undefined ? undefined : [] },
    isCut: !paths.isWhole,
  };
  const isWanted = await search(lesson, scope, files, surroundings, found);
  return isWanted && (await turns.next()) ? { files, ...found } : undefined;
}

interface Found {
  readonly symbols: Place[] | undefined;
  readonly hits: Place[] | undefined;
  isCut: boolean;
}

/** Looks into the files; false where nobody wanted the answer any more. */
async function search(
  lesson: Lesson,
  scope: IndexedScope,
  files: readonly string[],
  { project, symbols: finder, policy, turns, changedLinesOf }: Surroundings,
  found: Found,
): Promise<boolean> {
  const { symbols: named, pattern, not_pattern, flags, ...rest } = scope.scope;
  if (named === undefined && pattern === undefined) {
    return true;
  }
  const hitLibrary = pattern === undefined ? undefined : libraryOf(lesson, scope, policy);
  // A pattern within symbols hides those that it does not hit, so they are asked for by themselves.
  const symbolLibrary = named && libraryOf(lesson, { ...scope, scope: { ...rest, symbols: named } }, policy);
  for await (const [path, text] of textsOf(project, files)) {
    if (!(await turns.next())) {
      return false;
    }
    if (named !== undefined && !named.some((wanted) => canHoldSymbol(wanted, text))) {
      continue;
    }
    const source = sourceOf(path, text);
    const symbols = named === undefined ? [] : await finder.symbolsOf(source);
    const matchesIn = (library: Library | undefined) =>
      library === undefined ? [] : matchLessons(library, source, symbols);
    const [symbolMatches, hits] = [matchesIn(symbolLibrary), matchesIn(hitLibrary)];
    if (symbolMatches.length + hits.length === 0) {
      continue;
    }
    const changed = await changedLinesOf?.(source);
    found.symbols?.push(...placesOf(symbolMatches, changed));
    found.hits?.push(...placesOf(hits, changed));
    if (isEnough(found.symbols) || isEnough(found.hits)) {
      found.isCut = true;
      break;
    }
  }
  return true;
}

/** Takes away what is more than enough. */
function isEnough(places: Place[] = []): boolean {
  places.splice(mostPlaces);
  return places.length === mostPlaces;
}

function libraryOf(lesson: Lesson, scope: IndexedScope, policy: Policy): Library {
  const alone = { path: lesson.path, lesson: { ...lesson, scopes: [scope] }, problems: [] };
  return buildLibrary([alone], { policy, policyProblems: [] });
}

function placesOf(matches: readonly Match[], changed: ChangedLines | undefined): Place[] {
  return matches.flatMap(({ path, range, extent }) =>
    range === undefined
      ? []
      : [{ path, range, isChanged: changed !== undefined && touches(changed, extent) }],
  );
}
