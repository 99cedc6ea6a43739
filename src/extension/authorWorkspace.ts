import * as vscode from 'vscode';
import type { AuthorWorkspace, Entry } from '../core/author/completion';
import { compileGlob } from '../core/lesson/glob';
import type { SymbolFinder } from '../core/match/symbolFinder';
import { editorExcludes, excludeOf } from './editorExcludes';
import type { LessonFolder } from './lessonFolder';
import { symbolNames } from './symbolNames';
import { unlessMissing } from './workspaceFiles';

/** Enough to tell which kinds of files there are. */
const mostFiles = 2000;

/** What a workspace folder can tell an author, asked anew each time: a folder's own list is quick, however large the rest. */
export function authorWorkspace(
  folder: LessonFolder,
  symbols: SymbolFinder,
  log: vscode.LogOutputChannel,
  token: vscode.CancellationToken,
): AuthorWorkspace {
  return {
    languages: async () => vscode.languages.getLanguages(),
    entriesIn: (path) => entriesIn(folder, path),
    filesBelow: (path) => filesBelow(folder, path, token),
    symbolsIn: (globs) => symbolNames({ folder, symbols, log, token }, globs),
  };
}

async function entriesIn(folder: LessonFolder, path: string): Promise<readonly Entry[]> {
  const found = await unlessMissing(() => vscode.workspace.fs.readDirectory(folder.uriOf(path)));
  const hidden = editorExcludes(folder).map(compileGlob);
  return (found ?? [])
    .map(([name, type]): Entry => ({ name, kind: type & vscode.FileType.Directory ? 'folder' : 'file' }))
    .filter(({ name }) => !hidden.some((test) => test(path === '' ? name : `${path}/${name}`)));
}

async function filesBelow(
  folder: LessonFolder,
  path: string,
  token: vscode.CancellationToken,
): Promise<readonly string[]> {
  const pattern = new vscode.RelativePattern(folder.uriOf(path), '**/*');
  const found = await vscode.workspace.findFiles(pattern, excludeOf(folder), mostFiles, token);
  return found.map((uri) => folder.pathOf(uri));
}
