import type * as vscode from 'vscode';
import { declarationIn, type Mention } from '../core/author/mentions';
import { isLessonPath } from '../core/library/files';
import { type FolderText, openTexts, type SearchedFolder, storedTexts } from './folderTexts';

/** Where a lesson file gives itself an id. */
export interface Declaration extends Mention {
  readonly uri: vscode.Uri;
  /** Relative to the folder, with `/`. */
  readonly path: string;
}

/**
 * Answers at once where an id is given: as lesson files stand in editors, and else in the library. The answer is good
 * until one of them changes.
 */
export function knownDeclarations(
  searched: Pick<SearchedFolder, 'folder'>,
): (id: string) => readonly Declaration[] {
  const { folder } = searched;
  const open = openTexts(searched, isLessonPath);
  const openPaths = new Set(open.map(({ path }) => path));
  const declared = open.flatMap(declarationOf);
  return (id) => {
    const lesson = folder.library.byId.get(id);
    const range = lesson?.ranges.of('id');
    return [
      ...declared.filter((declaration) => declaration.id === id),
      ...(lesson === undefined || range === undefined || openPaths.has(lesson.path)
        ? []
        : [{ id, range, uri: folder.uriOf(lesson.path), path: lesson.path }]),
    ];
  };
}

/** Every place where a lesson file gives itself this id: one, unless something is wrong. */
export async function declarationsOf(id: string, searched: SearchedFolder): Promise<readonly Declaration[]> {
  const { folder } = searched;
  const read = new Set(folder.library.lessons.map(({ path }) => path));
  const open = new Set(openTexts(searched, isLessonPath).map(({ path }) => path));
  // A lesson that is broken, or whose id another one has, is not in the library.
  const others = folder.library.paths.filter(
    (path) => isLessonPath(path) && !read.has(path) && !open.has(path),
  );
  const uris = others.map((path) => folder.uriOf(path));
  const declared = (await storedTexts(uris, id, searched)).flatMap(declarationOf);
  return [...knownDeclarations(searched)(id), ...declared.filter((declaration) => declaration.id === id)];
}

function declarationOf({ uri, path, text }: FolderText): Declaration[] {
  const declaration = declarationIn(text);
  return declaration === undefined ? [] : [{ ...declaration, uri, path }];
}
