import { isRetired, type Lesson } from '../lesson/lesson';
import type { Library } from '../library/library';
import type { Held, Holder } from './held';

/** What a lesson is about. */
export type Theme =
  | { readonly kind: 'theme'; readonly title: string }
  | { readonly kind: 'tag' | 'cwe' | 'factor'; readonly word: string }
  | { readonly kind: 'no-theme' };

export interface KeyedTheme {
  readonly key: string;
  readonly name: Theme;
}

/**
 * Tells the theme of each of these lessons by who said it, the most deliberate first: the lesson that generalizes it
 * (somebody looked at several and drew one from them), its first tag (the team's own word), its first CWE (the field's
 * word), its first factor (what made it possible, which every accepted lesson has).
 */
export function themesOf(lessons: readonly Held[]): (held: Held) => KeyedTheme {
  const general = new Map<Holder, ReadonlyMap<string, Lesson>>();
  for (const { folder } of lessons) {
    if (!general.has(folder)) {
      general.set(folder, generalLessons(folder.library));
    }
  }
  return ({ folder, lesson }) => {
    const above = general.get(folder)?.get(lesson.id);
    return above === undefined
      ? themeByWord(lesson)
      : { key: `theme:${above.id}`, name: { kind: 'theme', title: above.title } };
  };
}

/** By id, the most general lesson above each; one that is above others, and below none, stands for itself. */
function generalLessons({ lessons, byId }: Library): ReadonlyMap<string, Lesson> {
  const above = new Map<string, Lesson>();
  const heads = lessons.filter((lesson) => !isRetired(lesson));
  for (const lesson of heads) {
    for (const { key, id } of lesson.relations) {
      if (key === 'generalizes' && id !== lesson.id && byId.has(id) && !above.has(id)) {
        above.set(id, lesson);
      }
    }
  }
  const general = [...new Set(above.values())].map((lesson) => [lesson.id, lesson] as const);
  return new Map([...general, ...above].map(([id, lesson]) => [id, topOf(lesson, above)]));
}

function topOf(lesson: Lesson, above: ReadonlyMap<string, Lesson>): Lesson {
  const way = new Set([lesson]);
  for (let next = above.get(lesson.id); next !== undefined; next = above.get(next.id)) {
    if (way.has(next)) {
      // Lessons that generalize each other in a circle: any one of them will do, as long as all agree.
      return [...way].reduce((first, one) => (one.id < first.id ? one : first));
    }
    way.add(next);
  }
  return [...way].at(-1) ?? lesson;
}

function themeByWord({ frontMatter: { tags, cwe, factors } }: Lesson): KeyedTheme {
  const words = { tag: tags?.[0], cwe: cwe?.[0], factor: factors?.[0] };
  for (const kind of ['tag', 'cwe', 'factor'] as const) {
    const word = words[kind];
    if (word !== undefined) {
      return { key: `${kind}:${word}`, name: { kind, word } };
    }
  }
  return { key: 'no-theme', name: { kind: 'no-theme' } };
}
