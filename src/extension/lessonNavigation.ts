import * as vscode from 'vscode';
import { declarationIn } from '../core/author/mentions';
import { isLessonPath } from '../core/library/files';
import { comparePositions } from '../core/text';
import { toRange } from './convert';
import { declarationsOf } from './declarations';
import type { LessonFolders } from './lessonFolders';
import { filesNaming, type Named, type NamingFile, namedAt } from './mentionSearch';

/** From an id to its lesson, and to everything else that names it. Asked in every file, and answers at once off an id. */
export function registerLessonNavigation(
  folders: LessonFolders,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const at = (document: vscode.TextDocument, position: vscode.Position) =>
    namedAt(document, position, folders, log);
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(
      { pattern: '**' },
      {
        async provideDefinition(document, position) {
          const named = at(document, position);
          return named && definitionOf(named);
        },
      },
    ),
    vscode.languages.registerReferenceProvider(
      { pattern: '**' },
      {
        async provideReferences(document, position, { includeDeclaration }, token) {
          const named = at(document, position);
          const files = named && (await filesNaming(named.mention.id, named, token));
          return files?.flatMap((file) => locationsIn(file, includeDeclaration));
        },
      },
    ),
  );
}

async function definitionOf(named: Named): Promise<vscode.DefinitionLink[]> {
  const originSelectionRange = toRange(named.mention.range);
  return (await declarationsOf(named.mention.id, named)).map(({ uri, range }) => ({
    ...{ originSelectionRange, targetUri: uri, targetRange: toRange(range) },
  }));
}

function locationsIn({ uri, path, text, mentions }: NamingFile, withDeclaration: boolean): vscode.Location[] {
  const own = withDeclaration || !isLessonPath(path) ? undefined : declarationIn(text)?.range.start;
  return mentions
    .filter(({ range: { start } }) => own === undefined || comparePositions(start, own) !== 0)
    .map(({ range }) => new vscode.Location(uri, toRange(range)));
}
