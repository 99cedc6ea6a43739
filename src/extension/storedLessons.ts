import * as vscode from 'vscode';
import { joinedBytes } from '../core/joinedBytes';
import type { ParsedCache } from '../core/library/parsedCache';
import { bytesOfParts } from './byteParts';
import { Debounce } from './debounce';

/** Written when it has been calm for so long, in milliseconds: nothing waits for it. */
const calm = 5000;
const largest = 64 * 1024 * 1024;
const lineFeed = 0x0a;

const nothing = new Uint8Array();

/** Where parsed lessons are kept for the next window, and by what they were parsed. */
export interface Storage {
  /** A folder that is ours alone. */
  readonly uri: vscode.Uri;
  /** Of the extension, and of what runs it: what another one wrote is no use. */
  readonly version: string;
}

/** None without a workspace; none while the extension is worked on, as it changes then and its version does not. */
export function storageOf(context: vscode.ExtensionContext): Storage | undefined {
  const { storageUri: uri, extension, extensionMode } = context;
  return uri === undefined || extensionMode === vscode.ExtensionMode.Development
    ? undefined
    : { uri, version: `${extension.packageJSON.version} ${vscode.version}` };
}

/** Keeps the parsed lessons of one workspace folder. */
export class StoredLessons implements ParsedCache, vscode.Disposable {
  readonly #storage: Storage;
  readonly #folder: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #soon = new Debounce(calm);

  constructor(storage: Storage, folder: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#storage = storage;
    this.#folder = folder;
    this.#log = log;
  }

  async load(edition: string): Promise<Uint8Array> {
    try {
      const bytes = await vscode.workspace.fs.readFile(await this.#file());
      const end = bytes.indexOf(lineFeed);
      const body = bytes.subarray(end + 1);
      const head = new TextDecoder().decode(bytes.subarray(0, Math.max(end, 0)));
      // Whatever is not exactly what was written counts as nothing at all.
      return head === (await this.#head(edition, body)) ? body : nothing;
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) {
        this.#log.warn('The lessons of the last session cannot be read; their files are parsed', error);
      }
      return nothing;
    }
  }

  keep(edition: string, parts: () => Iterable<Uint8Array>): void {
    this.#soon.run(() => void this.write(edition, parts()));
  }

  /** Writes without delay. A window that closes half-way leaves the old file, and no half of a new one. */
  async write(edition: string, parts: Iterable<Uint8Array>): Promise<void> {
    try {
      const body = await bytesOfParts(parts, largest, () => new Promise((resolve) => setTimeout(resolve)));
      if (body === undefined) {
        this.#log.info('There are too many lessons to keep them for the next session');
        return;
      }
      const head = new TextEncoder().encode(`${await this.#head(edition, body)}\n`);
      const file = await this.#file();
      const draft = file.with({ path: `${file.path}.draft` });
      await vscode.workspace.fs.createDirectory(this.#storage.uri);
      await vscode.workspace.fs.writeFile(draft, joinedBytes([head, body]));
      await vscode.workspace.fs.rename(draft, file, { overwrite: true });
    } catch (error) {
      this.#log.warn('The lessons cannot be kept for the next session', error);
    }
  }

  async #file(): Promise<vscode.Uri> {
    const name = await digestOf(new TextEncoder().encode(this.#folder.toString()));
    return vscode.Uri.joinPath(this.#storage.uri, `${name}.lessons`);
  }

  async #head(edition: string, body: Uint8Array): Promise<string> {
    return JSON.stringify({ version: this.#storage.version, edition, digest: await digestOf(body) });
  }

  dispose(): void {
    this.#soon.dispose();
  }
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  // No other thread has them, so they need no copy, which would take as long as the digest.
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
