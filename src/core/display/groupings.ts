import { grouped } from '../grouped';
import type { Lesson } from '../lesson/lesson';
import { type Severity, type Status, severities, statuses } from '../lesson/vocabulary';
import { packOf } from '../library/files';
import { groupedByArea } from './areaGroups';
import type { ListedLesson } from './listing';
import { type ReviewReason, urgency } from './review';
import { type Theme, themesOf } from './themes';

/** The ways to look at all lessons. */
export const groupings = ['area', 'theme', 'severity', 'status', 'source'] as const;
export type Grouping = (typeof groupings)[number];

export type GroupName =
  /** Relative to the folder, or to the window where it has several; empty for lessons that apply anywhere. */
  | { readonly kind: 'area'; readonly path: string }
  | Theme
  | { readonly kind: 'severity'; readonly severity: Severity }
  | { readonly kind: 'status'; readonly status: Status | 'withdrawn' }
  | { readonly kind: 'review'; readonly reason: ReviewReason['kind'] }
  | { readonly kind: 'folder' | 'pack'; readonly name: string };

export interface Group<T> {
  /** Tells it apart from the other groups, and stays the same while lessons come and go. */
  readonly key: string;
  readonly name: GroupName;
  readonly lessons: readonly T[];
}

/** Lessons in groups, none of them empty; each lesson is in one group, in the order in which they came. */
export function groupsOf<L extends ListedLesson>(lessons: readonly L[], by: Grouping): Group<L>[] {
  switch (by) {
    case 'area':
      return areas(lessons);
    case 'theme':
      return themes(lessons);
    case 'severity':
      return inOrder(
        lessons,
        severities,
        ({ lesson }) => lesson.severity,
        (severity) => ({ kind: 'severity', severity }),
      );
    case 'status':
      return inOrder(lessons, [...statuses, 'withdrawn'] as const, statusOf, (status) => ({
        kind: 'status',
        status,
      }));
    case 'source':
      return sources(lessons);
  }
}

/** Lessons that need review by their most urgent reason, the most urgent first. */
export function reviewGroups<L extends ListedLesson>(lessons: readonly L[]): Group<L>[] {
  return inOrder(
    lessons,
    urgency,
    ({ reasons: [first] }) => first?.kind,
    (reason) => ({ kind: 'review', reason }),
  );
}

/** Each folder's areas by themselves, as their paths are relative to it. */
function areas<L extends ListedLesson>(lessons: readonly L[]): Group<L>[] {
  const byFolder = [...grouped(lessons, ({ folder }) => folder)];
  return byFolder.flatMap(([folder, inside], index) => {
    const placed = inside.map((item) => ({ area: item.area, item }));
    return groupedByArea(placed).map(({ area, items }): Group<L> => {
      const path = [...(byFolder.length > 1 ? [folder.name] : []), ...area].join('/');
      return { key: `area:${index}:${path}`, name: { kind: 'area', path }, lessons: items };
    });
  });
}

function themes<L extends ListedLesson>(lessons: readonly L[]): Group<L>[] {
  const themeOf = themesOf(lessons);
  const byKey = grouped(lessons, (held) => themeOf(held).key);
  const { compare } = new Intl.Collator();
  return [...byKey.values()]
    .flatMap((inside) => inside.slice(0, 1).map((first) => ({ ...themeOf(first), lessons: inside })))
    .sort(
      (a, b) =>
        Number(a.name.kind === 'no-theme') - Number(b.name.kind === 'no-theme') ||
        b.lessons.length - a.lessons.length ||
        compare(a.key, b.key),
    );
}

function inOrder<T, V extends string>(
  lessons: readonly T[],
  order: readonly V[],
  choiceOf: (lesson: T) => V | undefined,
  nameOf: (value: V) => GroupName,
): Group<T>[] {
  const groups = grouped(lessons, choiceOf);
  return order.flatMap((value) => {
    const inside = groups.get(value);
    return inside === undefined ? [] : [{ key: value, name: nameOf(value), lessons: inside }];
  });
}

function statusOf({ lesson }: { readonly lesson: Lesson }): Status | 'withdrawn' {
  return lesson.frontMatter.withdrawn === undefined ? lesson.status : 'withdrawn';
}

/** Each folder, followed by its packs. */
function sources<L extends ListedLesson>(lessons: readonly L[]): Group<L>[] {
  const byFolder = grouped(lessons, ({ folder }) => folder);
  return [...byFolder].flatMap(([folder, inFolder], index) => {
    const byPack = [...grouped(inFolder, ({ lesson }) => packOf(lesson.path) ?? '')];
    return byPack
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([pack, inside]) =>
          ({
            key: `source:${index}:${pack}`,
            name: pack === '' ? { kind: 'folder', name: folder.name } : { kind: 'pack', name: pack },
            lessons: inside,
          }) satisfies Group<L>,
      );
  });
}
