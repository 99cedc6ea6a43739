import type { Lesson } from '../lesson/lesson';
import type { RelationKey } from '../lesson/problem';
import type { Library } from './library';

/** The ids of the lessons that one lesson has to do with, whichever side says so; some may be of no lesson here. */
export interface Relatives {
  readonly supersededBy: readonly string[];
  readonly supersedes: readonly string[];
  readonly generalizes: readonly string[];
  readonly generalizedBy: readonly string[];
  readonly related: readonly string[];
}

export function relativesOf(lesson: Lesson, library: Library): Relatives {
  const said = (key: RelationKey) => lesson.relations.filter((one) => one.key === key).map(({ id }) => id);
  const saidOf = (key: RelationKey) =>
    library.lessons
      .filter(({ relations }) => relations.some((one) => one.key === key && one.id === lesson.id))
      .map(({ id }) => id);
  const both = (...ids: readonly (readonly string[])[]) =>
    [...new Set(ids.flat())].filter((id) => id !== lesson.id);
  return {
    supersededBy: both(said('superseded_by'), saidOf('supersedes')),
    supersedes: both(said('supersedes'), saidOf('superseded_by')),
    generalizes: both(said('generalizes')),
    generalizedBy: both(saidOf('generalizes')),
    related: both(said('related'), saidOf('related')),
  };
}
