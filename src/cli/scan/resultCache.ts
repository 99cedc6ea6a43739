import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Committed } from '../gitStatus';
import { CacheFile } from './cacheFile';
import type { FileMatches, FileState } from './fileChecker';
import type { ManifestReading } from './manifestReadings';

/** What was found in a file, and all that it depends on besides the program. */
export interface CachedResult {
  readonly state: FileState;
  /** Of the scopes that let the file in. */
  readonly scopes: string;
  readonly committed: Committed;
  /** Whether it depends on the project's manifests. */
  readonly usesManifests: boolean;
  readonly found: FileMatches | { readonly kind: 'skipped'; readonly reason: 'binary' };
}

interface Kept {
  readonly root: string;
  readonly manifests: readonly ManifestReading[];
  readonly results: readonly (readonly [path: string, result: CachedResult])[];
}

/** The results of a project's last checks, by path. */
export class ResultCache {
  readonly #file: CacheFile;
  readonly #root: string;
  /** What all results that use manifests depend on. */
  readonly manifests: readonly ManifestReading[];
  readonly #results: ReadonlyMap<string, CachedResult>;

  constructor(folder: string, root: string, edition: string) {
    this.#root = root;
    this.#file = new CacheFile(join(folder, 'check'), root, edition);
    const { manifests, results } = this.#kept(this.#file.read());
    this.manifests = manifests;
    this.#results = new Map(results);
  }

  get(path: string): CachedResult | undefined {
    return this.#results.get(path);
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
    const others = [...this.#results].filter(([path, one]) => !results.has(path) && isGood(path, one));
    const isSame =
      others.length + results.size === this.#results.size &&
      [...results].every(([path, result]) => this.#results.get(path) === result);
    if (isSame) {
      return undefined;
    }
    const kept: Kept = { root: this.#root, manifests, results: [...others, ...results] };
    return this.#file.write(JSON.stringify(kept));
  }

  #kept(text: string | undefined): Kept {
    const nothing = { root: this.#root, manifests: [], results: [] };
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
