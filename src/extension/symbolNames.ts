import * as vscode from 'vscode';
import { compileGlob, faultOfGlob } from '../core/lesson/glob';
import { isInLessonFolder } from '../core/library/files';
import { languageOfPath } from '../core/match/language';
import { definitionsByLanguage } from '../core/match/languages/table';
import { sourceOf } from '../core/match/source';
import type { SymbolFinder } from '../core/match/symbolFinder';
import { excludeOf } from './editorExcludes';
import type { LessonFolder } from './lessonFolder';
import { documentsInTabs } from './tabs';
import { unlessMissing } from './workspaceFiles';

/** Enough to choose from; a scope with more files than this is no place for one symbol's name. */
const mostFound = 400;
const mostRead = 40;
const longestFile = 512 * 1024;

interface Question {
  readonly folder: LessonFolder;
  readonly symbols: SymbolFinder;
  readonly log: vscode.LogOutputChannel;
  readonly token: vscode.CancellationToken;
}

/** The names of the symbols in some of the files that the globs name; without globs, in those that stand in a tab. */
export async function symbolNames(question: Question, globs: readonly string[]): Promise<readonly string[]> {
  const { folder } = question;
  const found =
    globs.length === 0
      ? pathsInTabs(folder)
      : (await Promise.all(globs.map((glob) => pathsNamed(question, glob)))).flat();
  const paths = [...new Set(found)].filter(
    (path) => hasSymbols(path) && !isInLessonFolder(path) && !folder.library.ignores(path),
  );
  const names: string[] = [];
  for (const path of paths.slice(0, mostRead)) {
    if (question.token.isCancellationRequested) {
      return [];
    }
    names.push(...(await namesIn(question, path)));
  }
  return names;
}

function pathsInTabs(folder: LessonFolder): readonly string[] {
  const inFolder = documentsInTabs().filter(
    ({ uri }) => vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString(),
  );
  return inFolder.map(({ uri }) => folder.pathOf(uri));
}

function hasSymbols(path: string): boolean {
  return definitionsByLanguage[languageOfPath(path) ?? ''] !== undefined;
}

async function pathsNamed({ folder, token }: Question, glob: string): Promise<readonly string[]> {
  if (faultOfGlob(glob) !== undefined) {
    return [];
  }
  const segments = glob.split('/');
  const magic = segments.findIndex((segment) => segment === '' || /[*?[\]{}()!\\]/.test(segment));
  if (magic === -1 && segments.length > 1) {
    return [glob];
  }
  const base = segments.slice(0, Math.max(magic, 0)).join('/');
  // The editor's globs have no escapes, and no base name that is meant anywhere; what they find too much is dropped.
  const rest = segments
    .slice(Math.max(magic, 0))
    .join('/')
    .replace(/\\./g, '?')
    .replace(/^$|\/$/, '$&**');
  const pattern = new vscode.RelativePattern(folder.uriOf(base), segments.length === 1 ? `**/${rest}` : rest);
  const uris = await vscode.workspace.findFiles(pattern, excludeOf(folder), mostFound, token);
  return uris
    .map((uri) => folder.pathOf(uri))
    .filter(compileGlob(glob))
    .sort();
}

async function namesIn({ folder, symbols, log }: Question, path: string): Promise<readonly string[]> {
  try {
    const text = await textOf(folder.uriOf(path));
    const found = text === undefined ? [] : await symbols.symbolsOf(sourceOf(path, text));
    return found.map(({ name }) => name);
  } catch (error) {
    log.error(`No symbols of ${path} can be offered`, error);
    return [];
  }
}

/** The text as its author sees it; `undefined` where it is gone or not written by hand. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) {
    return open.getText();
  }
  const bytes = await unlessMissing(() => vscode.workspace.fs.readFile(uri));
  return bytes === undefined || bytes.length > longestFile ? undefined : new TextDecoder().decode(bytes);
}
