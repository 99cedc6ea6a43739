import * as vscode from 'vscode';
import type { Told, UselessReason } from '../core/feedback/event';
import { commands } from './contributions';
import type { DocumentMatches } from './documentMatches';
import type { FeedbackRecorder } from './feedbackRecorder';
import { pickLessonInView } from './lessonAtCursor';
import type { LessonFolders } from './lessonFolders';
import { type FoundLesson, findLesson, refTo } from './lessonRef';
import { placeMeant } from './placeRef';
import { registerWritingCommand } from './writingCommand';

/** Silencing a lesson at one place. */
const notHere = 'lessons.notHere';

/** For so many milliseconds the status bar says that a vote was taken: a message would be in the way. */
const thanksTime = 3000;

/** *Useful* and *Not Useful…*: what a person thinks of a lesson, told to their team without their name. */
export function registerFeedback(
  folders: LessonFolders,
  documents: DocumentMatches,
  recorder: FeedbackRecorder,
): vscode.Disposable {
  const vote = async ({ folder, lesson }: FoundLesson, told: Told, thanks: string) => {
    await recorder.record(folder, lesson.id, told);
    vscode.window.setStatusBarMessage(`$(check) ${thanks}`, thanksTime);
  };
  const register = (
    command: string,
    title: string,
    run: (found: FoundLesson, argument: unknown) => Promise<void>,
  ) =>
    registerWritingCommand(command, async (argument) => {
      const found = await lessonMeant(folders, documents, argument, title);
      if (found !== undefined && mayVote(found)) {
        await run(found, argument);
      }
    });
  return vscode.Disposable.from(
    register(commands.useful, vscode.l10n.t('Which lesson was useful?'), (found) =>
      vote(found, { kind: 'useful' }, vscode.l10n.t('Useful: noted, without your name')),
    ),
    register(commands.notUseful, vscode.l10n.t('Which lesson was not useful?'), async (found, argument) => {
      const reason = await askReason(found);
      if (reason !== undefined) {
        const thanks = vscode.l10n.t('Not useful: noted, without your name');
        await vote(found, { kind: 'not-useful', reason }, thanks);
      }
      if (reason === 'wrong-place') {
        await offerNotHere(found, argument);
      }
    }),
  );
}

async function lessonMeant(
  folders: LessonFolders,
  documents: DocumentMatches,
  argument: unknown,
  title: string,
): Promise<FoundLesson | undefined> {
  if (argument === undefined) {
    return pickLessonInView(folders, documents, title);
  }
  const found = findLesson(folders, argument);
  if (found === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This lesson is not here any more.'));
  }
  return found;
}

/** Says so at once where votes can never be stored. */
function mayVote({ folder: { uri, name } }: FoundLesson): boolean {
  const isReadOnly = vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false;
  if (isReadOnly) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} can only be read here, so votes cannot be stored. Vote where you may write.', name),
    );
  }
  return !isReadOnly;
}

async function askReason({ lesson }: FoundLesson): Promise<UselessReason | undefined> {
  const items: (vscode.QuickPickItem & { readonly reason: UselessReason })[] = [
    {
      label: vscode.l10n.t('Wrong place'),
      detail: vscode.l10n.t('It is not about this code'),
      reason: 'wrong-place',
    },
    {
      label: vscode.l10n.t('Outdated'),
      detail: vscode.l10n.t('It was right once, and is no longer'),
      reason: 'outdated',
    },
    {
      label: vscode.l10n.t('Known'),
      detail: vscode.l10n.t('It tells nothing that one would not know anyway'),
      reason: 'known',
    },
    {
      label: vscode.l10n.t('Unclear'),
      detail: vscode.l10n.t('It does not tell what to do'),
      reason: 'unclear',
    },
    {
      label: vscode.l10n.t('Wrong'),
      detail: vscode.l10n.t('Its advice does harm, or does not help'),
      reason: 'wrong',
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: lesson.title,
    placeHolder: vscode.l10n.t('Why was it not useful?'),
    matchOnDetail: true,
  });
  return picked?.reason;
}

/** A lesson that is right elsewhere can be silenced at one place. */
async function offerNotHere(found: FoundLesson, argument: unknown): Promise<void> {
  if (!(await vscode.commands.getCommands(true)).includes(notHere)) {
    return;
  }
  // Told before the question is asked, as the cursor may wander meanwhile.
  const place = placeMeant(argument);
  const silence = vscode.l10n.t('Silence It Here…');
  const picked = await vscode.window.showQuickPick([silence, vscode.l10n.t('Leave It')], {
    title: found.lesson.title,
    placeHolder: vscode.l10n.t('It can be silenced at this place, with a reason in the code'),
  });
  if (picked === silence) {
    await vscode.commands.executeCommand(notHere, {
      ...refTo(found),
      ...(place && { document: place.document.uri.toString(), line: place.line }),
    });
  }
}
