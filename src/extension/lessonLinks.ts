import * as vscode from 'vscode';
import { type LinkTarget, linksIn } from '../core/author/links';
import { SourceText } from '../core/text';
import { toRange } from './convert';
import { type Declaration, knownDeclarations } from './declarations';
import { lessonSelector } from './lessonDocuments';
import type { LessonFolder } from './lessonFolder';
import type { LessonFolders } from './lessonFolders';
import { unlessMissing } from './workspaceFiles';

/** Links in lesson files: to other lessons, to references, and to the code that is evidence. */
export function registerLessonLinks(folders: LessonFolders): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(lessonSelector, {
    async provideDocumentLinks(document, token) {
      const folder = folders.folderOf(document.uri);
      if (folder === undefined) {
        return [];
      }
      const lessons = knownDeclarations({ folder });
      const links = await Promise.all(
        linksIn(new SourceText(document.getText())).map(async ({ range, target }) => {
          const uri = await uriOf(target, folder, lessons);
          return uri && new vscode.DocumentLink(toRange(range), uri);
        }),
      );
      return token.isCancellationRequested ? [] : links.filter((link) => link !== undefined);
    },
  });
}

/** `undefined` where it leads to nothing that is there. */
async function uriOf(
  target: LinkTarget,
  folder: LessonFolder,
  lessons: ReturnType<typeof knownDeclarations>,
): Promise<vscode.Uri | undefined> {
  switch (target.kind) {
    case 'lesson':
      return placeOf(lessons(target.id)[0]);
    case 'page':
      return pageUri(target.url);
    case 'file': {
      const uri = folder.uriOf(target.path);
      const stat = await unlessMissing(() => vscode.workspace.fs.stat(uri));
      const [first, last] = target.lines ?? [];
      return stat && uri.with({ fragment: first === undefined ? '' : `L${first}-L${last}` });
    }
  }
}

/** An address that would change on its way is left to the editor, which makes links of addresses as they are written. */
function pageUri(url: string): vscode.Uri | undefined {
  const uri = vscode.Uri.parse(url, true);
  return uri.toString(true) === url ? uri : undefined;
}

function placeOf(declaration: Declaration | undefined): vscode.Uri | undefined {
  if (declaration === undefined) {
    return undefined;
  }
  const { line, character } = declaration.range.start;
  return declaration.uri.with({ fragment: `L${line + 1},${character + 1}` });
}
