import type { Lesson } from '../core/lesson/lesson';
import type { Library } from '../core/library/library';
import { lookUp } from '../core/library/lookup';
import { harmlessLine } from '../core/present/harmlessText';
import { UsageError } from './io';

const mostNamed = 5;

/**
 * The lesson that an id, or its beginning, means.
 * @throws UsageError where it means none, or several
 */
export function lessonMeant(id: string, library: Pick<Library, 'lessons' | 'byId'>): Lesson {
  const lookup = lookUp(id, library);
  switch (lookup.kind) {
    case 'found':
      return lookup.lesson;
    case 'ambiguous':
      throw new UsageError(
        `${lookup.lessons.length} ids begin with "${id}". Write more of one:\n${rows(lookup.lessons)}`,
      );
    case 'unknown':
      throw new UsageError(
        lookup.nearest.length === 0
          ? `No lesson has the id "${id}". lessons list tells the ids.`
          : `No lesson has the id "${id}". The nearest:\n${rows(lookup.nearest)}`,
      );
  }
}

function rows(lessons: readonly Lesson[]): string {
  const named = lessons.slice(0, mostNamed).map(({ id, title }) => `  ${id}  ${harmlessLine(title)}`);
  return [...named, ...(lessons.length > mostNamed ? ['  ...'] : [])].join('\n');
}
