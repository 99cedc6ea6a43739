import { type AcceptanceKey, missingForAcceptance } from '../lesson/acceptance';
import { isRetired, type Lesson } from '../lesson/lesson';
import { reviewDue } from '../lesson/review';
import type { FrontMatter } from '../lesson/vocabulary';
import type { Library } from '../library/library';
import { type Relatives, relativesOf } from '../library/relatives';
import { type ProblemRecord, problemRecord } from './records';

/** A lesson as scripts and agents read it; part of the command line's contract. What a file does not say is null. */
export interface LessonRecord {
  readonly id: string;
  readonly title: string;
  readonly advice: string;
  readonly status: string;
  /** True for a lesson that is kept, and applies nowhere. */
  readonly retired: boolean;
  readonly severity: string;
  readonly confidence: string;
  /** The upper limit of display, where the file sets one. */
  readonly level: string | null;
  readonly path: string;
  readonly tags: readonly string[];
  readonly factors: readonly string[];
  readonly owners: readonly string[];
  readonly references: readonly { readonly type: string | null; readonly url: string }[];
  readonly created: string | null;
  readonly occurred: string | null;
  readonly reviewDue: string | null;
}

export function lessonRecord(lesson: Lesson, { policy }: Pick<Library, 'policy'>): LessonRecord {
  const { id, title, advice, status, severity, confidence, level = null, path, frontMatter } = lesson;
  const { tags = [], factors = [], owners = [], created = null, occurred = null } = frontMatter;
  return {
    ...{ id, title, advice, status, retired: isRetired(lesson), severity, confidence, level, path },
    ...{ tags, factors, owners },
    references: lesson.references.map(({ type = null, url }) => ({ type, url })),
    ...{ created, occurred, reviewDue: reviewDue(lesson, policy) ?? null },
  };
}

/** The title is null where no lesson here has the id. */
export interface RelativeRecord {
  readonly id: string;
  readonly title: string | null;
}

/** Everything about one lesson; part of the command line's contract. */
export interface FullLessonRecord extends LessonRecord {
  readonly relations: Readonly<Record<keyof Relatives, readonly RelativeRecord[]>>;
  /** What it lacks to be accepted. */
  readonly missing: readonly AcceptanceKey[];
  readonly problems: readonly ProblemRecord[];
  /** The keys of the format as the file gives them, by the format's own names. */
  readonly frontMatter: FrontMatter;
  readonly body: string;
}

export function fullLessonRecord(lesson: Lesson, library: Library): FullLessonRecord {
  const named = (ids: readonly string[]): readonly RelativeRecord[] =>
    ids.map((id) => ({ id, title: library.byId.get(id)?.title ?? null }));
  const relatives = relativesOf(lesson, library);
  return {
    ...lessonRecord(lesson, library),
    relations: {
      supersededBy: named(relatives.supersededBy),
      supersedes: named(relatives.supersedes),
      generalizes: named(relatives.generalizes),
      generalizedBy: named(relatives.generalizedBy),
      related: named(relatives.related),
    },
    missing: missingForAcceptance(lesson),
    problems: (library.problemsByPath.get(lesson.path) ?? []).map(problemRecord),
    frontMatter: lesson.frontMatter,
    body: lesson.body.value,
  };
}
