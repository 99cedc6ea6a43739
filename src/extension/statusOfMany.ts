import * as vscode from 'vscode';
import { acceptance } from '../core/edit/transition';
import { missingForAcceptance } from '../core/lesson/acceptance';
import { dayOf } from '../core/lesson/calendar';
import { isRetired } from '../core/lesson/lesson';
import { SourceText } from '../core/text';
import { changedText, type LessonChange } from './lessonChange';
import { changeDocuments, type DocumentChange } from './lessonEdits';
import type { LessonFolders } from './lessonFolders';
import type { FoundLesson } from './lessonRef';
import { type OpenLesson, openLessonAt, type Refusal } from './openLesson';

/** Why one of several lessons stays as it is. */
type Left = Refusal | 'retired' | 'accepted' | 'incomplete' | 'unchangeable';

/** A lesson that stays as it is. */
interface LeftLesson {
  readonly uri: vscode.Uri;
  readonly why: Left;
}

/** Several lessons: those that can be changed now, and the others. */
export interface OpenLessons {
  readonly open: readonly OpenLesson[];
  readonly left: readonly LeftLesson[];
}

/** Opens lessons to change them; retired ones are left, as are those that cannot be changed. */
export async function openAll(folders: LessonFolders, found: readonly FoundLesson[]): Promise<OpenLessons> {
  const open: OpenLesson[] = [];
  const left: LeftLesson[] = [];
  for (const { folder, lesson } of found) {
    const uri = folder.uriOf(lesson.path);
    const opened = (await openLessonAt(folders, uri)) ?? 'unreadable';
    if (typeof opened === 'string') {
      left.push({ uri, why: opened });
    } else if (isRetired(opened.lesson)) {
      left.push({ uri, why: 'retired' });
    } else {
      open.push(opened);
    }
  }
  return { open, left };
}

/** Accepts what lacks nothing; whoever accepts several at once is not asked about each of the others. */
export async function acceptAll({ open, left }: OpenLessons): Promise<void> {
  const isAccepted = ({ lesson }: OpenLesson) => lesson.status === 'accepted';
  const lacks = ({ lesson }: OpenLesson) => missingForAcceptance(lesson).length > 0;
  const proposed = open.filter((one) => !isAccepted(one));
  const leftOver = (lessons: readonly OpenLesson[], why: Left) =>
    lessons.map(({ document }) => ({ uri: document.uri, why }));
  await changeAll(
    {
      open: proposed.filter((one) => !lacks(one)),
      left: [
        ...left,
        ...leftOver(open.filter(isAccepted), 'accepted'),
        ...leftOver(proposed.filter(lacks), 'incomplete'),
      ],
    },
    ({ lesson, place }) => ({
      changes: acceptance(lesson, {}, place.folder.library.policy, dayOf(new Date())),
    }),
  );
}

/** Changes lessons in one step, which one step undoes, and tells which it did not change. */
export async function changeAll(
  { open, left }: OpenLessons,
  changeOf: (open: OpenLesson) => LessonChange,
): Promise<void> {
  const done: DocumentChange[] = [];
  const unchangeable: LeftLesson[] = [];
  for (const one of open) {
    const before = new SourceText(one.document.getText());
    const after = changedText(before, changeOf(one));
    if (after === undefined) {
      unchangeable.push({ uri: one.document.uri, why: 'unchangeable' });
    } else {
      done.push({ document: one.document, before, after });
    }
  }
  const isDone = await changeDocuments(done);
  const refused = isDone
    ? []
    : done.map(({ document: { uri } }): LeftLesson => ({ uri, why: 'unchangeable' }));
  void tell(isDone ? done.length : 0, [...left, ...unchangeable, ...refused]);
}

async function tell(changed: number, left: readonly LeftLesson[]): Promise<void> {
  if (left.length === 0) {
    return;
  }
  const order = ['incomplete', 'accepted', 'retired', 'pack', 'unreadable', 'unchangeable'] as const;
  const reasons = order.flatMap((why) => {
    const count = left.filter((one) => one.why === why).length;
    return count === 0 ? [] : [reasonOf(why, count)];
  });
  const message = vscode.l10n.t(
    'Changed: {0}. Left as they were: {1} ({2}).',
    changed,
    left.length,
    reasons.join(', '),
  );
  const toOpen = left.filter(
    ({ why }) => why === 'incomplete' || why === 'unreadable' || why === 'unchangeable',
  );
  const openThem = vscode.l10n.t('Open What Needs Work');
  const chosen = await vscode.window.showWarningMessage(message, ...(toOpen.length > 0 ? [openThem] : []));
  if (chosen === openThem) {
    for (const { uri } of toOpen) {
      await vscode.window.showTextDocument(uri, { preview: false });
    }
  }
}

function reasonOf(why: Left, count: number): string {
  switch (why) {
    case 'incomplete':
      return vscode.l10n.t('{0} lack what acceptance needs', count);
    case 'accepted':
      return vscode.l10n.t('{0} accepted already', count);
    case 'retired':
      return vscode.l10n.t('{0} retired', count);
    case 'pack':
      return vscode.l10n.t('{0} from packs', count);
    case 'unreadable':
      return vscode.l10n.t('{0} cannot be read', count);
    case 'unchangeable':
      return vscode.l10n.t('{0} have to be changed by hand', count);
  }
}
