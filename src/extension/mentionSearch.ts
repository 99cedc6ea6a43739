import * as vscode from 'vscode';
import { type Mention, mentionAt, namedIn } from '../core/author/mentions';
import { isInLessonFolder } from '../core/library/files';
import { fromPosition } from './convert';
import { type FolderText, openTexts, type SearchedFolder, storedTexts } from './folderTexts';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import { lessonFilesIn } from './workspaceFiles';

/** A lesson that is named at a place, and where to look for it. */
export interface Named extends SearchedFolder {
  readonly mention: Mention;
}

/** The id at a place in a workspace folder. */
export function namedAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  folders: LessonFolders,
  log: vscode.LogOutputChannel,
): Named | undefined {
  const mention = mentionAt(document.lineAt(position).text, fromPosition(position));
  const folder = mention && folders.folderOf(document.uri);
  return folder && { folder, log, mention };
}

/** A file that names the lesson that was searched for. */
export interface NamingFile extends FolderText {
  readonly mentions: readonly Mention[];
}

/**
 * Every file of a folder that names a lesson: lesson files, what else lies beside them, and code that suppresses it.
 * What is open counts as it stands in the editor when the search ends. `undefined` where nobody waits for the answer.
 */
export async function filesNaming(
  id: string,
  searched: SearchedFolder,
  token: vscode.CancellationToken,
): Promise<readonly NamingFile[] | undefined> {
  const { folder } = searched;
  const besides = await lessonFilesIn(folder.uri).list();
  const code = await codeFilesIn(folder, token);
  const uris = [
    ...besides.map((path) => folder.uriOf(path)),
    // A folder within this one may be open as one of its own.
    ...code.filter((uri) => folder.holds(uri)),
  ];
  const stored = await storedTexts(uris, id, searched, token);
  if (token.isCancellationRequested) {
    return undefined;
  }
  const open = openTexts(searched, () => true);
  const isOpen = new Set(open.map(({ uri }) => uri.toString()));
  return [...open, ...stored.filter(({ uri }) => !isOpen.has(uri.toString()))]
    .map((file) => ({
      ...file,
      mentions: namedIn(file.path, file.text).filter((mention) => mention.id === id),
    }))
    .filter(({ mentions }) => mentions.length > 0);
}

/** What the editor's own search looks at. */
async function codeFilesIn(folder: LessonFolder, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const excluded = vscode.workspace
    .getConfiguration('search', folder.uri)
    .get<Readonly<Record<string, unknown>>>('exclude', {});
  // Braces do not nest; a file that is read in vain does no harm.
  const globs = Object.keys(excluded).filter((glob) => excluded[glob] === true && !/[{}]/.test(glob));
  const uris = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder.uri, '**'),
    globs.length === 0 ? undefined : `{${globs.join(',')}}`,
    undefined,
    token,
  );
  return uris.filter((uri) => !isInLessonFolder(folder.pathOf(uri)));
}
