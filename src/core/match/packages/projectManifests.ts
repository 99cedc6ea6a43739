import type { Dependency } from './manifests/dependency';
import { dependenciesOf, manifestNames } from './manifests/manifests';

/** How the core gets at manifests; paths relative to the folder that holds `.lessons`, with `/`. */
export interface ManifestFiles {
  /** The text; `undefined` where there is none. */
  read(path: string): Promise<string | undefined>;
}

/** What the manifests of a project declare, each read once until it is forgotten. */
export class ProjectManifests {
  readonly #files: ManifestFiles;
  readonly #known = new Map<string, Promise<readonly Dependency[] | undefined>>();

  constructor(files: ManifestFiles) {
    this.#files = files;
  }

  /** To be told of files that came, went or changed; of all of them where no path is given. */
  forget(paths?: Iterable<string>): void {
    if (paths === undefined) {
      this.#known.clear();
    }
    for (const path of paths ?? []) {
      this.#known.delete(path);
    }
  }

  /**
   * What the manifests say of a package that a file in some folder imports: those of the nearest folder that name it, going
   * up, as a package of a workspace may leave it to the one above.
   */
  async declared(
    path: string,
    ecosystem: Dependency['ecosystem'],
    isMeant: (dependency: Dependency) => boolean,
  ): Promise<readonly Dependency[]> {
    for (const folder of foldersAbove(path)) {
      const read = manifestNames[ecosystem].map((name) => this.#dependencies(`${folder}${name}`));
      const found = (await Promise.all(read)).flatMap((dependencies) => dependencies ?? []).filter(isMeant);
      if (found.length > 0) {
        return found;
      }
    }
    return [];
  }

  #dependencies(path: string): Promise<readonly Dependency[] | undefined> {
    const known = this.#known.get(path);
    if (known !== undefined) {
      return known;
    }
    const reading = this.#files
      .read(path)
      .then((text) => (text === undefined ? undefined : dependenciesOf(path, text)));
    this.#known.set(path, reading);
    reading.catch(() => this.#known.delete(path));
    return reading;
  }
}

/** Each with a slash at its end, the folder that holds `.lessons` without a name. */
function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return [...names.keys(), names.length].reverse().map((count) =>
    names
      .slice(0, count)
      .map((name) => `${name}/`)
      .join(''),
  );
}
