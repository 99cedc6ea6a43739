import * as vscode from 'vscode';
import type { Draft } from '../core/learn/draft';
import { type SimilarLesson, similarLessons } from '../core/learn/similar';
import { isRetired, type Lesson } from '../core/lesson/lesson';
import { packOf } from '../core/library/files';
import { similarMessage } from '../core/present/similarWording';
import type { LessonSearch } from '../core/search/lessonSearch';
import type { LessonFolder } from './lessonFolder';
import type { SharedTurns } from './sharedTurns';

/** What is to become of a draft that tells of something that a lesson tells of, too. */
export type Wanted =
  | { readonly kind: 'new' }
  | { readonly kind: 'add' | 'supersede'; readonly lesson: Lesson };

/** Lessons are few enough to be compared at once; whoever has more than that is not to wait. In milliseconds. */
const patience = 2000;

interface WantedItem extends vscode.QuickPickItem {
  readonly wanted?: Wanted;
}

/** Asks whether a draft is one of the lessons that are near it; nothing is asked where none is. Turning away means a new one. */
export async function askSimilar(
  folder: LessonFolder,
  draft: Draft,
  search: LessonSearch,
  turns: SharedTurns,
): Promise<Wanted> {
  const end = Date.now() + patience;
  const ours = folder.library.lessons.filter(({ path }) => packOf(path) === undefined);
  const similar = await similarLessons(
    draft,
    ours,
    search,
    turns.of(() => Date.now() < end),
  );
  if (similar === undefined || similar.length === 0) {
    return { kind: 'new' };
  }
  const items: WantedItem[] = [
    { label: vscode.l10n.t('$(add) A new lesson'), wanted: { kind: 'new' } },
    ...similar.flatMap(itemsFor),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Is it one of these?'),
    placeHolder: vscode.l10n.t('Lessons that may tell of the same'),
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.wanted ?? { kind: 'new' };
}

/** The lesson as a heading, and what can be done with it below: buttons in a row are hard to reach by key. */
function itemsFor(similar: SimilarLesson): WantedItem[] {
  const { lesson } = similar;
  const detail = lesson.advice === lesson.title ? undefined : lesson.advice;
  const add: WantedItem = {
    label: vscode.l10n.t('Add to this one: {0}', lesson.title),
    description: similarMessage(similar),
    detail,
    wanted: { kind: 'add', lesson },
  };
  const supersede: WantedItem = {
    label: vscode.l10n.t('Supersede it: {0}', lesson.title),
    description: lesson.id,
    wanted: { kind: 'supersede', lesson },
  };
  const heading = { label: lesson.title, kind: vscode.QuickPickItemKind.Separator };
  return [heading, add, ...(isRetired(lesson) ? [] : [supersede])];
}
