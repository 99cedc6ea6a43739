import * as vscode from 'vscode';
import { dayOf } from '../core/lesson/calendar';
import { isInLessonFolder, lessonFolder } from '../core/library/files';
import type { Library } from '../core/library/library';
import { LessonStore } from '../core/library/store';
import { Burst } from './burst';
import { Debounce } from './debounce';
import { type Storage, StoredLessons } from './storedLessons';
import { lessonFilesIn } from './workspaceFiles';

/** The editor passes on file events by the hundred, with 200 ms between; a checkout is to be one burst of them. */
const quietTime = 300;
const longestWait = 3000;

/** One workspace folder and the lessons in it. */
export class LessonFolder implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly #store: LessonStore;
  readonly #touched: Burst<string>;
  readonly #disposable: vscode.Disposable;

  constructor(
    folder: vscode.WorkspaceFolder,
    onDidChange: () => void,
    log: vscode.LogOutputChannel,
    storage: Storage | undefined,
  ) {
    const cache = storage && new StoredLessons(storage, folder.uri, log);
    this.uri = folder.uri;
    this.name = folder.name;
    this.#store = new LessonStore({
      files: lessonFilesIn(folder.uri),
      today: () => dayOf(new Date()),
      turn: () => new Promise((resolve) => setTimeout(resolve)),
      cache,
    });
    this.#touched = new Burst(quietTime, longestWait, (paths) => void this.refresh(paths));
    // A deleted folder is one event for the folder, an atomic save is a creation: any event means "look there".
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, `${lessonFolder}/**`),
    );
    const touch = (uri: vscode.Uri) => this.touch(uri);
    this.#disposable = vscode.Disposable.from(
      ...(cache === undefined ? [] : [cache]),
      this.#touched,
      watcher,
      watcher.onDidCreate(touch),
      watcher.onDidChange(touch),
      watcher.onDidDelete(touch),
      {
        dispose: this.#store.onDidChange(() => {
          const { lessons, problems } = this.library;
          log.info(`${this.name}: ${lessons.length} lessons, ${problems.length} problems`);
          onDidChange();
        }),
      },
    );
  }

  get library(): Library {
    return this.#store.library;
  }

  /** Reads the whole folder. */
  reload(): Promise<void> {
    return this.refresh([lessonFolder]);
  }

  /** Says that something happened to a file or folder; it is read soon, together with what else happens. */
  touch(uri: vscode.Uri): void {
    this.#touched.add(this.pathOf(uri));
  }

  /** Reads files, or folders with all below them, and waits until the library shows them. */
  refresh(paths: Iterable<string>): Promise<void> {
    return this.#store.refresh(paths);
  }

  /** The file's path relative to this folder, with `/`. */
  pathOf(uri: vscode.Uri): string {
    const root = this.uri.path.endsWith('/') ? this.uri.path : `${this.uri.path}/`;
    return uri.path.slice(root.length);
  }

  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.uri, path);
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

/** The workspace's folders with their libraries, kept up to date with the disk. */
export class LessonFolders implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #storage: Storage | undefined;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #folders = new Map<string, LessonFolder>();
  readonly #disposable: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  /** @param storage where parsed lessons may be kept for the next window */
  constructor(log: vscode.LogOutputChannel, storage?: Storage) {
    this.#log = log;
    this.#storage = storage;
    const rescan = new Debounce(150);
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      rescan,
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#follow()),
      // Where file events are switched off or lost, what is done in the editor and coming back to it still count.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#touch([uri])),
      vscode.workspace.onDidCreateFiles(({ files }) => this.#touch(files)),
      vscode.workspace.onDidDeleteFiles(({ files }) => this.#touch(files)),
      vscode.workspace.onDidRenameFiles(({ files }) =>
        this.#touch(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
      ),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          rescan.run(() => void this.reload());
        }
      }),
    );
  }

  get all(): readonly LessonFolder[] {
    return [...this.#folders.values()];
  }

  /** The folder that a document lies in; one that is not saved yet may already have its place. */
  folderOf(uri: vscode.Uri): LessonFolder | undefined {
    if (uri.scheme === 'untitled') {
      const isAround = ({ path }: vscode.Uri) => uri.path.startsWith(path.endsWith('/') ? path : `${path}/`);
      const around = this.all.filter((folder) => isAround(folder.uri));
      return around.sort((a, b) => b.uri.path.length - a.uri.path.length)[0];
    }
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder && this.#folders.get(folder.uri.toString());
  }

  /** Reads all folders for the first time. */
  async load(): Promise<void> {
    await this.#follow();
  }

  async reload(): Promise<void> {
    await Promise.all(this.all.map((folder) => folder.reload()));
  }

  #touch(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      const folder = this.folderOf(uri);
      const path = folder?.pathOf(uri) ?? '';
      if (path === lessonFolder || isInLessonFolder(path)) {
        folder?.touch(uri);
      }
    }
  }

  async #follow(): Promise<void> {
    const present = new Map(
      (vscode.workspace.workspaceFolders ?? []).map((folder) => [folder.uri.toString(), folder]),
    );
    for (const [key, folder] of this.#folders) {
      if (!present.has(key)) {
        folder.dispose();
        this.#folders.delete(key);
      }
    }
    for (const [key, folder] of present) {
      if (!this.#folders.has(key)) {
        const changed = () => this.#changed.fire();
        this.#folders.set(key, new LessonFolder(folder, changed, this.#log, this.#storage));
      }
    }
    await this.reload();
    this.#changed.fire();
  }

  dispose(): void {
    this.#disposable.dispose();
    for (const folder of this.#folders.values()) {
      folder.dispose();
    }
  }
}
