import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitIgnore } from '../../core/match/gitIgnore';
import { failureOf } from './fileBytes';
import type { Skipped } from './skipped';

const skippedFolders = new Set(['.git', 'node_modules']);

/** Of two for one folder, the later goes first. */
const ignoreFiles = ['.gitignore', '.ignore'];

export interface Walked {
  /** Relative to the root, with `/`. */
  readonly files: readonly string[];
  readonly skipped: readonly Skipped[];
}

/**
 * The files below a folder without git: all but what ignore files leave out, `.git` and `node_modules`. Links are not
 * followed, as what they lead to lies elsewhere, or is met anyway.
 * @param list gives a folder's entries, or throws as node does
 */
export function walk(root: string, list: (folder: string) => Dirent[] = entriesIn): Walked {
  const ignored = new GitIgnore();
  const files: string[] = [];
  const skipped: Skipped[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const entries = entriesOf(join(root, folder), list);
    if (entries === undefined) {
      skipped.push({ path: folder === '' ? '.' : prefix, reason: 'unreadable' });
      continue;
    }
    for (const name of ignoreFiles.filter((one) => entries.some((entry) => entry.name === one))) {
      ignored.add(folder, rulesIn(join(root, prefix, name)));
    }
    for (const entry of entries) {
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name) && !ignored.ignores(`${path}/`)) {
          folders.push(path);
        }
      } else if (entry.isFile() && !ignored.ignores(path)) {
        files.push(path);
      }
    }
  }
  return { files, skipped };
}

function entriesIn(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}

/** Empty for a folder that is gone meanwhile; `undefined` for one that may not be read. */
function entriesOf(folder: string, list: (folder: string) => Dirent[]): readonly Dirent[] | undefined {
  try {
    return list(folder);
  } catch (error) {
    return failureOf(error as NodeJS.ErrnoException).reason === 'vanished' ? [] : undefined;
  }
}

/** The rules of an ignore file; none where it cannot be read, which rather shows too much than too little. */
function rulesIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It may be a folder of that name, or a link to nowhere.
    return '';
  }
}
