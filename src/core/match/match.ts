import type { Lesson } from '../lesson/lesson';
import type { CompiledLesson, CompiledScope } from '../library/compiledLesson';
import { isInLessonFolder } from '../library/files';
import type { Library } from '../library/library';
import type { Range } from '../text';
import { type CodeSymbol, meansSymbol } from './codeSymbol';
import type { Source } from './source';

/** sharp: a pattern hit; named: a symbol; broad: a path or language alone. */
export type MatchClass = 'sharp' | 'named' | 'broad';

/** What decided: the scope's index in the file, and the glob, symbol and pattern that held, where the scope has them. */
export interface Why {
  readonly scope: number;
  readonly path?: string;
  readonly symbol?: string;
  readonly pattern?: string;
}

/** One place where one lesson applies. Plain data; positions are good for the text that was matched. */
export interface Match {
  readonly lesson: Lesson;
  readonly path: string;
  readonly class: MatchClass;
  /** The hit, or the symbol's name; absent for a broad match, which means the file. */
  readonly range?: Range;
  /** What has to change for the match to count as changed: the hit, or the symbol's body. */
  readonly extent?: Range;
  readonly why: Why;
}

/** More hits of one scope in one file are left out: nobody reads them, and each costs memory. */
const hitLimit = 1000;

/** Whether symbols are worth finding before `matchLessons`: some lesson's paths and language let the source in. */
export function asksForSymbols(library: Library, source: Source): boolean {
  return library.compiled.some(({ scopes }) =>
    scopes.some((scope) => scope.scope.symbols !== undefined && letsIn(scope, source) !== undefined),
  );
}

/** Whether the source's text can matter to any lesson, judged by its path alone. */
export function asksForText(library: Library, path: string, language: string): boolean {
  return (
    !library.ignores(path) &&
    library.compiled.some(({ scopes }) =>
      scopes.some((scope) => letsIn(scope, { path, language }) !== undefined),
    )
  );
}

/**
 * Which lessons apply to a source, and where: by position, then id. A lesson's broad matches are left out where it has
 * a sharper one.
 */
export function matchLessons(
  library: Library,
  source: Source,
  symbols: readonly CodeSymbol[],
): readonly Match[] {
  if (isInLessonFolder(source.path) || library.ignores(source.path)) {
    return [];
  }
  return library.compiled.flatMap((lesson) => matchLesson(lesson, source, symbols)).sort(byPlace);
}

function matchLesson(compiled: CompiledLesson, source: Source, symbols: readonly CodeSymbol[]): Match[] {
  const found = compiled.scopes.flatMap((scope) => matchScope(compiled.lesson, scope, source, symbols));
  const placed = found.filter((match) => match.range !== undefined);
  if (placed.length === 0) {
    return found.slice(0, 1);
  }
  const seen = new Set<string>();
  return placed.filter(({ range }) => {
    const place = JSON.stringify(range);
    return !seen.has(place) && seen.add(place);
  });
}

/**
 * The glob by which a scope's paths and languages leave room for a source: an empty string where it names no paths;
 * `undefined` where they do not.
 */
export function letsIn(scope: CompiledScope, source: Pick<Source, 'path' | 'language'>): string | undefined {
  const { languages } = scope.scope;
  if (languages !== undefined && !languages.includes(source.language)) {
    return undefined;
  }
  return scope.pathReason(source.path);
}

function matchScope(
  lesson: Lesson,
  scope: CompiledScope,
  source: Source,
  symbols: readonly CodeSymbol[],
): Match[] {
  const glob = letsIn(scope, source);
  if (glob === undefined) {
    return [];
  }
  const why: Why = glob === '' ? { scope: scope.index } : { scope: scope.index, path: glob };
  const base = { lesson, path: source.path };
  const named = scope.scope.symbols;
  const meant = named && symbols.filter((symbol) => named.some((name) => meansSymbol(name, symbol.name)));
  if (scope.pattern !== undefined) {
    return patternMatches(base, why, scope, source, meant);
  }
  if (meant !== undefined) {
    return meant.map((symbol) => symbolMatch(base, why, source, symbol));
  }
  return [{ ...base, class: 'broad', why }];
}

type Base = Pick<Match, 'lesson' | 'path'>;

function symbolMatch(base: Base, why: Why, { text }: Source, symbol: CodeSymbol): Match {
  return {
    ...base,
    class: 'named',
    range: text.range(symbol.nameStart, symbol.nameEnd),
    extent: text.range(symbol.bodyStart, symbol.bodyEnd),
    why: { ...why, symbol: symbol.name },
  };
}

function patternMatches(
  base: Base,
  why: Why,
  scope: CompiledScope,
  { text }: Source,
  meant: readonly CodeSymbol[] | undefined,
): Match[] {
  if (meant?.length === 0) {
    return [];
  }
  const hits = scope.pattern?.hits(text.value, hitLimit) ?? [];
  return hits.flatMap(({ start, end }): Match[] => {
    const symbol = meant?.findLast(({ bodyStart, bodyEnd }) => bodyStart <= start && end <= bodyEnd);
    const range = text.range(start, end);
    if ((meant !== undefined && symbol === undefined) || isUnwanted(scope, text.line(range.start.line))) {
      return [];
    }
    const place = symbol === undefined ? why : { ...why, symbol: symbol.name };
    const pattern = scope.scope.pattern;
    return [{ ...base, class: 'sharp', range, extent: range, why: { ...place, pattern } }];
  });
}

function isUnwanted(scope: CompiledScope, line: string): boolean {
  return scope.notPattern?.test(line) === true;
}

function byPlace(a: Match, b: Match): number {
  const startOf = ({ range }: Match) => range?.start ?? { line: -1, character: 0 };
  const [first, second] = [startOf(a), startOf(b)];
  return (
    first.line - second.line || first.character - second.character || (a.lesson.id < b.lesson.id ? -1 : 1)
  );
}
