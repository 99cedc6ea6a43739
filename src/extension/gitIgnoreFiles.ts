import * as vscode from 'vscode';
import { foldersLeftOut, GitIgnore } from '../core/match/gitIgnore';
import { unlessMissing } from './workspaceFiles';

/** The `.gitignore` files that hold for a folder of a repository. */
export class GitIgnoreFiles {
  readonly #folder: vscode.Uri;
  /** The way from the repository to the folder; empty, or with `/` at its end. */
  readonly #way: string;
  readonly #rules = new GitIgnore();
  readonly #leftOut: string[] = [];

  private constructor(folder: vscode.Uri, way: string) {
    this.#folder = folder;
    this.#way = way;
  }

  /** Reads those above and in the folder; `undefined` where the folder lies in no repository. */
  static async around(folder: vscode.Uri): Promise<GitIgnoreFiles | undefined> {
    const root = await repositoryAround(folder);
    if (root === undefined) {
      return undefined;
    }
    const names = folder.path.slice(root.path.length).split('/').filter(Boolean);
    const files = new GitIgnoreFiles(folder, names.map((name) => `${name}/`).join(''));
    await files.#read('', vscode.Uri.joinPath(root, '.git/info/exclude'));
    for (let depth = 0; depth <= names.length; depth++) {
      const above = names.slice(0, depth).join('/');
      await files.#read(above, vscode.Uri.joinPath(root, above, '.gitignore'));
    }
    return files;
  }

  /** Reads one further down. */
  async add(path: string): Promise<void> {
    const inRepository = `${this.#way}${path}`;
    const folder = inRepository.slice(0, Math.max(0, inRepository.lastIndexOf('/')));
    await this.#read(folder, vscode.Uri.joinPath(this.#folder, path));
  }

  /** Globs of whole folders that need not even be listed. */
  get leftOut(): readonly string[] {
    return this.#leftOut;
  }

  /** @param path relative to the folder */
  ignores(path: string): boolean {
    return this.#rules.ignores(`${this.#way}${path}`);
  }

  async #read(folder: string, uri: vscode.Uri): Promise<void> {
    const bytes = await unlessMissing(() => vscode.workspace.fs.readFile(uri));
    if (bytes === undefined) {
      return;
    }
    const text = new TextDecoder().decode(bytes);
    this.#rules.add(folder, text);
    const isHere = `${folder}/` === this.#way || folder === this.#way;
    this.#leftOut.push(...foldersLeftOut(text).filter((glob) => isHere || glob.startsWith('**/')));
  }
}

async function repositoryAround(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (let at = folder; ; at = vscode.Uri.joinPath(at, '..')) {
    if (
      (await unlessMissing(() => vscode.workspace.fs.stat(vscode.Uri.joinPath(at, '.git')))) !== undefined
    ) {
      return at;
    }
    if (at.path === '/' || at.path === '') {
      return undefined;
    }
  }
}
