import * as vscode from 'vscode';
import { type Control, pathOfRef, strongControls } from '../core/lesson/control';
import type { Library } from '../core/library/library';
import { Burst } from './burst';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';

/** As where lessons are read; a new branch is one change. In milliseconds. */
const quietTime = 300;
const longestWait = 3000;

/** What the strong controls of a folder name, and which of that is there. */
interface Known {
  readonly library: Library;
  readonly wanted: ReadonlySet<string>;
  present: ReadonlySet<string>;
}

/** Whether the tests, rules and guards are there that lessons name as their controls. Looks only at what is named. */
export class ControlsInPlace implements vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #log: vscode.LogOutputChannel;
  readonly #known = new Map<LessonFolder, Known>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #touched: Burst<LessonFolder>;
  readonly #watches = new Map<LessonFolder, vscode.Disposable>();
  readonly #disposable: vscode.Disposable;
  /** Fires where a control came or went. */
  readonly onDidChange = this.#changed.event;

  constructor(folders: LessonFolders, log: vscode.LogOutputChannel) {
    this.#folders = folders;
    this.#log = log;
    this.#touched = new Burst(quietTime, longestWait, (touched) => void this.#look(touched));
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      this.#touched,
      folders.onDidChange(() => void this.#follow()),
    );
  }

  /** As far as is known by now; a folder whose lessons are new is being looked at. */
  isInPlace(folder: LessonFolder, control: Control): boolean {
    const path = pathOfRef(control);
    return path !== undefined && this.#known.get(folder)?.present.has(path) === true;
  }

  async #follow(): Promise<void> {
    const all = this.#folders.all;
    for (const [folder, watch] of this.#watches) {
      if (!all.includes(folder)) {
        watch.dispose();
        this.#watches.delete(folder);
        this.#known.delete(folder);
      }
    }
    const changed = all.filter((folder) => this.#known.get(folder)?.library !== folder.library);
    for (const folder of changed) {
      const wanted = refsOf(folder.library);
      this.#known.set(folder, {
        ...{ library: folder.library, wanted },
        present: this.#known.get(folder)?.present ?? new Set(),
      });
      if (wanted.size > 0) {
        this.#watch(folder);
      }
    }
    await this.#look(changed);
  }

  #watch(folder: LessonFolder): void {
    if (this.#watches.has(folder)) {
      return;
    }
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder.uri, '**'),
      ...([false, true, false] as const),
    );
    const touch = (uri: vscode.Uri) => {
      const path = folder.pathOf(uri);
      // A folder that comes or goes takes along what lies in it.
      if ([...(this.#known.get(folder)?.wanted ?? [])].some((ref) => `${ref}/`.startsWith(`${path}/`))) {
        this.#touched.add(folder);
      }
    };
    this.#watches.set(
      folder,
      vscode.Disposable.from(watcher, watcher.onDidCreate(touch), watcher.onDidDelete(touch)),
    );
  }

  async #look(folders: Iterable<LessonFolder>): Promise<void> {
    const looked = await Promise.all([...folders].map((folder) => this.#lookAt(folder)));
    if (looked.includes(true)) {
      this.#changed.fire();
    }
  }

  /** @returns whether a control came or went */
  async #lookAt(folder: LessonFolder): Promise<boolean> {
    const known = this.#known.get(folder);
    const refs = [...(known?.wanted ?? [])];
    const found = await Promise.all(refs.map((path) => this.#exists(folder.uriOf(path))));
    if (known === undefined || this.#known.get(folder) !== known) {
      return false;
    }
    const before = known.present;
    known.present = new Set(refs.filter((_, at) => found[at]));
    return before.size !== known.present.size || [...before].some((path) => !known.present.has(path));
  }

  async #exists(uri: vscode.Uri): Promise<boolean> {
    try {
      await vscode.workspace.fs.stat(uri);
      return true;
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) {
        this.#log.info(`${uri.toString()} cannot be looked for, so its control counts as missing`, error);
      }
      return false;
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.#disposable, ...this.#watches.values()).dispose();
  }
}

function refsOf({ lessons }: Library): ReadonlySet<string> {
  return new Set(lessons.flatMap(strongControls).flatMap((control) => pathOfRef(control) ?? []));
}
