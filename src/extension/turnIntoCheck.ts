import * as vscode from 'vscode';
import { checksFor, plannedControl } from '../core/learn/checkSkeleton';
import type { CheckFile, CheckSkeleton } from '../core/learn/checks/skeleton';
import { checkSubjectOf, namesCode } from '../core/learn/checks/subject';
import { isRetired, type Lesson } from '../core/lesson/lesson';
import { parseLessonText } from '../core/lesson/parse';
import { checkSentence, checkTitle } from '../core/present/checkWording';
import { SourceText } from '../core/text';
import type { CodeFolders } from './codeFolders';
import { commands } from './contributions';
import type { FolderTools } from './folderTools';
import { changeLesson } from './lessonChange';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import { type OpenLesson, openLesson } from './openLesson';
import type { SharedTurns } from './sharedTurns';
import { unlessMissing } from './workspaceFiles';
import { registerWritingCommand } from './writingCommand';

/** What it takes to tell which checks a lesson can become. */
interface Sources {
  readonly folders: LessonFolders;
  readonly code: CodeFolders;
  readonly tools: FolderTools;
  readonly turns: SharedTurns;
  readonly log: vscode.LogOutputChannel;
}

/** *Turn Into a Check…*: a check to be completed and saved, and a planned control in the lesson that names it. */
export function registerTurnIntoCheck(sources: Sources): vscode.Disposable {
  return registerWritingCommand(commands.turnIntoCheck, async (argument) => {
    const open = await openLesson(sources.folders, argument, {
      title: vscode.l10n.t('Turn a lesson into a check'),
      isOffered: (lesson) => !isRetired(lesson) && namesCode(lesson),
    });
    const checks = open && (await checksOf(open, sources));
    if (open === undefined || checks === undefined) {
      return;
    }
    if (checks.length === 0) {
      await tellNone(open.lesson);
      return;
    }
    const check = await choose(checks);
    if (check !== undefined) {
      await begin(check, open);
    }
  });
}

/** `undefined` where it cannot be told. */
async function checksOf(
  { lesson, place: { folder } }: OpenLesson,
  { code, tools, turns, log }: Sources,
): Promise<readonly CheckSkeleton[] | undefined> {
  try {
    const { structures } = tools.of(folder);
    const paths = await code.of(folder).paths();
    const where = { library: folder.library, paths, structures, turns: turns.of(() => true) };
    return checksFor(await checkSubjectOf(lesson, where));
  } catch (error) {
    log.error(`Which checks ${lesson.path} can become cannot be told`, error);
    const message = vscode.l10n.t('The checks cannot be prepared; the log says why.');
    void vscode.window.showErrorMessage(message);
    return undefined;
  }
}

async function tellNone(lesson: Lesson): Promise<void> {
  const message = namesCode(lesson)
    ? vscode.l10n.t(
        'No tool that is known here can look for what this lesson names. Write the check by hand, and add it to the lesson under controls.',
      )
    : vscode.l10n.t(
        'This lesson names no code to look for. Give one of its scopes a pattern or a structure.',
      );
  await vscode.window.showInformationMessage(message);
}

async function choose(checks: readonly CheckSkeleton[]): Promise<CheckSkeleton | undefined> {
  const items = checks.map((check) => ({
    label: checkTitle(check.kind),
    description: check.files[0].path,
    detail: checkSentence(check),
    check,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Turn the lesson into a check'),
    placeHolder: vscode.l10n.t('What should find it from now on, without anyone remembering?'),
    matchOnDetail: true,
  });
  return picked?.check;
}

async function begin(check: CheckSkeleton, open: OpenLesson): Promise<void> {
  const { document, place } = open;
  const [file, ...others] = check.files;
  for (const other of others) {
    await openFile(other, place.folder);
  }
  await vscode.window.showTextDocument(await openFile(file, place.folder), { preview: false });
  const text = new SourceText(document.getText());
  const { lesson } = parseLessonText(place.path, text, place.folder.library.policy);
  const changes = plannedControl((lesson ?? open.lesson).frontMatter, check);
  await changeLesson(
    document,
    { changes },
    {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
    },
  );
}

/** The file as it is there, else with what it should begin with, unsaved. */
async function openFile(
  { path, language, text }: CheckFile,
  folder: LessonFolder,
): Promise<vscode.TextDocument> {
  const uri = folder.uriOf(path);
  if ((await unlessMissing(() => vscode.workspace.fs.stat(uri))) !== undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is a file {0} already. It is left as it is.', path),
    );
    return vscode.workspace.openTextDocument(uri);
  }
  if (uri.scheme !== 'file') {
    // Only files of a disk may have a place before they are saved.
    return vscode.workspace.openTextDocument({ language, content: text });
  }
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  if (document.getText() === '') {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), text);
    await vscode.workspace.applyEdit(edit);
  }
  return document;
}
