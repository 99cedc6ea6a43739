import ignore, { type Ignore } from 'ignore';

/** What git leaves out of a repository, told by its `.gitignore` files. Files that are tracked all the same are not known. */
export class GitIgnore {
  /** By the folder that the rules stand in; the repository's own is an empty string. */
  readonly #rules = new Map<string, Ignore>();
  readonly #folders = new Map<string, boolean>();

  /** Adds the rules of a file; of two for a folder, the later ones go first. */
  add(folder: string, text: string): void {
    const rules = this.#rules.get(folder) ?? ignore();
    this.#rules.set(folder, rules.add(text));
    this.#folders.clear();
  }

  /** @param path of a file, relative to the repository with `/` */
  ignores(path: string): boolean {
    const folder = parentOf(path);
    // What lies in a folder that is left out cannot be brought back.
    return this.#ignoresFolder(folder) || this.#decide(path, folder);
  }

  #ignoresFolder(folder: string): boolean {
    const known = folder === '' ? false : this.#folders.get(folder);
    if (known !== undefined) {
      return known;
    }
    const parent = parentOf(folder);
    const isIgnored = this.#ignoresFolder(parent) || this.#decide(`${folder}/`, parent);
    this.#folders.set(folder, isIgnored);
    return isIgnored;
  }

  /** The rules that stand nearest decide. */
  #decide(path: string, folder: string): boolean {
    const below = folder === '' ? path : path.slice(folder.length + 1);
    const { ignored, unignored } = this.#rules.get(folder)?.test(below) ?? {};
    if (ignored || unignored || folder === '') {
      return ignored === true;
    }
    return this.#decide(path, parentOf(folder));
  }
}

/**
 * The folders that rules leave out by their mere names, as globs for who lists files: there may be more files in them than
 * in all others. None where rules bring something back, as that may lie in such a folder.
 */
export function foldersLeftOut(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  if (lines.some((line) => line.startsWith('!'))) {
    return [];
  }
  return lines.flatMap((line) => {
    const plain = /^(\/?)((?:[\w.-]+\/)*[\w.-]+)\/?$/.exec(line);
    const name = plain?.[2];
    if (name === undefined) {
      return [];
    }
    const isAnchored = plain?.[1] === '/' || name.includes('/');
    return [isAnchored ? `${name}/**` : `**/${name}/**`];
  });
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
