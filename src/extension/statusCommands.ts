import * as vscode from 'vscode';
import { type Change, rewrite } from '../core/edit/rewrite';
import { acceptance, type Retirement, retirement, supersession, withHistory } from '../core/edit/transition';
import { missingForAcceptance } from '../core/lesson/acceptance';
import { dayOf } from '../core/lesson/calendar';
import { isRetired, type Lesson } from '../core/lesson/lesson';
import { parseLessonText } from '../core/lesson/parse';
import { SourceText } from '../core/text';
import { askMissing } from './acceptQuestions';
import { commands } from './contributions';
import { type LessonDocument, lessonDocumentOf } from './lessonDocuments';
import { changeDocument } from './lessonEdits';
import type { LessonFolders } from './lessonFolders';
import { findLesson, pickLesson } from './lessonRef';

/** A lesson as its document says it now. */
interface OpenLesson {
  readonly document: vscode.TextDocument;
  readonly place: LessonDocument;
  readonly lesson: Lesson;
}

/** *Accept*, *Retire* and *Supersede With…*: each asks only for what is missing. */
export function registerStatusCommands(folders: LessonFolders): vscode.Disposable {
  const register = (command: string, title: string, run: (open: OpenLesson) => Promise<void>) =>
    vscode.commands.registerCommand(command, async (argument: unknown) => {
      const open = await openLesson(folders, argument, title);
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

/** The lesson that an argument names (a row, a link, a document), the one in front, or one that is chosen. */
async function openLesson(
  folders: LessonFolders,
  argument: unknown,
  title: string,
): Promise<OpenLesson | undefined> {
  const uri = await lessonUri(folders, argument, title);
  if (uri === undefined) {
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const place = lessonDocumentOf(folders, document);
  if (place?.kind !== 'lesson') {
    return undefined;
  }
  const { lesson } = parseLessonText(
    place.path,
    new SourceText(document.getText()),
    place.folder.library.policy,
  );
  if (lesson === undefined) {
    await vscode.window.showTextDocument(document);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('This lesson cannot be read yet. Mend what the Problems panel says about it first.'),
    );
    return undefined;
  }
  return { document, place, lesson };
}

async function lessonUri(
  folders: LessonFolders,
  argument: unknown,
  title: string,
): Promise<vscode.Uri | undefined> {
  const named = argument instanceof vscode.Uri ? undefined : findLesson(folders, argument);
  if (named !== undefined) {
    return named.folder.uriOf(named.lesson.path);
  }
  const active = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  if (active !== undefined && lessonDocumentOf(folders, { uri: active })?.kind === 'lesson') {
    return active;
  }
  const picked = await pickLesson(folders, title, (lesson) => !isRetired(lesson));
  return picked?.folder.uriOf(picked.lesson.path);
}

async function accept(open: OpenLesson): Promise<void> {
  const { policy } = open.place.folder.library;
  const answers = await askMissing(missingForAcceptance(open.lesson), policy);
  if (answers !== undefined) {
    await change(open, acceptance(open.lesson, answers, policy, dayOf(new Date())));
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
    await change(open, retirement(picked.how, dayOf(new Date())), historyOf(picked.how, reason));
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
    await change(open, supersession(successor.lesson.id));
  }
}

function historyOf(how: Retirement, reason: string): string | undefined {
  return reason.trim() === '' ? undefined : `${dayOf(new Date())}, ${how}: ${reason.trim()}`;
}

/** Makes the changes in the text as it is by now: the person may have typed on while they were asked. */
async function change({ document }: OpenLesson, changes: readonly Change[], history?: string): Promise<void> {
  const before = new SourceText(document.getText());
  const rewritten = rewrite(before, changes);
  const after = rewritten && history !== undefined ? withHistory(rewritten, history) : rewritten;
  await vscode.window.showTextDocument(document, { preview: false });
  if (after === undefined || !(await changeDocument(document, before, after))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The lesson could not be changed. Change it by hand: {0}.',
        changes.map(({ key, value }) => `${key}: ${JSON.stringify(value)}`).join(', '),
      ),
    );
  }
}
