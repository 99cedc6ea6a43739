import * as vscode from 'vscode';
import { addFiles } from './addFiles';
import type { LessonFolders } from './lessonFolders';
import type { Row } from './treeRow';
import { mayWrite } from './writingCommand';

const uriList = 'text/uri-list';

/** Files that are dropped on a lesson become files that it applies to. */
export class FileDrop implements vscode.TreeDragAndDropController<Row> {
  readonly dropMimeTypes = [uriList];
  /** Rows are not dragged themselves. */
  readonly dragMimeTypes = [];
  readonly #folders: LessonFolders;

  constructor(folders: LessonFolders) {
    this.#folders = folders;
  }

  async handleDrop(
    target: Row | undefined,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const list = await transfer.get(uriList)?.asString();
    if (list === undefined || token.isCancellationRequested) {
      return;
    }
    if (target?.kind !== 'lesson') {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Drop a file on a lesson, and the lesson applies to it.'),
      );
      return;
    }
    if (!(await mayWrite())) {
      return;
    }
    // RFC 2483: one address a line, and lines of comment.
    const lines = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
    await addFiles(
      this.#folders,
      target.found,
      lines.map((line) => vscode.Uri.parse(line)),
    );
  }
}
