import type { IndexedScope } from '../lesson/lesson';
import type { CompiledScope } from '../library/compiledLesson';
import { isInLessonFolder } from '../library/files';
import type { Library } from '../library/library';
import type { ReachingScope } from '../library/scopeIndex';
import type { Source } from './source';

/**
 * The scopes of a library whose paths and languages let a file in. None in the lesson folder, as lessons quote the code
 * they warn of, and none where the policy keeps lessons away.
 * @param language `undefined` where only the text tells it: then every language is let in
 */
export function reachingScopes(
  library: Library,
  path: string,
  language: string | undefined,
): readonly ReachingScope[] {
  return isInLessonFolder(path) || library.ignores(path) ? [] : library.index.reaching(path, language);
}

/** Whether a file has the same matches in both libraries, and shows them alike, whatever stands in it. */
export function reachAlike(before: Library, after: Library, path: string, language: string): boolean {
  if (before.policy !== after.policy) {
    return false;
  }
  const known = new Set(reachingScopes(before, path, language).map(({ scope }) => scope));
  const scopes = reachingScopes(after, path, language);
  return scopes.length === known.size && scopes.every(({ scope }) => known.has(scope));
}

/** Whether it takes the file's text to tell if a scope holds. */
export function asksForText({
  scope: { symbols, pattern, structure, packages },
}: Pick<IndexedScope, 'scope'>): boolean {
  return [symbols, pattern, structure, packages].some((key) => key !== undefined);
}

/**
 * The glob by which one scope's paths and languages leave room for a file: an empty string where it names no paths;
 * `undefined` where they do not.
 */
export function letsIn(scope: CompiledScope, source: Pick<Source, 'path' | 'language'>): string | undefined {
  const { languages } = scope.scope;
  if (languages !== undefined && !languages.includes(source.language)) {
    return undefined;
  }
  return scope.pathReason(source.path);
}
