import { compileGlob } from '../../lesson/glob';

export interface GlobEntry<T> {
  readonly value: T;
  readonly paths?: readonly string[];
  readonly exclude?: readonly string[];
}

export interface GlobHit<T> {
  readonly value: T;
  readonly glob: string;
}

export class GlobIndex<T> {
  readonly #entries: ReadonlyMap<T, GlobEntry<T>>;

  private constructor(entries: ReadonlyMap<T, GlobEntry<T>>) {
    this.#entries = entries;
  }

  static of<T>(entries: Iterable<GlobEntry<T>>): GlobIndex<T> {
    return new GlobIndex(new Map([...entries].map((entry) => [entry.value, entry])));
  }

  with(removed: Iterable<T>, added: Iterable<GlobEntry<T>>): GlobIndex<T> {
    const next = new Map(this.#entries);
    for (const value of removed) {
      next.delete(value);
    }
    for (const entry of added) {
      next.set(entry.value, entry);
    }
    return new GlobIndex(next);
  }

  lookup(path: string): readonly GlobHit<T>[] {
    return [...this.#entries.values()].flatMap(({ value, paths = [], exclude = [] }) => {
      const glob = paths.length === 0 ? '' : paths.find((one) => compileGlob(one)(path));
      return glob === undefined || exclude.some((one) => compileGlob(one)(path)) ? [] : [{ value, glob }];
    });
  }
}
