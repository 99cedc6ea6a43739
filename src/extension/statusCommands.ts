import * as vscode from 'vscode';
import { acceptance, type Retirement, retirement, supersession } from '../core/edit/transition';
import { missingForAcceptance } from '../core/lesson/acceptance';
import { dayOf } from '../core/lesson/calendar';
import { isRetired, type Lesson } from '../core/lesson/lesson';
import { askMissing } from './acceptQuestions';
import { commands } from './contributions';
import type { LessonFolders } from './lessonFolders';
import { pickLesson } from './lessonRef';
import { changeLesson, type OpenLesson, openLesson } from './openLesson';

/** *Accept*, *Retire* and *Supersede With…*: each asks only for what is missing. */
export function registerStatusCommands(folders: LessonFolders): vscode.Disposable {
  const register = (command: string, title: string, run: (open: OpenLesson) => Promise<void>) =>
    vscode.commands.registerCommand(command, async (argument: unknown) => {
      const open = await openLesson(folders, argument, { title, isOffered: (lesson) => !isRetired(lesson) });
      if (open !== undefined) {
        await run(open);
      }
    });
  return vscode.Disposable.from(
    register(commands.accept, vscode.l10n.t('Accept a lesson'), accept),
    register(commands.retire, vscode.l10n.t('Retire a lesson'), retire),
    register(commands.supersede, vscode.l10n.t('Supersede a lesson'), (open) => supersede(folders, open)),
  );
}

async function accept(open: OpenLesson): Promise<void> {
  const { policy } = open.place.folder.library;
  const answers = await askMissing(missingForAcceptance(open.lesson), policy);
  if (answers !== undefined) {
    await changeLesson(open, acceptance(open.lesson, answers, policy, dayOf(new Date())));
  }
}

async function retire(open: OpenLesson): Promise<void> {
  const title = vscode.l10n.t('Retire the lesson');
  const picked = await vscode.window.showQuickPick(retirements(open.lesson), {
    title,
    placeHolder: vscode.l10n.t('It is kept and found, but no longer shown at the code'),
  });
  if (picked === undefined) {
    return;
  }
  const reason = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Why, for those who find it later; leave it empty to say nothing'),
    ignoreFocusOut: true,
  });
  if (reason !== undefined) {
    await changeLesson(open, retirement(picked.how, dayOf(new Date())), historyOf(picked.how, reason));
  }
}

function retirements({ status }: Lesson): (vscode.QuickPickItem & { readonly how: Retirement })[] {
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
  return status === 'proposed' ? [rejected, deprecated, withdrawn] : [deprecated, withdrawn];
}

async function supersede(folders: LessonFolders, open: OpenLesson): Promise<void> {
  const { id } = open.lesson;
  const { folder } = open.place;
  const successor = await pickLesson(
    folders,
    vscode.l10n.t('Supersede "{0}" with', open.lesson.title),
    (lesson) => lesson.id !== id && !isRetired(lesson) && folder.library.byId.get(lesson.id) === lesson,
  );
  if (successor !== undefined) {
    await changeLesson(open, supersession(successor.lesson.id));
  }
}

function historyOf(how: Retirement, reason: string): string | undefined {
  return reason.trim() === '' ? undefined : `${dayOf(new Date())}, ${how}: ${reason.trim()}`;
}
