import * as vscode from 'vscode';
import type { Lesson } from '../core/lesson/lesson';
import { packOf } from '../core/library/files';
import type { LessonFolder } from './lessonFolder';

/** Where a lesson comes from, where that is not plain: a pack, or a folder among several that apply. */
export function sourceOfLesson(
  { path }: Lesson,
  folder: LessonFolder,
  among: readonly LessonFolder[],
): string | undefined {
  const pack = packOf(path);
  if (pack !== undefined) {
    return vscode.l10n.t('the pack {0}', pack);
  }
  const withLessons = among.filter(({ library }) => library.lessons.length > 0);
  return withLessons.length > 1 ? folder.name : undefined;
}
