import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isInLessonFolder } from '../core/library/files';
import type { GitFacts } from './git';
import { UsageError } from './io';
import { slashed, unlessMissing } from './nodeFiles';

const largestFile = 2 * 1024 * 1024;
const skippedFolders = new Set(['.git', 'node_modules']);

/**
 * The files to check, sorted, relative to the root with `/`: what git tracks or does not ignore; without git everything
 * but `.git` and `node_modules`. Lesson files are not among them.
 * @param only files and folders, relative to `cwd`; empty for all
 */
export async function projectFiles(
  root: string,
  git: GitFacts | undefined,
  only: readonly string[],
  cwd: string,
): Promise<string[]> {
  const chosen = await pathsInside(root, only, cwd);
  const files = git === undefined ? await walk(root, root) : await git.files();
  return files
    .filter((path) => !isInLessonFolder(path))
    .filter((path) => chosen.length === 0 || chosen.some((folder) => isWithin(path, folder)))
    .sort();
}

/** A file's text; `undefined` where it is gone, binary, or too large to be anybody's source. */
export async function readText(root: string, path: string): Promise<string | undefined> {
  const file = join(root, path);
  const facts = await unlessMissing(() => stat(file));
  if (facts === undefined || !facts.isFile() || facts.size > largestFile) {
    return undefined;
  }
  const bytes = await unlessMissing(() => readFile(file));
  return bytes === undefined || bytes.includes(0) ? undefined : bytes.toString('utf8');
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

async function walk(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return skippedFolders.has(entry.name) ? [] : walk(root, path);
    }
    return entry.isFile() ? [slashed(relative(root, path))] : [];
  });
  return (await Promise.all(nested)).flat();
}
