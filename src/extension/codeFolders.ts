import * as vscode from 'vscode';
import { type FilesChange, FolderFiles } from './folderFiles';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';

export interface FolderChange extends FilesChange {
  readonly folder: LessonFolder;
}

/** The code of each workspace folder, listed once for all who ask. */
export class CodeFolders implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #files = new Map<LessonFolder, FolderFiles>();
  readonly #changed = new vscode.EventEmitter<FolderChange>();
  readonly #disposable: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(folders: LessonFolders, log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      folders.onDidChange(() => this.#follow(folders.all)),
    );
  }

  of(folder: LessonFolder): FolderFiles {
    const known = this.#files.get(folder);
    if (known !== undefined) {
      return known;
    }
    const files = new FolderFiles(folder, (change) => this.#changed.fire({ ...change, folder }), this.#log);
    this.#files.set(folder, files);
    return files;
  }

  #follow(present: readonly LessonFolder[]): void {
    for (const [folder, files] of this.#files) {
      if (!present.includes(folder)) {
        files.dispose();
        this.#files.delete(folder);
      }
    }
  }

  dispose(): void {
    this.#disposable.dispose();
    vscode.Disposable.from(...this.#files.values()).dispose();
  }
}
