import * as vscode from 'vscode';
import { isRetired, type Lesson } from '../core/lesson/lesson';
import { SourceText } from '../core/text';
import { changedText } from './lessonChange';
import { changeDocument } from './lessonEdits';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';

interface Waiting {
  readonly folder: LessonFolder;
  readonly old: string;
  readonly successor: string;
}

/** Marks lessons as superseded once the drafts that replace them are saved: until then they are the ones that hold. */
export class SupersededOnSave implements vscode.Disposable {
  readonly #waiting = new Set<Waiting>();
  readonly #listener: vscode.Disposable;

  constructor(folders: LessonFolders) {
    this.#listener = folders.onDidChange(() => this.#look());
  }

  /** @param successor the id of the draft, which names the lesson in its `supersedes` */
  wait(folder: LessonFolder, { id: old }: Lesson, successor: string): void {
    this.#waiting.add({ folder, old, successor });
  }

  #look(): void {
    for (const one of this.#waiting) {
      const { byId } = one.folder.library;
      const [old, successor] = [byId.get(one.old), byId.get(one.successor)];
      if (successor !== undefined) {
        this.#waiting.delete(one);
      }
      if (successor?.frontMatter.supersedes?.includes(one.old) && old !== undefined && !isRetired(old)) {
        void markSuperseded(one.folder, old);
      }
    }
  }

  dispose(): void {
    this.#listener.dispose();
  }
}

async function markSuperseded(folder: LessonFolder, { path, title }: Lesson): Promise<void> {
  const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
  const before = new SourceText(document.getText());
  const after = changedText(before, { changes: [{ kind: 'set', key: 'status', value: 'superseded' }] });
  if (after === undefined || !(await changeDocument(document, before, after))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('"{0}" could not be marked as superseded. Set its status by hand.', title),
    );
  }
}
