import * as vscode from 'vscode';
import { dayOf } from '../core/lesson/calendar';
import { lessonFolder } from '../core/library/files';
import type { Library } from '../core/library/library';
import { LessonStore } from '../core/library/store';
import { Burst } from './burst';
import { type Storage, StoredLessons } from './storedLessons';
import { lessonFilesIn } from './workspaceFiles';

/** The editor passes on file events by the hundred, with 200 ms between; a checkout is to be one burst of them. */
const quietTime = 300;
const longestWait = 3000;

/** A folder that lessons are kept for: one of the workspace, or a package below it. */
export interface LessonPlace {
  readonly uri: vscode.Uri;
  /** As it is told where several have lessons: `shop`, or `shop/packages/orders`. */
  readonly name: string;
  /** The workspace folder; `uri` itself, or above it. */
  readonly root: vscode.Uri;
}

/** One folder and the lessons in it, whose paths are relative to it. */
export class LessonFolder implements LessonPlace, vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly root: vscode.Uri;
  readonly #start: string;
  readonly #store: LessonStore;
  readonly #touched: Burst<string>;
  readonly #disposable: vscode.Disposable;

  constructor(
    { uri, name, root }: LessonPlace,
    onDidChange: () => void,
    log: vscode.LogOutputChannel,
    storage: Storage | undefined,
  ) {
    const cache = storage && new StoredLessons(storage, uri, log);
    this.uri = uri;
    this.name = name;
    this.root = root;
    this.#start = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    this.#store = new LessonStore({
      files: lessonFilesIn(uri),
      today: () => dayOf(new Date()),
      turn: () => new Promise((resolve) => setTimeout(resolve)),
      cache,
    });
    this.#touched = new Burst(quietTime, longestWait, (paths) => void this.refresh(paths));
    this.#disposable = vscode.Disposable.from(...(cache === undefined ? [] : [cache]), this.#touched, {
      dispose: this.#store.onDidChange(() => {
        const { lessons, problems } = this.library;
        log.info(`${this.name}: ${lessons.length} lessons, ${problems.length} problems`);
        onDidChange();
      }),
    });
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

  /** Whether a file lies below this folder; one that is not saved yet may already have its place. */
  holds({ scheme, authority, path }: vscode.Uri): boolean {
    const isOurs = scheme === this.uri.scheme && authority === this.uri.authority;
    return (isOurs || scheme === 'untitled') && path.startsWith(this.#start);
  }

  /** The file's path relative to this folder, with `/`. */
  pathOf(uri: vscode.Uri): string {
    return uri.path.slice(this.#start.length);
  }

  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.uri, path);
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
