import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CachedResult } from './cachedResult';
import { CacheFile } from './cacheFile';
import type { ManifestReading } from './manifestReadings';
import { type ResultRow, RowReader, RowWriter } from './resultRows';

interface Kept {
  readonly root: string;
  readonly manifests: readonly ManifestReading[];
  readonly texts: readonly string[];
  /** By path. */
  readonly rows: readonly (readonly [path: string, row: ResultRow])[];
}

/** The results of a project's last checks, by path. */
export class ResultCache {
  readonly #file: CacheFile;
  readonly #root: string;
  /** Whether there was anything to begin with. */
  readonly isFound: boolean;
  /** What all results that use manifests depend on. */
  readonly manifests: readonly ManifestReading[];
  readonly #rows: ReadonlyMap<string, ResultRow>;
  readonly #reader: RowReader;
  readonly #results = new Map<string, CachedResult>();

  constructor(folder: string, root: string, edition: string) {
    this.#root = root;
    this.#file = new CacheFile(join(folder, 'check'), root, edition);
    const text = this.#file.read();
    this.isFound = text !== undefined;
    const { manifests, texts, rows } = this.#kept(text);
    this.manifests = manifests;
    this.#rows = new Map(rows);
    this.#reader = new RowReader(texts);
  }

  /** The same object each time. */
  get(path: string): CachedResult | undefined {
    const row = this.#rows.get(path);
    const result = this.#results.get(path) ?? (row && this.#reader.result(row));
    if (result !== undefined) {
      this.#results.set(path, result);
    }
    return result;
  }

  /**
   * Keeps these results, and those of other files that are still good.
   * @returns why that was not possible
   */
  save(
    results: ReadonlyMap<string, CachedResult>,
    manifests: readonly ManifestReading[],
    isGood: (path: string, result: CachedResult) => boolean,
  ): Error | undefined {
    const others = [...this.#rows.keys()].flatMap((path) => {
      const result = results.has(path) ? undefined : this.get(path);
      return result !== undefined && isGood(path, result) ? [[path, result] as const] : [];
    });
    const isSame =
      others.length + results.size === this.#rows.size &&
      [...results].every(([path, result]) => this.#results.get(path) === result);
    if (isSame) {
      return undefined;
    }
    const writer = new RowWriter();
    const rows = [...others, ...results].map(([path, result]) => [path, writer.row(result)] as const);
    const kept: Kept = { root: this.#root, manifests, texts: writer.texts, rows };
    return this.#file.write(JSON.stringify(kept));
  }

  #kept(text: string | undefined): Kept {
    const nothing = { root: this.#root, manifests: [], texts: [], rows: [] };
    const kept = text === undefined ? nothing : (JSON.parse(text) as Kept);
    return kept.root === this.#root ? kept : nothing;
  }
}

/** What makes one program's results another's: its code, its grammars, and the letters that its patterns know. */
export function editionOf(program: string): string {
  const folder = dirname(program);
  const grammars = readdirSync(folder)
    .filter((name) => name.endsWith('.wasm'))
    .map((name) => `${name} ${statSync(join(folder, name)).size}`);
  const code = hash('sha256', readFileSync(program));
  return hash('sha256', JSON.stringify(['results 1', code, grammars.sort(), process.versions.unicode]));
}
