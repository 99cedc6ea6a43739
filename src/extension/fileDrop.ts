import * as vscode from 'vscode';
import { addressesIn } from '../core/edit/uriList';
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
    const addresses = addressesIn(list);
    if (target?.kind !== 'lesson' || addresses.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Drop a file on a lesson, and the lesson applies to it.'),
      );
      return;
    }
    const uris = addresses.map(uriOf).filter((uri) => uri !== undefined);
    if (uris.length < addresses.length) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('What was dropped is no list of files. Drop files from the Explorer or an editor tab.'),
      );
      return;
    }
    if (await mayWrite()) {
      await addFiles(this.#folders, target.found, uris);
    }
  }
}

/** `undefined` where another program dropped what is no address. */
function uriOf(address: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(address);
  } catch {
    return undefined;
  }
}
