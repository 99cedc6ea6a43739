import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { ImportFault, ImportFile, ImportKind } from '../core/learn/imports/imported';
import { largestImport, mayBeImported } from '../core/learn/imports/reading';
import { isInLessonFolder } from '../core/library/files';
import { slashed, unlessMissing } from './nodeFiles';

/** A file to import from, or why it is none. `name` is its path as the person at the terminal would write it. */
export type FileToImport = { readonly name: string } & (
  | { readonly kind: 'file'; readonly file: ImportFile; readonly isFound: boolean }
  | { readonly kind: 'fault'; readonly fault: ImportFault | 'missing' | 'unreadable' | 'empty-folder' }
);

/** The files that operands name, and those in folders that may be meant; one after another, as they may be many. */
export async function* filesToImport(
  operands: readonly string[],
  { root, cwd, kind }: { readonly root: string; readonly cwd: string; readonly kind: ImportKind | undefined },
): AsyncGenerator<FileToImport> {
  for (const operand of operands) {
    const path = resolve(cwd, operand);
    const facts = await unlessMissing(() => stat(path));
    if (facts === undefined) {
      yield { name: operand, kind: 'fault', fault: 'missing' };
    } else if (!facts.isDirectory()) {
      yield await fileAt(path, { root, cwd, isFound: false });
    } else {
      const found = await filesBelow(path, root, kind);
      if (found.length === 0) {
        yield { name: operand, kind: 'fault', fault: 'empty-folder' };
      }
      for (const one of found) {
        yield await fileAt(one, { root, cwd, isFound: true });
      }
    }
  }
}

async function fileAt(
  path: string,
  { root, cwd, isFound }: { readonly root: string; readonly cwd: string; readonly isFound: boolean },
): Promise<FileToImport> {
  const name = relative(cwd, path);
  try {
    if ((await stat(path)).size > largestImport) {
      return { name, kind: 'fault', fault: { code: 'too-large', megabytes: largestImport >> 20 } };
    }
    return {
      name,
      kind: 'file',
      isFound,
      file: { path: pathIn(root, path), text: await readFile(path, 'utf8') },
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) {
      throw error;
    }
    return { name, kind: 'fault', fault: 'unreadable' };
  }
}

/** The same on every machine: what lies outside is known by its name. */
function pathIn(root: string, path: string): string {
  const inside = slashed(relative(root, path));
  return inside === '..' || inside.startsWith('../') || resolve(root, inside) !== path
    ? basename(path)
    : inside;
}

async function filesBelow(
  folder: string,
  root: string,
  kind: ImportKind | undefined,
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && mayBeImported(entry.name, kind))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => {
      const inside = slashed(relative(folder, path));
      return (
        !/(?:^|\/)(?:\.git|node_modules)\//.test(inside) &&
        !isInLessonFolder(slashed(path.slice(root.length + sep.length)))
      );
    })
    .sort();
}
