import * as vscode from 'vscode';
import { acceptance, type Retirement, retirement, supersession } from '../core/edit/transition';
import { missingForAcceptance } from '../core/lesson/acceptance';
import { dayOf } from '../core/lesson/calendar';
import { isRetired } from '../core/lesson/lesson';
import { askMissing } from './acceptQuestions';
import { commands } from './contributions';
import { changeLesson, type LessonChange } from './lessonChange';
import type { LessonFolders } from './lessonFolders';
import { type FoundLesson, pickLesson, selectedLessons } from './lessonRef';
import { type OpenLesson, openLesson } from './openLesson';
import { acceptAll, changeAll, openAll } from './statusOfMany';
import { registerWritingCommand } from './writingCommand';

/** Asks for what a step needs; `undefined` where the person turns away. */
type Question = (lessons: readonly OpenLesson[]) => Promise<LessonChange | undefined>;

/** *Accept*, *Retire* and *Supersede With…*: each asks only for what is missing, and once for several lessons. */
export function registerStatusCommands(folders: LessonFolders): vscode.Disposable {
  const register = (
    command: string,
    title: string,
    one: (open: OpenLesson) => Promise<void>,
    several: (found: readonly FoundLesson[]) => Promise<void>,
  ) =>
    registerWritingCommand(command, async (argument, selected) => {
      const found = selectedLessons(folders, selected);
      if (found.length > 1) {
        await several(found);
        return;
      }
      const open = await openLesson(folders, argument, { title, isOffered: (lesson) => !isRetired(lesson) });
      if (open !== undefined) {
        await one(open);
      }
    });
  const asking = (command: string, title: string, ask: Question) =>
    register(
      command,
      title,
      async (open) => {
        const answer = await ask([open]);
        if (answer !== undefined) {
          await changeLesson(open.document, answer);
        }
      },
      async (found) => {
        const opened = await openAll(folders, found);
        const answer = opened.open.length === 0 ? { changes: [] } : await ask(opened.open);
        if (answer !== undefined) {
          await changeAll(opened, () => answer);
        }
      },
    );
  return vscode.Disposable.from(
    register(commands.accept, vscode.l10n.t('Accept a lesson'), accept, async (found) =>
      acceptAll(await openAll(folders, found)),
    ),
    asking(commands.retire, vscode.l10n.t('Retire a lesson'), askRetirement),
    asking(commands.supersede, vscode.l10n.t('Supersede a lesson'), (lessons) =>
      askSuccessor(folders, lessons),
    ),
  );
}

async function accept(open: OpenLesson): Promise<void> {
  const { policy } = open.place.folder.library;
  const answers = await askMissing(missingForAcceptance(open.lesson), policy);
  if (answers !== undefined) {
    await changeLesson(open.document, {
      changes: acceptance(open.lesson, answers, policy, dayOf(new Date())),
    });
  }
}

async function askRetirement(lessons: readonly OpenLesson[]): Promise<LessonChange | undefined> {
  const title =
    lessons.length === 1
      ? vscode.l10n.t('Retire the lesson')
      : vscode.l10n.t('Retire {0} lessons', lessons.length);
  const picked = await vscode.window.showQuickPick(retirements(lessons), {
    title,
    placeHolder: vscode.l10n.t('It is kept and found, but no longer shown at the code'),
  });
  if (picked === undefined) {
    return undefined;
  }
  const reason = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Why, for those who find it later; leave it empty to say nothing'),
    ignoreFocusOut: true,
  });
  const today = dayOf(new Date());
  return reason === undefined
    ? undefined
    : { changes: retirement(picked.how, today), history: historyOf(picked.how, reason, today) };
}

function retirements(
  lessons: readonly OpenLesson[],
): (vscode.QuickPickItem & { readonly how: Retirement })[] {
  const deprecated = {
    label: vscode.l10n.t('Deprecated'),
    detail: vscode.l10n.t('It was right, and is needed no longer'),
    how: 'deprecated',
  } as const;
  const rejected = {
    label: vscode.l10n.t('Rejected'),
    detail: vscode.l10n.t('The team looked at the proposal, and does not share it'),
    how: 'rejected',
  } as const;
  const withdrawn = {
    label: vscode.l10n.t('Withdrawn'),
    detail: vscode.l10n.t('It was wrong from the start'),
    how: 'withdrawn',
  } as const;
  const areProposed = lessons.every(({ lesson }) => lesson.status === 'proposed');
  return areProposed ? [rejected, deprecated, withdrawn] : [deprecated, withdrawn];
}

/** A lesson names its successor by id, which has to be known where it is read: in the folder of all of them. */
async function askSuccessor(
  folders: LessonFolders,
  lessons: readonly OpenLesson[],
): Promise<LessonChange | undefined> {
  const ids = lessons.map(({ lesson }) => lesson.id);
  const libraries = lessons.map(({ place }) => place.folder.library);
  const title =
    lessons.length === 1
      ? vscode.l10n.t('Supersede "{0}" with', lessons[0]?.lesson.title ?? '')
      : vscode.l10n.t('Supersede {0} lessons with', lessons.length);
  const successor = await pickLesson(
    folders,
    title,
    (lesson) =>
      !ids.includes(lesson.id) &&
      !isRetired(lesson) &&
      libraries.every((library) => library.byId.get(lesson.id) === lesson),
  );
  return successor && { changes: supersession(successor.lesson.id) };
}

function historyOf(how: Retirement, reason: string, today: string): string | undefined {
  return reason.trim() === '' ? undefined : `${today}, ${how}: ${reason.trim()}`;
}
