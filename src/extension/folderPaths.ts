import * as vscode from 'vscode';
import { lessonFolder } from '../core/library/files';
import { ProjectPaths } from '../core/match/projectPaths';
import { GitIgnoreFiles } from './gitIgnoreFiles';
import { SharedTurns } from './sharedTurns';

/** More files are not listed: whoever asks about them all would wait too long. */
const mostFiles = 50_000;

/** As on the command line. */
const neverWanted = ['**/.git/**', '**/node_modules/**', `${lessonFolder}/**`];

/** The files of a folder that git does not leave out. */
export interface FolderPaths {
  readonly paths: ProjectPaths;
  readonly ignored: GitIgnoreFiles | undefined;
}

/** Lists a folder by the editor's own search, which knows every kind of file system, and by git's rules. */
export async function listFolder(folder: vscode.Uri): Promise<FolderPaths> {
  const ignored = await GitIgnoreFiles.around(folder);
  const excluded = `{${[...neverWanted, ...(ignored?.leftOut ?? [])].join(',')}}`;
  const uris = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder, '**/*'),
    excluded,
    mostFiles,
  );
  const start = folder.path.endsWith('/') ? folder.path.length : folder.path.length + 1;
  const found = uris.map(({ path }) => path.slice(start));
  const kept = ignored === undefined ? found : await notIgnored(found, ignored);
  // A file system that cannot be searched gives nothing, and then nobody can say what it holds.
  const isWhole = uris.length > 0 && uris.length < mostFiles;
  return { paths: new ProjectPaths(kept, isWhole), ignored };
}

async function notIgnored(paths: readonly string[], ignored: GitIgnoreFiles): Promise<string[]> {
  for (const path of paths.filter((one) => one.endsWith('/.gitignore'))) {
    await ignored.add(path);
  }
  const turns = new SharedTurns().of(() => true);
  const kept: string[] = [];
  for (const [at, path] of paths.entries()) {
    if (at % 100 === 0) {
      await turns.next();
    }
    if (!ignored.ignores(path)) {
      kept.push(path);
    }
  }
  return kept;
}
