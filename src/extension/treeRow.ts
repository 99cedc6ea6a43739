import { isRetired } from '../core/lesson/lesson';
import { isFailure, type Problem } from '../core/lesson/problem';
import type { Match } from '../core/match/match';
import type { Analysis, FoundFinding } from './documentAnalysis';
import type { LessonFolder } from './lessonFolder';
import { type FoundLesson, refTo } from './lessonRef';
import { type Page, pagesOf } from './treePages';

export type Section =
  | { readonly kind: 'file' | 'broken' | 'all' }
  /** All lessons of one folder, where several have some. */
  | { readonly kind: 'folder'; readonly folder: LessonFolder };

export interface SectionRow {
  readonly kind: 'section';
  readonly section: Section;
  readonly rows: Row[];
}

export interface PageRow extends Page<Row> {
  readonly kind: 'page';
  readonly id: string;
}

/** A row of the tree. `folder` and `id` on a lesson's row make it an argument of the commands that open lessons. */
export type Row =
  | SectionRow
  | PageRow
  | {
      readonly kind: 'lesson';
      readonly folder: string;
      readonly id: string;
      readonly found: FoundLesson;
      readonly match?: Match;
    }
  | {
      readonly kind: 'broken';
      readonly folder: LessonFolder;
      readonly path: string;
      readonly problems: readonly Problem[];
    };

function firstOfEach(findings: readonly FoundFinding[]): FoundFinding[] {
  const first = new Map<string, FoundFinding>();
  for (const finding of findings) {
    const { id } = finding.match.lesson;
    first.set(id, first.get(id) ?? finding);
  }
  return [...first.values()];
}

/** One row for each lesson that applies to a document, in the order of the text. */
export function fileRows({ findings }: Analysis): Row[] {
  return firstOfEach(findings).map(({ folder, match }) => rowOf(folder, match.lesson, match));
}

/** What stands below a row: for a section that has too many rows, pages of them. */
export function rowsBelow(row: Row): Row[] {
  switch (row.kind) {
    case 'section': {
      const pages = pagesOf(row.rows, nameOf);
      return (
        pages?.map((page, index) => ({ kind: 'page', id: `${sectionId(row.section)}/${index}`, ...page })) ??
        row.rows
      );
    }
    case 'page':
      return row.rows;
    default:
      return [];
  }
}

/** Stable, so that a section that is folded stays so. */
export function sectionId(section: Section): string {
  return section.kind === 'folder' ? `folder:${section.folder.uri.toString()}` : section.kind;
}

function nameOf(row: Row): string {
  switch (row.kind) {
    case 'lesson':
      return row.found.lesson.title;
    case 'broken':
      return row.path.slice(row.path.lastIndexOf('/') + 1);
    default:
      return '';
  }
}

/** Every lesson, by folder where there are several. */
export function allRows(
  folders: readonly LessonFolder[],
  lessonRows: (folder: LessonFolder) => Row[],
): SectionRow[] {
  const holding = folders.filter(({ library }) => library.lessons.length > 0);
  return holding.map((folder) => {
    const section: Section = holding.length === 1 ? { kind: 'all' } : { kind: 'folder', folder };
    return { kind: 'section', section, rows: lessonRows(folder) };
  });
}

/** Every lesson of a folder; the retired ones come last. */
export function lessonRows(folder: LessonFolder): Row[] {
  const { compare } = new Intl.Collator();
  return [...folder.library.lessons]
    .sort((a, b) => Number(isRetired(a)) - Number(isRetired(b)) || compare(a.title, b.title))
    .map((lesson) => rowOf(folder, lesson));
}

function rowOf(folder: LessonFolder, lesson: FoundLesson['lesson'], match?: Match): Row {
  const found = { folder, lesson };
  return { kind: 'lesson', ...refTo(found), found, match };
}

/** The lesson files of a folder that have problems; what only time or taste found is no reason to repair. */
export function brokenRows(folder: LessonFolder): Row[] {
  return [...folder.library.problemsByPath].flatMap(([path, all]): Row[] => {
    const problems = all.filter(isFailure);
    return problems.length === 0 ? [] : [{ kind: 'broken', folder, path, problems }];
  });
}
