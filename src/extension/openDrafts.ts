import * as vscode from 'vscode';
import { lessonDocumentOf } from './lessonDocuments';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';

/** A draft as it was left. */
export interface LeftDraft {
  readonly folder: LessonFolder;
  readonly path: string;
  readonly text: string;
}

interface Known {
  /** What stood there at first, if that was written in this window. */
  readonly first?: string;
  readonly last: string;
}

/**
 * The drafts that are open, and what they say: the editor empties an unsaved document before it tells that it was closed.
 */
export class OpenDrafts implements vscode.Disposable {
  readonly #folders: LessonFolders;
  readonly #known = new Map<string, Known>();
  readonly #said = new Set<string>();
  readonly #left = new vscode.EventEmitter<LeftDraft>();
  readonly #disposable: vscode.Disposable;
  /** Fires for a draft that was closed, saved or not, with something in it that a person has said. */
  readonly onDidLeave = this.#left.event;

  constructor(folders: LessonFolders) {
    this.#folders = folders;
    for (const document of vscode.workspace.textDocuments) {
      this.#restore(document);
    }
    this.#disposable = vscode.Disposable.from(
      this.#left,
      vscode.workspace.onDidOpenTextDocument((document) => this.#restore(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#follow(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#leave(document)),
    );
  }

  /** To be told of a draft whose answers somebody gave before it was opened. */
  mind(document: vscode.TextDocument): void {
    this.#said.add(document.uri.toString());
  }

  /** To be told of a draft that lives on elsewhere. */
  forget(document: vscode.TextDocument): void {
    this.#known.delete(document.uri.toString());
  }

  /** What was in the editor when the window was closed comes back. */
  #restore(document: vscode.TextDocument): void {
    if (document.isUntitled && document.getText() !== '') {
      this.#known.set(document.uri.toString(), { last: document.getText() });
    }
  }

  #follow(document: vscode.TextDocument): void {
    const last = document.isUntitled ? document.getText() : '';
    if (last !== '') {
      const key = document.uri.toString();
      const known = this.#known.get(key);
      this.#known.set(key, known === undefined ? { first: last, last } : { ...known, last });
    }
  }

  #leave(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const known = this.#known.get(key);
    const wasSaid = this.#said.delete(key);
    this.#known.delete(key);
    const place = lessonDocumentOf(this.#folders, document);
    if (known !== undefined && place?.kind === 'lesson' && (wasSaid || known.last !== known.first)) {
      this.#left.fire({ folder: place.folder, path: place.path, text: known.last });
    }
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
