import type * as vscode from 'vscode';
import { configPath, isLessonPath } from '../core/library/files';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';

/**
 * Lesson files, saved or not, wherever they lie: no scheme is asked for, and no language, which an editor may guess anew
 * while a file is young.
 */
export const lessonSelector: vscode.DocumentSelector = { pattern: '**/.lessons/**/*.md' };

export const configSelector: vscode.DocumentSelector = { pattern: `**/${configPath}` };

/** A document that holds a lesson or a team's config, with the folder it belongs to. */
export interface LessonDocument {
  readonly kind: 'lesson' | 'config';
  readonly folder: LessonFolder;
  /** Relative to the folder, with `/`. */
  readonly path: string;
}

/** What a document is to us; `undefined` where it is neither a lesson nor a config of an open folder. */
export function lessonDocumentOf(
  folders: LessonFolders,
  { uri }: Pick<vscode.TextDocument, 'uri'>,
): LessonDocument | undefined {
  const folder = folders.folderOf(uri);
  const path = folder?.pathOf(uri);
  if (folder === undefined || path === undefined) {
    return undefined;
  }
  if (path === configPath) {
    return { kind: 'config', folder, path };
  }
  return isLessonPath(path) ? { kind: 'lesson', folder, path } : undefined;
}
