import * as vscode from 'vscode';
import type { Lesson } from '../core/lesson/lesson';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';

/** Names a lesson in the arguments of a command. Plain data, as links in hovers carry it. */
export interface LessonRef {
  /** The workspace folder's URI. */
  readonly folder: string;
  readonly id: string;
}

/** A lesson with the folder that it was found in. */
export interface FoundLesson {
  readonly folder: LessonFolder;
  readonly lesson: Lesson;
}

export function refTo({ folder, lesson }: FoundLesson): LessonRef {
  return { folder: folder.uri.toString(), id: lesson.id };
}

/** The lesson that a command's argument names, now; arguments come from anywhere and are not trusted. */
export function findLesson(folders: LessonFolders, argument: unknown): FoundLesson | undefined {
  const { folder: wanted, id } = (argument ?? {}) as Partial<Record<keyof LessonRef, unknown>>;
  const folder = folders.all.find(({ uri }) => uri.toString() === wanted);
  const lesson = typeof id === 'string' ? folder?.library.byId.get(id) : undefined;
  return folder && lesson && { folder, lesson };
}

/** A lesson to choose. */
export interface LessonItem extends vscode.QuickPickItem {
  readonly found: FoundLesson;
}

export function lessonItem(found: FoundLesson): LessonItem {
  const { id, title, advice } = found.lesson;
  return { label: title, description: id, detail: advice === title ? undefined : advice, found };
}

/** The lessons among the rows that a view hands to a command when several are selected, each once. */
export function selectedLessons(folders: LessonFolders, selected: unknown): readonly FoundLesson[] {
  const found = Array.isArray(selected) ? selected.flatMap((one) => findLesson(folders, one) ?? []) : [];
  return [...new Map(found.map((one) => [one.lesson, one])).values()];
}

/** Lets the person choose a lesson; `undefined` where they turn away, or there is none. */
export async function pickLesson(
  folders: LessonFolders,
  title: string,
  isOffered: (lesson: Lesson) => boolean,
): Promise<FoundLesson | undefined> {
  const items = folders.all.flatMap((folder) =>
    folder.library.lessons.filter(isOffered).map((lesson) => lessonItem({ folder, lesson })),
  );
  return askForLesson(items, title);
}

/** Asks which of these lessons is meant; what is no lesson separates them. */
export async function askForLesson(
  items: readonly (LessonItem | (vscode.QuickPickItem & { readonly found?: undefined }))[],
  title: string,
): Promise<FoundLesson | undefined> {
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Search title, id and advice'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.found;
}
