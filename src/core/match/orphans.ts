import { grouped } from '../grouped';
import { type IndexedScope, isRetired, type Lesson } from '../lesson/lesson';
import type { Range } from '../text';
import type { FolderProblem } from './folderProblems';

/**
 * The lessons that hang in the air altogether: each of their scopes lets in no file, or names symbols of which none is
 * there. A pattern that hits nothing does not count, as that is what a lesson was written for.
 * @param problems what `folderProblems` said of these lessons
 */
export function orphansAmong(
  lessons: readonly Lesson[],
  problems: readonly FolderProblem[],
): ReadonlySet<Lesson> {
  const byPath = grouped(problems, ({ path }) => path);
  return new Set(
    lessons.filter((lesson) => {
      const own = byPath.get(lesson.path) ?? [];
      return own.length > 0 && !isRetired(lesson) && lesson.scopes.every((scope) => isLost(scope, own));
    }),
  );
}

function isLost({ scope, ranges }: IndexedScope, problems: readonly FolderProblem[]): boolean {
  const here = (place: Range | undefined, code: FolderProblem['code']) =>
    problems.some((problem) => problem.code === code && isSame(problem.range, place));
  const symbols = scope.symbols ?? [];
  return (
    here(ranges.paths ?? ranges.scope, 'scope-no-file') ||
    (symbols.length > 0 && symbols.every((_, at) => here(ranges.symbols[at], 'symbol-not-found')))
  );
}

function isSame(a: Range, b: Range | undefined): boolean {
  return a.start.line === b?.start.line && a.start.character === b.start.character;
}
