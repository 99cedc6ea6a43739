import { type ParsedLesson, parseLesson } from '../lesson/parse';
import { severityOf } from '../lesson/problem';
import { isLessonPath, type LessonFiles, lessonFolder } from './files';
import { buildLibrary, emptyLibrary, type Library } from './library';

interface Cached {
  readonly bytes: Uint8Array;
  readonly parsed: ParsedLesson;
}

/** Holds the one current library of a folder, and reads the folder anew when told that something changed. */
export class LessonStore {
  readonly #files: LessonFiles;
  readonly #listeners = new Set<() => void>();
  #cache: ReadonlyMap<string, Cached> = new Map();
  #library = emptyLibrary;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(files: LessonFiles) {
    this.#files = files;
  }

  get library(): Library {
    return this.#library;
  }

  /** Calls the listener after each change of the library; returns how to stop. */
  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Reads the folder. However often it is called, one reading runs at a time and one more follows it, so that the
   * library shows the folder as it was after the last call.
   */
  reload(): Promise<void> {
    if (this.#running !== undefined) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#readUntilSettled().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #readUntilSettled(): Promise<void> {
    do {
      this.#again = false;
      this.#replace(await this.#readAll());
    } while (this.#again);
  }

  async #readAll(): Promise<ReadonlyMap<string, Cached>> {
    try {
      const paths = (await this.#files.list()).filter(isLessonPath);
      const entries = await inBatches(paths, (path) => this.#read(path));
      return new Map(entries.filter((entry) => entry !== undefined));
    } catch (error) {
      // What was known stays in use until the folder can be read again.
      const parsed = unreadable(lessonFolder, error);
      return new Map([...this.#cache, [lessonFolder, { bytes: new Uint8Array(), parsed }]]);
    }
  }

  async #read(path: string): Promise<readonly [string, Cached] | undefined> {
    try {
      const bytes = await this.#files.read(path);
      const known = this.#cache.get(path);
      if (bytes === undefined) {
        return undefined;
      }
      return [
        path,
        known && sameBytes(known.bytes, bytes) ? known : { bytes, parsed: parseLesson(path, bytes) },
      ];
    } catch (error) {
      return [path, { bytes: new Uint8Array(), parsed: unreadable(path, error) }];
    }
  }

  #replace(cache: ReadonlyMap<string, Cached>): void {
    const isSame =
      cache.size === this.#cache.size &&
      [...cache].every(([path, { parsed }]) => this.#cache.get(path)?.parsed === parsed);
    if (isSame) {
      return;
    }
    this.#cache = cache;
    this.#library = buildLibrary([...cache.values()].map(({ parsed }) => parsed));
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}

function unreadable(path: string, error: unknown): ParsedLesson {
  const reason = error instanceof Error ? error.message : String(error);
  const start = { line: 0, character: 0 };
  const code = 'file-unreadable';
  return {
    path,
    problems: [{ code, reason, path, range: { start, end: start }, severity: severityOf(code) }],
  };
}

/** Remote file systems answer many questions at once well, but not thousands. */
async function inBatches<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < items.length; at += 50) {
    answers.push(...(await Promise.all(items.slice(at, at + 50).map(ask))));
  }
  return answers;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) {
    return false;
  }
  for (let at = 0; at < a.length; at++) {
    if (a[at] !== b[at]) {
      return false;
    }
  }
  return true;
}
