import type { IndexedScope, Lesson } from '../lesson/lesson';
import type { Severity, Status } from '../lesson/vocabulary';
import { CompiledScope } from '../library/compiledLesson';
import { isInLessonFolder } from '../library/files';
import type { Library } from '../library/library';
import { languageOfPath } from './language';
import { letsIn } from './reachingScopes';

/** Which lessons are asked for: any of the words of one kind, and every kind that has words. */
export interface LessonQuery {
  readonly statuses: readonly Status[];
  readonly severities: readonly Severity[];
  readonly tags: readonly string[];
  /** Code files, which need not exist, relative to the folder that holds `.lessons`. */
  readonly paths: readonly string[];
}

/** The lessons that fit, in the library's order; retired ones too, as they are still there to be found. */
export function lessonsFor(query: LessonQuery, library: Library): readonly Lesson[] {
  const tags = query.tags.map((tag) => tag.toLowerCase());
  const paths = query.paths.filter((path) => !isInLessonFolder(path) && !library.ignores(path));
  return library.lessons.filter(
    (lesson) =>
      fits(query.statuses, (status) => status === lesson.status) &&
      fits(query.severities, (severity) => severity === lesson.severity) &&
      fits(tags, (tag) => (lesson.frontMatter.tags ?? []).some((own) => own.toLowerCase() === tag)) &&
      (query.paths.length === 0 || paths.some((path) => letsFileIn(lesson.scopes, path))),
  );
}

function fits<T>(wanted: readonly T[], isIt: (word: T) => boolean): boolean {
  return wanted.length === 0 || wanted.some(isIt);
}

/** Whether paths and languages of some scope leave room for the file; what stands in it is not asked. */
function letsFileIn(scopes: readonly IndexedScope[], path: string): boolean {
  const source = { path, language: languageOfPath(path) ?? 'plaintext' };
  return scopes.some((scope) => letsIn(new CompiledScope(scope), source) !== undefined);
}
