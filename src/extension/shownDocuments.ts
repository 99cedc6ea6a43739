import * as vscode from 'vscode';
import type { CommittedTexts } from './committedTexts';
import { GitIgnoreFiles } from './gitIgnoreFiles';
import { isLeftSide } from './tabs';

/** Nobody edits what lies in such a folder: a tool put it there. */
const libraryFolders = new Set([
  ...['.git', 'node_modules', 'bower_components', 'jspm_packages'],
  ...['site-packages', 'dist-packages'],
]);

/**
 * Whether lessons may be shown in a document at all: in files of the workspace that somebody works on, so neither in
 * libraries, nor where the editor or git leave them out, nor in the other side of a comparison.
 */
export class ShownDocuments implements vscode.Disposable {
  readonly #committed: CommittedTexts;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Git's rules, by the folder that they were read for. */
  readonly #rules = new Map<string, Promise<GitIgnoreFiles | undefined>>();
  readonly #disposable: vscode.Disposable;
  /** Fires when an answer may be another. */
  readonly onDidChange = this.#changed.event;

  constructor(committed: CommittedTexts, log: vscode.LogOutputChannel) {
    this.#committed = committed;
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher('**/.gitignore');
    const forget = () => {
      this.#rules.clear();
      this.#changed.fire();
    };
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidCreate(forget),
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.exclude')) {
          this.#changed.fire();
        }
      }),
    );
  }

  async isShown(document: vscode.TextDocument): Promise<boolean> {
    // Of other schemes than the workspace's, as of git's own documents, nothing lies in its folders.
    const folder = document.isUntitled ? undefined : vscode.workspace.getWorkspaceFolder(document.uri);
    return (
      folder !== undefined &&
      !isLeftSide(document) &&
      !isInLibrary(folder, document.uri) &&
      !isExcluded(folder, document) &&
      !(await this.#isIgnored(document.uri))
    );
  }

  /** What is tracked all the same is not ignored. */
  async #isIgnored(uri: vscode.Uri): Promise<boolean> {
    const rules = await this.#rulesFor(vscode.Uri.joinPath(uri, '..'));
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    return rules?.ignores(name) === true && !(await this.#committed.isCommitted(uri));
  }

  #rulesFor(folder: vscode.Uri): Promise<GitIgnoreFiles | undefined> {
    const key = folder.toString();
    const known = this.#rules.get(key);
    if (known !== undefined) {
      return known;
    }
    const rules = GitIgnoreFiles.around(folder).catch((error) => {
      this.#log.warn(
        `What git ignores in ${folder.toString()} cannot be told, so lessons are shown there`,
        error,
      );
      return undefined;
    });
    this.#rules.set(key, rules);
    return rules;
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

function isInLibrary(folder: vscode.WorkspaceFolder, uri: vscode.Uri): boolean {
  const names = uri.path.slice(folder.uri.path.length).split('/');
  return names.some((name) => libraryFolders.has(name));
}

/** By the editor's own reading of its globs, which mean folders, too. */
function isExcluded(folder: vscode.WorkspaceFolder, document: vscode.TextDocument): boolean {
  const globs = vscode.workspace
    .getConfiguration('files', folder)
    .get<Record<string, unknown>>('exclude', {});
  const patterns = Object.entries(globs)
    .filter(([, isOn]) => isOn === true)
    .flatMap(([glob]) => [glob, `${glob}/**`])
    .map((glob) => ({ pattern: new vscode.RelativePattern(folder, glob) }));
  return vscode.languages.match(patterns, document) > 0;
}
