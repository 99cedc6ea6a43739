import type { Lesson } from '../core/lesson/lesson';
import { harmlessLine } from '../core/present/harmlessText';
import { aligned } from './phrases';

/** Lessons below each other, one a line. */
export function lessonRows(lessons: readonly Lesson[]): string {
  return aligned(
    lessons.map(({ id, status, severity, title, frontMatter: { withdrawn } }) => [
      ...[id, withdrawn === undefined ? status : `${status}, withdrawn`, severity],
      harmlessLine(title),
    ]),
  );
}
