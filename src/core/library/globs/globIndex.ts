import type { Pieces } from '../../pieces';
import type { GlobEntry, GlobHit } from './globEntry';
import { GlobLayer } from './globLayer';

interface Level<T> {
  readonly layer: GlobLayer<T>;
  /** By the number of an entry, 1 where it was removed. */
  readonly gone?: Uint8Array;
  /** How many entries count. */
  readonly live: number;
}

/** A level is built anew with the one below it as soon as that has not this many times its entries. */
const growth = 4;

/**
 * Tells which values have globs that let a path in, and by which glob, as `compileGlob` would one by one. Never changes:
 * `with` gives a new one.
 *
 * A change is a small level of its own upon those before, and levels are merged when they have grown, as in a
 * log-structured merge tree (O'Neil et al. 1996): a change costs what it brings, and now and then more.
 */
export class GlobIndex<T> {
  readonly #levels: readonly Level<T>[];

  private constructor(levels: readonly Level<T>[]) {
    this.#levels = levels;
  }

  /** Of two entries with the same value, the later one counts. */
  static of<T>(entries: Iterable<GlobEntry<T>>): GlobIndex<T> {
    return new GlobIndex(levelsOf(lastOfEach(entries)));
  }

  /** What `of` gives, in pieces. */
  static *building<T>(entries: Iterable<GlobEntry<T>>): Pieces<GlobIndex<T>> {
    const all = lastOfEach(entries);
    const layer = yield* GlobLayer.building(all);
    return new GlobIndex(all.length === 0 ? [] : [{ layer, live: all.length }]);
  }

  /**
   * The index with some entries fewer, and some more behind the others. A value that is there already gets the new entry,
   * and its place.
   */
  with(removed: Iterable<T>, added: Iterable<GlobEntry<T>>): GlobIndex<T> {
    const entries = lastOfEach(added);
    const leaving = [...removed, ...entries.map(({ value }) => value)];
    const levels = this.#levels.map((level) => without(level, leaving));
    return new GlobIndex(compact([...levels, ...levelsOf(entries)]));
  }

  /**
   * Each value that is let in once, in the order in which they were added. Excluded values are left out.
   * @param path relative, with `/`
   * @returns to be read only: paths have the same array in common
   */
  lookup(path: string): readonly GlobHit<T>[] {
    let hits: readonly GlobHit<T>[] = [];
    for (const { layer, gone } of this.#levels) {
      const more = layer.lookup(path, gone);
      hits = hits.length === 0 ? more : more.length === 0 ? hits : hits.concat(more);
    }
    return hits;
  }
}

function lastOfEach<T>(entries: Iterable<GlobEntry<T>>): GlobEntry<T>[] {
  const byValue = new Map<T, GlobEntry<T>>();
  for (const entry of entries) {
    byValue.delete(entry.value);
    byValue.set(entry.value, entry);
  }
  return [...byValue.values()];
}

function levelsOf<T>(entries: readonly GlobEntry<T>[]): Level<T>[] {
  return entries.length === 0 ? [] : [{ layer: GlobLayer.of(entries), live: entries.length }];
}

function without<T>(level: Level<T>, values: readonly T[]): Level<T> {
  let { gone, live } = level;
  for (const value of values) {
    const number = level.layer.numberOf(value);
    if (number !== undefined && gone?.[number] !== 1) {
      // The old index goes on with its own.
      gone = gone === undefined || gone === level.gone ? copyOf(level) : gone;
      gone[number] = 1;
      live--;
    }
  }
  return gone === undefined ? level : { layer: level.layer, gone, live };
}

function copyOf<T>({ gone, layer }: Level<T>): Uint8Array {
  return gone?.slice() ?? new Uint8Array(layer.entries.length);
}

/** As few levels as are worth building. */
function compact<T>(levels: readonly Level<T>[]): readonly Level<T>[] {
  const kept: Level<T>[] = [];
  for (const level of levels) {
    if (level.live > 0) {
      kept.push(level.live * 2 < level.layer.entries.length ? rebuilt([level]) : level);
    }
  }
  let from = kept.length - 1;
  let live = kept[from]?.live ?? 0;
  while (from > 0 && live * growth >= (kept[from - 1]?.live ?? 0)) {
    from--;
    live += kept[from]?.live ?? 0;
  }
  return from >= kept.length - 1 ? kept : [...kept.slice(0, from), rebuilt(kept.slice(from))];
}

function rebuilt<T>(levels: readonly Level<T>[]): Level<T> {
  const entries = levels.flatMap(({ layer, gone }) =>
    gone === undefined ? layer.entries : layer.entries.filter((_, number) => gone[number] !== 1),
  );
  return { layer: GlobLayer.of(entries), live: entries.length };
}
