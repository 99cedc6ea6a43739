import * as vscode from 'vscode';
import { lessonFolder } from '../core/library/files';
import { Debounce } from './debounce';
import { LessonFolder, type LessonPlace } from './lessonFolder';
import { packageOf, packagePlaces, workspacePlaces } from './lessonPlaces';
import { LessonWatch } from './lessonWatch';
import type { Storage } from './storedLessons';

/** The workspace's folders and the packages below them, with their libraries, kept up to date with the disk. */
export class LessonFolders implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #storage: Storage | undefined;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #folders = new Map<string, LessonFolder>();
  readonly #watches = new Map<string, LessonWatch>();
  readonly #disposable: vscode.Disposable;
  readonly onDidChange = this.#changed.event;
  #isRead = false;

  /** @param storage where parsed lessons may be kept for the next window */
  constructor(log: vscode.LogOutputChannel, storage?: Storage) {
    this.#log = log;
    this.#storage = storage;
    const rescan = new Debounce(150);
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      rescan,
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.load()),
      // Where file events are switched off or lost, what is done in the editor and coming back to it still count.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#touch(uri)),
      vscode.workspace.onDidCreateFiles(({ files }) => files.forEach((uri) => void this.#touch(uri))),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => void this.#delete(uri))),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          this.#delete(oldUri);
          this.#touch(newUri);
        }
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          rescan.run(() => void this.load());
        }
      }),
    );
  }

  /** The workspace's folders in their order, each followed by its packages that have lessons. */
  get all(): readonly LessonFolder[] {
    const folders = [...this.#folders.values()];
    return workspacePlaces().flatMap(({ uri }) =>
      folders
        .filter(({ root }) => root.toString() === uri.toString())
        .sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1)),
    );
  }

  /** Whether the lessons that there were when the window opened have been read. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** The folders whose lessons may apply to a document, the nearest first. */
  foldersOf(uri: vscode.Uri): readonly LessonFolder[] {
    const around = [...this.#folders.values()].filter((folder) => folder.holds(uri));
    return around.sort((a, b) => b.uri.path.length - a.uri.path.length);
  }

  /** The nearest folder around a document; one that is not saved yet may already have its place. */
  folderOf(uri: vscode.Uri): LessonFolder | undefined {
    return this.foldersOf(uri)[0];
  }

  /** Reads the lessons of all folders that there are now, and finds packages that have some. */
  async load(): Promise<void> {
    const roots = workspacePlaces();
    this.#leaveOthers(roots);
    for (const root of roots) {
      this.#add(root);
      this.#watch(root.uri);
    }
    await Promise.all([
      ...[...this.#folders.values()].map((folder) => folder.reload()),
      ...roots.map((root) => this.#findPackages(root)),
    ]);
    this.#isRead = true;
    this.#changed.fire();
  }

  async #findPackages(root: LessonPlace): Promise<void> {
    try {
      const places = await packagePlaces(root);
      const isHere = workspacePlaces().some(({ uri }) => uri.toString() === root.uri.toString());
      await Promise.all(isHere ? places.map((place) => this.#add(place)?.reload()) : []);
    } catch (error) {
      this.#log.warn(`${root.name} cannot be searched for packages with lessons`, error);
    }
  }

  /** @returns the folder, if it was not known before */
  #add(place: LessonPlace): LessonFolder | undefined {
    const key = place.uri.toString();
    if (this.#folders.has(key)) {
      return undefined;
    }
    const folder = new LessonFolder(place, () => this.#changed.fire(), this.#log, this.#storage);
    this.#folders.set(key, folder);
    return folder;
  }

  #watch(uri: vscode.Uri): void {
    const key = uri.toString();
    if (!this.#watches.has(key)) {
      const events = {
        touched: (one: vscode.Uri) => this.#touch(one),
        deleted: (one: vscode.Uri) => this.#delete(one),
      };
      this.#watches.set(key, new LessonWatch(uri, events));
    }
  }

  #leaveOthers(roots: readonly LessonPlace[]): void {
    const wanted = new Set(roots.map(({ uri }) => uri.toString()));
    for (const [key, watch] of this.#watches) {
      if (!wanted.has(key)) {
        watch.dispose();
        this.#watches.delete(key);
      }
    }
    for (const [key, folder] of this.#folders) {
      if (!wanted.has(folder.root.toString())) {
        folder.dispose();
        this.#folders.delete(key);
      }
    }
  }

  /** A file of a package that had no lessons before makes it one that has. */
  #touch(uri: vscode.Uri): void {
    const root = workspacePlaces().find((place) => packageOf(uri, place) !== undefined);
    const place = root && packageOf(uri, root);
    const added = place && this.#add(place);
    if (added !== undefined) {
      void added.reload();
      return;
    }
    const folder = this.foldersOf(uri).find((one) => isOfLessons(one.pathOf(uri)));
    folder?.touch(uri);
  }

  #delete(uri: vscode.Uri): void {
    this.#touch(uri);
    const below = `${uri.path}/`;
    for (const folder of this.#folders.values()) {
      if (folder.uri.path === uri.path || folder.uri.path.startsWith(below)) {
        folder.touch(folder.uriOf(lessonFolder));
      }
    }
  }

  dispose(): void {
    this.#disposable.dispose();
    vscode.Disposable.from(...this.#watches.values(), ...this.#folders.values()).dispose();
  }
}

function isOfLessons(path: string): boolean {
  return path === lessonFolder || path.startsWith(`${lessonFolder}/`);
}
