import type { Lesson } from '../../core/lesson/lesson';
import type { Match } from '../../core/match/match';

/** A match without what whoever reads it knows already: the lesson is named, and the file is not. */
export interface KeptMatch extends Omit<Match, 'lesson' | 'path'> {
  /** The lesson's id. */
  readonly lesson: string;
}

export function keptMatch({ lesson, path, ...rest }: Match): KeptMatch {
  return { ...rest, lesson: lesson.id };
}

/** The match again; none where the library has no such lesson. */
export function restoredMatch(
  { lesson: id, ...rest }: KeptMatch,
  path: string,
  lessons: ReadonlyMap<string, Lesson>,
): Match[] {
  const lesson = lessons.get(id);
  return lesson === undefined ? [] : [{ ...rest, lesson, path }];
}
