import * as l10n from '@vscode/l10n';
import { isLessonId } from '../lesson/identity';
import type { Lesson } from '../lesson/lesson';
import type { AuthorContext, Completion } from './completion';
import { lessonCard } from './lessonCard';
import type { BodyPlace, ValuePlace } from './place';
import { valueEntry } from './valueEntry';

/** A new id, where there is none to lose. */
export function freshId(place: ValuePlace, { newId }: AuthorContext): readonly Completion[] {
  return isLessonId(place.before + place.after)
    ? []
    : [{ ...valueEntry(place, 'word', newId()), description: l10n.t('a new id') }];
}

/** The other lessons, to be found by the words of their titles. */
export function lessonIds(place: ValuePlace, context: AuthorContext): readonly Completion[] {
  const own = place.top.get('id')?.[0];
  return othersOf(context)
    .filter(({ id }) => id !== own && !place.others.includes(id))
    .map((lesson) => {
      const entry = valueEntry(place, 'lesson', lesson.id);
      return { ...entry, ...about(lesson), filter: `${entry.filter} ${lesson.title}` };
    });
}

/** The same in the text below the front matter. */
export function lessonsInProse({ range }: BodyPlace, context: AuthorContext): readonly Completion[] {
  return othersOf(context).map((lesson) => ({
    ...{ kind: 'lesson', label: lesson.id, range, filter: `${lesson.id} ${lesson.title}` },
    ...about(lesson),
    insert: { kind: 'plain', text: lesson.id },
  }));
}

function othersOf({ library, path }: AuthorContext): readonly Lesson[] {
  return library.lessons.filter((lesson) => lesson.path !== path);
}

function about(lesson: Lesson) {
  return { description: lesson.title, documentation: lessonCard(lesson) };
}
