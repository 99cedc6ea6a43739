import * as vscode from 'vscode';
import { pathsFor } from '../core/learn/draft';
import type { ImportFault, ImportFile } from '../core/learn/imports/imported';
import { type ImportOutcome, ImportPlan } from '../core/learn/imports/importPlan';
import { largestImport, mayBeImported, readImport } from '../core/learn/imports/reading';
import { dayOf } from '../core/lesson/calendar';
import { importFaultMessage, importOutcomeMessage } from '../core/present/importWording';
import { drawId } from './captureDraft';
import { chooseFolder } from './chooseFolder';
import { commands } from './contributions';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import { withPatience } from './slowWork';
import { unlessMissing } from './workspaceFiles';
import { registerWritingCommand } from './writingCommand';

/** *Import Lessons*: files or a folder of what others wrote become proposed lessons. */
export function registerImportLessons(
  folders: LessonFolders,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerWritingCommand(commands.importLessons, async () => {
    const folder = await chooseFolder(folders);
    const chosen = folder && (await chooseFiles(folder));
    if (folder === undefined || chosen === undefined) {
      return;
    }
    const done = await imported(folder, chosen, log);
    await folder.refresh(done.written);
    await tell(folder, done, log);
  });
}

async function imported(
  folder: LessonFolder,
  chosen: readonly vscode.Uri[],
  log: vscode.LogOutputChannel,
): Promise<Done> {
  const source = new vscode.CancellationTokenSource();
  try {
    return await withPatience(vscode.l10n.t('Importing lessons'), source.token, (token) =>
      new Import(folder, log).run(chosen, token),
    );
  } finally {
    source.dispose();
  }
}

interface Done {
  /** Relative to the folder. */
  readonly written: readonly string[];
  readonly there: number;
  readonly problems: readonly string[];
}

/** Most dialogs choose either files or folders. */
async function chooseFiles(folder: LessonFolder): Promise<readonly vscode.Uri[] | undefined> {
  const items = [
    { label: vscode.l10n.t('Files…'), isFolder: false },
    { label: vscode.l10n.t('A folder with all that is in it…'), isFolder: true },
  ];
  const title = vscode.l10n.t('Import lessons');
  const placeHolder = vscode.l10n.t('OSV records, post-mortems, SARIF logs or CodeTours');
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder });
  return (
    picked &&
    vscode.window.showOpenDialog({
      ...{ title, openLabel: vscode.l10n.t('Import'), defaultUri: folder.uri },
      ...{ canSelectMany: true, canSelectFiles: !picked.isFolder, canSelectFolders: picked.isFolder },
      filters: picked.isFolder
        ? {}
        : {
            [vscode.l10n.t('Files that lessons can be made of')]: endings,
            [vscode.l10n.t('All files')]: ['*'],
          },
    })
  );
}

const endings = ['json', 'md', 'markdown', 'sarif', 'tour'];

class Import {
  readonly #folder: LessonFolder;
  readonly #plan: ImportPlan;
  readonly #log: vscode.LogOutputChannel;
  readonly #written: string[] = [];
  readonly #problems: string[] = [];
  #there = 0;

  constructor(folder: LessonFolder, log: vscode.LogOutputChannel) {
    const { lessons, policy } = folder.library;
    this.#folder = folder;
    this.#log = log;
    this.#plan = new ImportPlan(lessons, { policy, today: dayOf(new Date()), newId: drawId });
  }

  /** What was written until it is stopped stays: the same import goes on from there. */
  async run(chosen: readonly vscode.Uri[], token: vscode.CancellationToken): Promise<Done> {
    for (const uri of chosen) {
      const { type } = await vscode.workspace.fs.stat(uri);
      const isFolder = (type & vscode.FileType.Directory) !== 0;
      for (const file of isFolder ? await filesBelow(uri) : [uri]) {
        await this.#take(file, isFolder, token);
      }
    }
    return { written: this.#written, there: this.#there, problems: this.#problems };
  }

  /** @param isFound whether it was in a folder, which holds other files too */
  async #take(uri: vscode.Uri, isFound: boolean, token: vscode.CancellationToken): Promise<void> {
    const name = vscode.workspace.asRelativePath(uri);
    const file = token.isCancellationRequested ? undefined : await this.#read(uri, name);
    if (file === undefined) {
      return;
    }
    const { imported, faults } = readImport(file);
    const told = faults.filter(({ code }) => !(isFound && code === 'unknown-kind'));
    this.#problems.push(...told.map((fault: ImportFault) => `${name}: ${importFaultMessage(fault)}`));
    for (const lesson of imported) {
      if (token.isCancellationRequested) {
        return;
      }
      await this.#place(this.#plan.next(lesson), name);
    }
  }

