import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { holderOf, isInLessonFolder } from '../core/library/files';
import type { GitFacts } from './git';
import { UsageError } from './io';
import { slashed, unlessMissing } from './nodeFiles';
import { decodedText } from './scan/decodedText';
import { bytesOf } from './scan/fileBytes';
import { type Walked, walk } from './scan/folderWalk';
import type { Skipped } from './scan/skipped';

/** The files of a project, and what of it was left out. */
export interface FileList {
  /** Sorted, relative to the root with `/`. */
  readonly paths: readonly string[];
  readonly skipped: readonly Skipped[];
  /** The folders below the root that hold lessons of their own, and some of the files. */
  readonly packages: readonly string[];
}

/**
 * The files to check: what git tracks or does not ignore; without git everything but what ignore files leave out, `.git`
 * and `node_modules`. Neither lesson files nor links are among them.
 * @param only files and folders, relative to `cwd`; empty for all
 */
export async function listFiles(
  root: string,
  git: GitFacts | undefined,
  only: readonly string[],
  cwd: string,
): Promise<FileList> {
  const chosen = await pathsInside(root, only, cwd);
  const { files, skipped } = git === undefined ? walk(root) : await listOf(git);
  const isChosen = (path: string) =>
    chosen.length === 0 || chosen.some((folder) => isWithin(path, folder) || isWithin(folder, path));
  const paths = files
    .filter((path) => !isInLessonFolder(path))
    .filter((path) => chosen.length === 0 || chosen.some((folder) => isWithin(path, folder)))
    .sort();
  return {
    paths,
    packages: packagesAmong(files).filter((folder) => paths.some((path) => isWithin(path, folder))),
    skipped: skipped.filter(({ path }) => isChosen(path.replace(/\/$/, ''))),
  };
}

/** Sorted, so that an outer package comes before those within it. */
function packagesAmong(files: readonly string[]): string[] {
  const holders = files.map((path) => (path.endsWith('.md') ? (holderOf(path) ?? '') : ''));
  return [...new Set(holders)].filter((folder) => folder !== '').sort();
}

async function listOf(git: GitFacts): Promise<Walked> {
  return { files: await git.files(), skipped: git.nested.map((path) => ({ path, reason: 'nested' })) };
}

/** As `listFiles`, without what was left out. */
export async function projectFiles(
  root: string,
  git: GitFacts | undefined,
  only: readonly string[],
  cwd: string,
): Promise<readonly string[]> {
  return (await listFiles(root, git, only, cwd)).paths;
}

/** A file's text; `undefined` where it is gone, binary, or too large to be anybody's source. Rejects where it cannot be read. */
export async function readText(root: string, path: string): Promise<string | undefined> {
  const read = bytesOf(join(root, path));
  if (read.kind === 'skipped' && read.reason === 'unreadable') {
    throw read.error;
  }
  return read.kind === 'bytes' ? decodedText(read.bytes) : undefined;
}

/**
 * Written paths, relative to the root with `/`.
 * @throws UsageError for a path that does not exist, or lies outside of the root
 */
export function pathsInside(root: string, written: readonly string[], cwd: string): Promise<string[]> {
  return Promise.all(written.map((path) => insideRoot(root, resolve(cwd, path), path)));
}

/**
 * Written paths of code files that need not exist, relative to the root with `/`.
 * @throws UsageError for a folder, or a path outside of the root
 */
export function codePathsInside(root: string, written: readonly string[], cwd: string): Promise<string[]> {
  return Promise.all(
    written.map(async (path) => {
      const file = resolve(cwd, path);
      const isFolder = /[\\/]$/.test(path) || (await unlessMissing(() => stat(file)))?.isDirectory();
      if (isFolder) {
        throw new UsageError(`${path} is a folder. Name a file in it; it need not exist yet.`);
      }
      return relativeTo(root, file, path);
    }),
  );
}

async function insideRoot(root: string, file: string, written: string): Promise<string> {
  if ((await unlessMissing(() => stat(file))) === undefined) {
    throw new UsageError(`There is no ${written}. Name files or folders that exist.`);
  }
  return relativeTo(root, file, written);
}

function relativeTo(root: string, file: string, written: string): string {
  const path = relative(root, file);
  if (isAbsolute(path) || path.split(sep)[0] === '..') {
    throw new UsageError(`${written} lies outside of ${root}. Choose another --root.`);
  }
  return slashed(path);
}

/** Both relative to the root; the root itself is an empty string. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
