import * as vscode from 'vscode';

/** Files that are on no disk: the least that an editor needs of a virtual workspace. It cannot be searched or watched. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) {
      this.#files.set(path, new TextEncoder().encode(text));
    }
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(path);
    if (file === undefined && this.#below(path).length === 0) {
      throw vscode.FileSystemError.FileNotFound(path);
    }
    const type = file === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: file?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const entries = new Map(
      this.#below(path).map(([name = '', ...more]) => [
        name,
        more.length > 0 ? vscode.FileType.Directory : vscode.FileType.File,
      ]),
    );
    if (entries.size === 0) {
      throw vscode.FileSystemError.FileNotFound(path);
    }
    return [...entries];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.#files.get(path);
    if (file === undefined) {
      throw vscode.FileSystemError.FileNotFound(path);
    }
    return file;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {
    // A folder is there as long as a file is in it.
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  /** The names that lead from a folder to each file below it. */
  #below(folder: string): string[][] {
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    return [...this.#files.keys()]
      .filter((path) => path.startsWith(start))
      .map((path) => path.slice(start.length).split('/'));
  }
}
