import type { FileLesson } from '../core/display/fileLessons';
import type { Group } from '../core/display/groupings';
import type { ListedLesson } from '../core/display/listing';
import type { Suggestion } from '../core/learn/suggest';
import { isFailure, type Problem } from '../core/lesson/problem';
import type { FoundFinding } from './documentAnalysis';
import type { LessonFolder } from './lessonFolder';
import { type FoundLesson, refTo } from './lessonRef';
import type { SuggestedCommit } from './suggestions';
import { pagesOf } from './treePages';

/** From what matters now to what is there, and at last what is not there yet. */
export const sections = ['file', 'broken', 'review', 'all', 'worth'] as const;
export type Section = (typeof sections)[number];

/** There is one for each section, always the same, as the editor knows rows that are to be renewed by what they are. */
export interface SectionRow {
  readonly kind: 'section';
  readonly section: Section;
}

export interface GroupRow {
  readonly kind: 'group';
  readonly id: string;
  readonly group: Group<ListedLesson<LessonFolder>>;
  readonly parent: SectionRow;
}

/** Some of the rows below a section or group that has too many of them. */
export interface PageRow {
  readonly kind: 'page';
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly parent: SectionRow | GroupRow;
  /** Made when the page is opened. */
  rows(): readonly Row[];
}

type Parent = SectionRow | GroupRow | PageRow;

/** Where a lesson's row stands, and what it tells there. */
export type Told =
  | ({ readonly kind: 'file' } & FileLesson<FoundFinding>)
  | ({ readonly kind: 'review' } & Pick<ListedLesson, 'reasons'>)
  /** `source` where the group does not tell it. */
  | { readonly kind: 'all'; readonly source?: string };

/** `folder` and `id` make it an argument of the commands for lessons. */
export interface LessonRow {
  readonly kind: 'lesson';
  readonly folder: string;
  readonly id: string;
  readonly found: FoundLesson;
  readonly told: Told;
  readonly parent: Parent;
}

/** A lesson file that has problems. */
export interface BrokenRow {
  readonly kind: 'broken';
  readonly folder: LessonFolder;
  readonly path: string;
  readonly problems: readonly Problem[];
  readonly parent: Parent;
}

/** Why there are no lessons where one would look for them. */
export interface NoteRow {
  readonly kind: 'note';
  readonly note: 'no-file' | 'none-applies';
  readonly parent: SectionRow;
}

/** A commit that may be worth a lesson. `folder` and `ref` make it an argument of *Capture From Commit*. */
export interface SuggestionRow {
  readonly kind: 'suggestion';
  readonly folder: string;
  readonly ref: string;
  readonly suggestion: Suggestion;
  readonly parent: SectionRow;
}

export type Row = SuggestionRow | SectionRow | GroupRow | PageRow | LessonRow | BrokenRow | NoteRow;

export type BrokenFile = Omit<BrokenRow, 'kind' | 'parent'>;

/** The lesson files of a folder that have problems; what only time or taste found is no reason to repair. */
export function brokenFiles(folder: LessonFolder): BrokenFile[] {
  return [...folder.library.problemsByPath].flatMap(([path, all]) => {
    const problems = all.filter(isFailure);
    return problems.length === 0 ? [] : [{ folder, path, problems }];
  });
}

export function brokenRows(parent: SectionRow, files: readonly BrokenFile[]): readonly Row[] {
  const nameOf = ({ path }: BrokenFile) => path.slice(path.lastIndexOf('/') + 1);
  return paged(parent, files, nameOf, (file, below) => ({ kind: 'broken', ...file, parent: below }));
}

export function suggestionRows(parent: SectionRow, all: readonly SuggestedCommit[]): readonly Row[] {
  return all.map(({ folder, suggestion }) => ({
    ...{ kind: 'suggestion', folder: folder.uri.toString(), ref: suggestion.commit, suggestion, parent },
  }));
}

export function groupRows(
  parent: SectionRow,
  groups: readonly Group<ListedLesson<LessonFolder>>[],
): readonly GroupRow[] {
  return groups.map((group) => ({ kind: 'group', id: `${parent.section}:${group.key}`, group, parent }));
}

/** One row for each lesson, or pages of them. */
export function lessonRows<L extends FoundLesson>(
  parent: SectionRow | GroupRow,
  lessons: readonly L[],
  toldOf: (lesson: L) => Told,
): readonly Row[] {
  return paged(
    parent,
    lessons,
    ({ lesson }) => lesson.title,
    (one, below) => {
      const found = { folder: one.folder, lesson: one.lesson };
      return { kind: 'lesson', ...refTo(found), found, told: toldOf(one), parent: below };
    },
  );
}

function paged<T>(
  parent: SectionRow | GroupRow,
  items: readonly T[],
  nameOf: (item: T) => string,
  rowOf: (item: T, parent: Parent) => Row,
): readonly Row[] {
  const pages = pagesOf(items, nameOf);
  if (pages === undefined) {
    return items.map((item) => rowOf(item, parent));
  }
  const above = parent.kind === 'section' ? parent.section : parent.id;
  return pages.map(({ label, rows: some }, index): PageRow => {
    const page: PageRow = {
      ...{ kind: 'page', id: `${above}/${index}`, label, count: some.length, parent },
      rows: () => some.map((item) => rowOf(item, page)),
    };
    return page;
  });
}
