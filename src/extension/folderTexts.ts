import * as vscode from 'vscode';
import { SourceText } from '../core/text';
import type { LessonFolder } from './lessonFolder';
import { unlessMissing } from './workspaceFiles';

/** A folder whose texts are searched. */
export interface SearchedFolder {
  readonly folder: LessonFolder;
  readonly log: vscode.LogOutputChannel;
}

/** A text in a workspace folder. */
export interface FolderText {
  readonly uri: vscode.Uri;
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly text: SourceText;
  /** Saving it would damage it: its bytes are no text in the encoding that the editor takes it for. */
  readonly isGarbled: boolean;
}

/** As where lessons are matched: beyond this size nobody wrote the file by hand. */
const largestFile = 2 * 1024 * 1024;
/** Remote file systems answer many questions at once well, but not thousands. */
const batch = 50;

/** What stands in the folder's open documents now, saved or not. */
export function openTexts(
  { folder }: Pick<SearchedFolder, 'folder'>,
  isWanted: (path: string) => boolean,
): readonly FolderText[] {
  return vscode.workspace.textDocuments
    .filter(({ isClosed, uri }) => !isClosed && folder.holds(uri) && isWanted(folder.pathOf(uri)))
    .map((document) => ({
      ...{ uri: document.uri, path: folder.pathOf(document.uri) },
      ...{ text: new SourceText(document.getText()), isGarbled: false },
    }));
}

/** Those of the files on disk that hold a word. Binary and very large ones hold none; nor do those nobody may read. */
export async function storedTexts(
  uris: readonly vscode.Uri[],
  word: string,
  { folder, log }: Pick<SearchedFolder, 'folder' | 'log'>,
  token?: vscode.CancellationToken,
): Promise<readonly FolderText[]> {
  const found: FolderText[] = [];
  const read = async (uri: vscode.Uri) => {
    try {
      return await unlessMissing(() => textHolding(word, uri, folder.pathOf(uri)));
    } catch (error) {
      log.info(`${uri.toString()} cannot be searched for ${word}`, error);
      return undefined;
    }
  };
  for (let at = 0; at < uris.length && token?.isCancellationRequested !== true; at += batch) {
    const texts = await Promise.all(uris.slice(at, at + batch).map(read));
    found.push(...texts.filter((text) => text !== undefined));
  }
  return found;
}

async function textHolding(word: string, uri: vscode.Uri, path: string): Promise<FolderText | undefined> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > largestFile) {
    return undefined;
  }
  const bytes = await vscode.workspace.fs.readFile(uri);
  // Most files end here, so they are not decoded by the rules first.
  if (!new TextDecoder('latin1').decode(bytes).includes(word) || bytes.includes(0)) {
    return undefined;
  }
  const text = new SourceText(await vscode.workspace.decode(bytes, { uri }));
  return { uri, path, text, isGarbled: text.value.includes('\uFFFD') && !isUtf8(bytes) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // A fatal decoder throws for exactly one reason.
    return false;
  }
}
