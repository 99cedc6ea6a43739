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
    const folders = [...names.keys(), names.length].map((depth) => names.slice(0, depth).join('/'));
    const [exclude, ...texts] = await Promise.all([
      textOf(vscode.Uri.joinPath(root, '.git/info/exclude')),
      ...folders.map((above) => textOf(vscode.Uri.joinPath(root, above, '.gitignore'))),
    ]);
    files.#add('', exclude);
    for (const [depth, text] of texts.entries()) {
      files.#add(folders[depth] ?? '', text);
    }
    return files;
  }

  /** Reads one further down. */
  async add(path: string): Promise<void> {
    const inRepository = `${this.#way}${path}`;
    const folder = inRepository.slice(0, Math.max(0, inRepository.lastIndexOf('/')));
    this.#add(folder, await textOf(vscode.Uri.joinPath(this.#folder, path)));
  }

  /** Globs of whole folders that need not even be listed. */
  get leftOut(): readonly string[] {
    return this.#leftOut;
  }

  /** @param path relative to the folder */
  ignores(path: string): boolean {
    return this.#rules.ignores(`${this.#way}${path}`);
  }

  #add(folder: string, text: string | undefined): void {
    if (text === undefined) {
      return;
    }
    this.#rules.add(folder, text);
    const isHere = `${folder}/` === this.#way || folder === this.#way;
    this.#leftOut.push(...foldersLeftOut(text).filter((glob) => isHere || glob.startsWith('**/')));
  }
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await unlessMissing(() => vscode.workspace.fs.readFile(uri));
  return bytes && new TextDecoder().decode(bytes);
}

async function repositoryAround(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const above = [folder];
  for (let at = folder; at.path !== '/' && at.path !== ''; ) {
    at = vscode.Uri.joinPath(at, '..');
    above.push(at);
  }
  const asked = await Promise.allSettled(
    above.map((at) => unlessMissing(() => vscode.workspace.fs.stat(vscode.Uri.joinPath(at, '.git')))),
  );
  for (const [index, answer] of asked.entries()) {
    // Above the repository there may be what nobody may read.
    if (answer.status === 'rejected') {
      throw answer.reason;
    }
    if (answer.value !== undefined) {
      return above[index];
    }
  }
  return undefined;
}
