import { readFile as readFileCallback } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { type LessonFiles, lessonFolder } from '../core/library/files';
import type { GrammarFiles } from '../core/match/grammars';

/** That of `node:fs/promises` makes a handle for each file, and takes three times as long for small ones. */
const readFile = promisify(readFileCallback);

/** Lesson files of a folder on this machine. */
export function lessonFilesIn(root: string): LessonFiles {
  return {
    async list() {
      const folder = join(root, lessonFolder);
      const entries = await unlessMissing(() => readdir(folder, { recursive: true, withFileTypes: true }));
      return (entries ?? [])
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) =>
          slashed(`${lessonFolder}${parentPath.slice(folder.length)}${sep}${name}`),
        );
    },
    read: (path) => unlessMissing(() => readFile(join(root, path))),
  };
}

/** Grammars that lie in a folder, as the build puts them beside the bundle. */
export function grammarFilesIn(folder: string): GrammarFiles {
  return {
    read: (name) =>
      readFile(join(folder, name === undefined ? 'tree-sitter.wasm' : `tree-sitter-${name}.wasm`)),
    readStructures: () => readFile(join(folder, 'ast-grep.wasm')),
  };
}

export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** A file or folder that is not there, or is gone by now, is an answer; any other failure is not. */
export async function unlessMissing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return undefined;
    }
    throw error;
  }
}
