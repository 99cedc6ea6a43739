import * as vscode from 'vscode';
import { lessonFolder } from '../core/library/files';

/** What the disk tells of the lesson files below a workspace folder. */
export interface LessonEvents {
  /** Something happened to a lesson file or folder; a deleted folder is one event, an atomic save is a creation. */
  touched(uri: vscode.Uri): void;
  /** Something was deleted, which may have had lessons somewhere below it: the editor does not tell of those. */
  deleted(uri: vscode.Uri): void;
}

/** Follows the lessons of a workspace folder and of the packages below it. */
export class LessonWatch implements vscode.Disposable {
  readonly #disposable: vscode.Disposable;

  constructor(folder: vscode.Uri, { touched, deleted }: LessonEvents) {
    const lessons = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, `**/${lessonFolder}/**`),
    );
    const all = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, '**'),
      ...([true, true, false] as const),
    );
    this.#disposable = vscode.Disposable.from(
      ...[lessons, lessons.onDidCreate(touched), lessons.onDidChange(touched), lessons.onDidDelete(touched)],
      ...[all, all.onDidDelete(deleted)],
    );
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
