import * as vscode from 'vscode';
import { isInLessonFolder } from '../core/library/files';
import type { ProjectFiles } from '../core/match/projectFiles';
import type { ProjectPaths } from '../core/match/projectPaths';
import { Burst } from './burst';
import { type FolderPaths, listFolder } from './folderPaths';
import type { LessonFolder } from './lessonFolder';
import { unlessMissing } from './workspaceFiles';

/** What happened to a folder's files since it was told last. */
export interface FilesChange {
  /** Whether some may have come or gone. */
  readonly isListOld: boolean;
  /** Those whose text may have changed. */
  readonly paths: ReadonlySet<string>;
}

/** As where lessons are read; a new branch is one change. In milliseconds. */
const quietTime = 300;
const longestWait = 3000;

/** As on the command line: beyond this size nobody wrote the file by hand. */
const largestFile = 2 * 1024 * 1024;

/** The code of a workspace folder as it is now: on disk, or as it is being typed. Costs nothing until somebody asks. */
export class FolderFiles implements ProjectFiles, vscode.Disposable {
  readonly #folder: LessonFolder;
  readonly #log: vscode.LogOutputChannel;
  readonly #changes: Burst<string>;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #touched = new Set<string>();
  /** Files whose size was looked at: each question to a file system has its price. */
  readonly #small = new Set<string>();
  #isListOld = false;
  #listing: Promise<FolderPaths> | undefined;
  #listed: FolderPaths | undefined;

  constructor(
    folder: LessonFolder,
    onDidChange: (change: FilesChange) => void,
    log: vscode.LogOutputChannel,
  ) {
    this.#folder = folder;
    this.#log = log;
    this.#changes = new Burst(quietTime, longestWait, (paths) => {
      const isListOld = this.#isListOld;
      this.#isListOld = false;
      onDidChange({ isListOld, paths });
    });
  }

  async paths(): Promise<ProjectPaths> {
    this.watch();
    this.#listing ??= listFolder(this.#folder.uri);
    const listing = this.#listing;
    try {
      this.#listed = await listing;
      return this.#listed.paths;
    } catch (error) {
      // Whoever asks next tries again.
      this.#listing = this.#listing === listing ? undefined : this.#listing;
      throw error;
    }
  }

  async read(path: string): Promise<string | undefined> {
    const uri = this.#folder.uriOf(path);
    const live = vscode.workspace.textDocuments.find((document) => isSame(document.uri, uri));
    if (live !== undefined) {
      const text = live.getText();
      return text.length > largestFile ? undefined : text;
    }
    try {
      return await unlessMissing(() => this.#readStored(path, uri));
    } catch (error) {
      // One that nobody may read is no reason to say nothing of the others.
      this.#log.info(`${uri.toString()} cannot be read`, error);
      return undefined;
    }
  }

  /** Whether a file was written or typed into in this session, of which git may not know yet. */
  isTouched(path: string): boolean {
    return this.#touched.has(path);
  }

  async #readStored(path: string, uri: vscode.Uri): Promise<string | undefined> {
    if (!this.#small.has(path)) {
      const { type, size } = await vscode.workspace.fs.stat(uri);
      if ((type & vscode.FileType.File) === 0 || size > largestFile) {
        return undefined;
      }
      this.#small.add(path);
    }
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.includes(0) ? undefined : new TextDecoder().decode(bytes);
  }

  /** Begins to tell of changes; whoever asks for the paths is told anyway. */
  watch(): void {
    if (this.#disposables.length > 0) {
      return;
    }
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(this.#folder.uri, '**/*'),
    );
    const isOurs = ({ uri }: vscode.TextDocument) => uri.scheme !== 'untitled' && this.#folder.holds(uri);
    this.#disposables.push(
      watcher,
      watcher.onDidCreate((uri) => this.#add(uri, true)),
      watcher.onDidDelete((uri) => this.#add(uri, true)),
      watcher.onDidChange((uri) => this.#add(uri, false)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isOurs(document)) {
          this.#add(document.uri, false);
        }
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (isOurs(document)) {
          // What was typed and not saved is gone.
          this.#add(document.uri, false);
        }
      }),
    );
  }

  #add(uri: vscode.Uri, isListOld: boolean): void {
    const path = this.#folder.pathOf(uri);
    if (isInLessonFolder(path) || /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/.test(path)) {
      return;
    }
    const isRule = path.endsWith('.gitignore');
    if (!isRule && this.#listed?.ignored?.ignores(path)) {
      return;
    }
    this.#touched.add(path);
    this.#small.delete(path);
    if (isListOld || isRule) {
      this.#isListOld = true;
      this.#listing = undefined;
    }
    this.#changes.add(path);
  }

  dispose(): void {
    vscode.Disposable.from(this.#changes, ...this.#disposables).dispose();
  }
}

/** Cheaper than writing both out: most paths differ. */
function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.path === b.path && a.toString() === b.toString();
}
