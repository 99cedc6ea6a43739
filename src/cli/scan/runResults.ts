import type { CachedResult } from './cachedResult';
import type { ManifestReading, ManifestReadings } from './manifestReadings';
import type { ResultCache } from './resultCache';

/** What is known of a project's files while a check runs: from earlier runs, and from this one. */
export class RunResults {
  readonly #cache: ResultCache | undefined;
  readonly #readings: ManifestReadings;
  readonly #results = new Map<string, CachedResult>();
  /** The contents that this run's results depend on. */
  readonly #manifests = new Map<string, string | null>();
  #areManifestsSame: boolean | undefined;
  /** Whether a manifest changed while the run went on. */
  #isTorn = false;

  constructor(readings: ManifestReadings, cache?: ResultCache) {
    this.#readings = readings;
    this.#cache = cache;
  }

  /** What an earlier run found in a file, if what that depended on outside of the file is still the same. */
  earlier(path: string, usesManifests: boolean): CachedResult | undefined {
    const result = this.#cache?.get(path);
    return usesManifests && !this.#haveSameManifests() ? undefined : result;
  }

  add(path: string, result: CachedResult): void {
    this.#results.set(path, result);
  }

  addManifests(readings: readonly ManifestReading[]): void {
    for (const [path, content] of readings) {
      this.#isTorn ||= (this.#manifests.get(path) ?? content) !== content;
      this.#manifests.set(path, content);
    }
  }

  /**
   * Keeps the results for the next run.
   * @param isListed tells the files whose earlier results are kept too
   * @returns why that was not possible
   */
  save(isListed: (path: string) => boolean): Error | undefined {
    const isGood = ({ usesManifests }: CachedResult) =>
      !usesManifests || (!this.#isTorn && this.#areManifestsSame !== false);
    const results = this.#isTorn
      ? new Map([...this.#results].filter(([, { usesManifests }]) => !usesManifests))
      : this.#results;
    const before = this.#areManifestsSame === false ? [] : (this.#cache?.manifests ?? []);
    const manifests = new Map([...before, ...this.#manifests]);
    return this.#cache?.save(results, [...manifests], (path, one) => isListed(path) && isGood(one));
  }

  #haveSameManifests(): boolean {
    this.#areManifestsSame ??= (this.#cache?.manifests ?? []).every(
      ([path, content]) => this.#readings.contentOf(path) === content,
    );
    return this.#areManifestsSame;
  }
}