  async #read(uri: vscode.Uri, name: string): Promise<ImportFile | undefined> {
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > largestImport) {
        const fault = { code: 'too-large', megabytes: largestImport >> 20 } as const;
        this.#problems.push(`${name}: ${importFaultMessage(fault)}`);
        return undefined;
      }
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const path = this.#folder.holds(uri) ? this.#folder.pathOf(uri) : (uri.path.split('/').at(-1) ?? '');
      return { path, text };
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError)) {
        throw error;
      }
      this.#problems.push(vscode.l10n.t('{0}: The file cannot be read.', name));
      return undefined;
    }
  }

  async #place(outcome: ImportOutcome, name: string): Promise<void> {
    if (outcome.kind === 'new') {
      const path = await this.#write(outcome);
      if (path !== undefined) {
        this.#written.push(path);
        return;
      }
      this.#problems.push(
        vscode.l10n.t('{0}: The lesson could not be written to {1}.', name, this.#folder.name),
      );
      return;
    }
    const message = importOutcomeMessage(outcome) ?? '';
    if (outcome.kind === 'unusable' || (outcome.kind === 'there' && outcome.hasChanged)) {
      this.#problems.push(message);
    } else {
      this.#log.info(message);
    }
    this.#there += outcome.kind === 'unusable' ? 0 : 1;
  }

  /** Never over a file that is there. */
  async #write({ draft, text }: Extract<ImportOutcome, { kind: 'new' }>): Promise<string | undefined> {
    const contents = new TextEncoder().encode(text);
    for (const path of pathsFor(draft)) {
      const edit = new vscode.WorkspaceEdit();
      edit.createFile(this.#folder.uriOf(path), { overwrite: false, contents });
      if (await vscode.workspace.applyEdit(edit)) {
        return path;
      }
    }
    return undefined;
  }
}

async function filesBelow(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const entries = (await unlessMissing(() => vscode.workspace.fs.readDirectory(folder))) ?? [];
  const found = await Promise.all(
    entries
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(async ([name, type]) => {
        const uri = vscode.Uri.joinPath(folder, name);
        if (type === vscode.FileType.Directory) {
          return ['.git', 'node_modules', '.lessons'].includes(name) ? [] : filesBelow(uri);
        }
        return type === vscode.FileType.File && mayBeImported(name, undefined) ? [uri] : [];
      }),
  );
  return found.flat();
}

async function tell(folder: LessonFolder, done: Done, log: vscode.LogOutputChannel): Promise<void> {
  const { written, there, problems } = done;
  for (const problem of problems) {
    log.warn(problem);
  }
  const [show, details] = [vscode.l10n.t('Show'), vscode.l10n.t('Show Problems')];
  const parts = [
    written.length === 1
      ? vscode.l10n.t('1 lesson is proposed.')
      : vscode.l10n.t('{0} lessons are proposed.', written.length),
    ...(there === 0 ? [] : [alreadyThere(there)]),
    ...(problems.length === 1 ? problems : []),
    ...(problems.length > 1 ? [vscode.l10n.t('{0} problems.', problems.length)] : []),
  ];
  const buttons = [...(written.length > 0 ? [show] : []), ...(problems.length > 1 ? [details] : [])];
  const say = problems.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const picked = await say(parts.join(' '), ...buttons);
  const [first] = written;
  if (picked === details) {
    log.show();
  } else if (picked === show && first !== undefined) {
    await showWritten(folder, first, written.length);
  }
}

function alreadyThere(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 was there already.')
    : vscode.l10n.t('{0} were there already.', count);
}

/** One lesson is opened; of several the first is marked among all lessons. */
async function showWritten(folder: LessonFolder, path: string, count: number): Promise<void> {
  const lesson = folder.library.lessons.find((one) => one.path === path);
  if (count > 1 && lesson !== undefined) {
    await vscode.commands.executeCommand(commands.reveal, { folder: folder.uri.toString(), id: lesson.id });
  } else {
    await vscode.window.showTextDocument(folder.uriOf(path));
  }
}
