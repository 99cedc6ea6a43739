import { isRetired, type Lesson } from '../lesson/lesson';
import { reviewDue } from '../lesson/review';
import type { Library } from '../library/library';

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
