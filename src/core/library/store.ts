import { type ParsedConfig, parseConfig } from '../lesson/config';
import { type ParsedLesson, parseLesson } from '../lesson/parse';
import { defaultPolicy } from '../lesson/policy';
import { problemAt } from '../lesson/problem';
import { configPath, isLessonPath, type LessonFiles, lessonFolder } from './files';
import { buildLibrary, emptyLibrary, type Library } from './library';

interface Cached {
  readonly bytes: Uint8Array;
  readonly parsed: ParsedLesson;
}

interface CachedConfig {
  readonly bytes: Uint8Array;
  readonly parsed: ParsedConfig;
}

/** What one reading of the folder gave, by path. */
interface Reading {
  readonly config: CachedConfig;
  readonly lessons: ReadonlyMap<string, Cached>;
}

const noConfig: CachedConfig = {
  bytes: new Uint8Array(),
  parsed: { policy: defaultPolicy, problems: [] },
};

/** Holds the one current library of a folder, and reads the folder anew when told that something changed. */
export class LessonStore {
  readonly #files: LessonFiles;
  readonly #today: () => string;
  readonly #listeners = new Set<() => void>();
  #cache: ReadonlyMap<string, Cached> = new Map();
  #config = noConfig;
  #library = emptyLibrary;
  #day = '';
  #running: Promise<void> | undefined;
  #again = false;

  /** @param today the day where the team is, YYYY-MM-DD */
  constructor(files: LessonFiles, today: () => string) {
    this.#files = files;
    this.#today = today;
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

  async #readConfig(paths: readonly string[]): Promise<CachedConfig> {
    try {
      const bytes = paths.includes(configPath) ? await this.#files.read(configPath) : undefined;
      if (bytes === undefined) {
        return noConfig;
      }
      const known = this.#config;
      return sameBytes(known.bytes, bytes) ? known : { bytes, parsed: parseConfig(configPath, bytes) };
    } catch (error) {
      const { policy } = this.#config.parsed;
      return { bytes: noConfig.bytes, parsed: { policy, problems: unreadable(configPath, error).problems } };
    }
  }

  async #readAll(): Promise<Reading> {
    try {
      const paths = await this.#files.list();
      const config = await this.#readConfig(paths);
      const entries = await inBatches(paths.filter(isLessonPath), (path) => this.#read(path, config));
      return { config, lessons: new Map(entries.filter((entry) => entry !== undefined)) };
    } catch (error) {
      // What was known stays in use until the folder can be read again.
      const parsed = unreadable(lessonFolder, error);
      const lessons = new Map([...this.#cache, [lessonFolder, { bytes: new Uint8Array(), parsed }]]);
      return { config: this.#config, lessons };
    }
  }

  async #read(
    path: string,
    { parsed: { policy } }: CachedConfig,
  ): Promise<readonly [string, Cached] | undefined> {
    try {
      const bytes = await this.#files.read(path);
      const known = this.#cache.get(path);
      if (bytes === undefined) {
        return undefined;
      }
      const isKnown = policy === this.#config.parsed.policy && known && sameBytes(known.bytes, bytes);
      return [path, isKnown ? known : { bytes, parsed: parseLesson(path, bytes, policy) }];
    } catch (error) {
      return [path, { bytes: new Uint8Array(), parsed: unreadable(path, error) }];
    }
  }

  #replace({ config, lessons: cache }: Reading): void {
    const today = this.#today();
    const isSame =
      config === this.#config &&
      today === this.#day &&
      cache.size === this.#cache.size &&
      [...cache].every(([path, { parsed }]) => this.#cache.get(path)?.parsed === parsed);
    if (isSame) {
      return;
    }
    this.#cache = cache;
    this.#config = config;
    this.#day = today;
    const { policy, problems: policyProblems } = config.parsed;
    this.#library = buildLibrary(
      [...cache.values()].map(({ parsed }) => parsed),
      { policy, policyProblems, today },
    );
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}

function unreadable(path: string, error: unknown): ParsedLesson {
  const reason = error instanceof Error ? error.message : String(error);
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  return { path, problems: [problemAt(path, range, { code: 'file-unreadable', reason })] };
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
