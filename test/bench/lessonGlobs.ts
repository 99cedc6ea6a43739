import type { GlobEntry } from '../../src/core/library/globs/globEntry';
import { SeededRandom } from './random';

type Choices = readonly [string, ...string[]];

/** What globs are made of. */
interface Parts {
  /** The folder of some file, one above it, and its own name. */
  readonly folder: string;
  readonly above: string;
  readonly last: string;
  /** The name of another file, how it begins and ends, and its ending. */
  readonly name: string;
  readonly stem: string;
  readonly tail: string;
  readonly ending: string;
}

/** How globs are written, and up to which share. */
const shapes: readonly (readonly [number, (parts: Parts) => string])[] = [
  [0.16, ({ above }) => `${above}/**`],
  [0.34, ({ above, ending }) => `${above}/**/*${ending}`],
  [0.56, ({ folder, name }) => `${folder}/${name}`],
  [0.66, ({ name }) => `**/${name}`],
  [0.7, ({ name }) => name],
  [0.74, ({ last }) => `**/${last}/**`],
  [0.82, ({ folder, ending }) => `${folder}/*${ending}`],
  [0.86, ({ last, ending }) => `**/${last}/*${ending}`],
  [0.9, ({ stem, ending }) => `**/${stem}*${ending}`],
  [0.93, ({ tail }) => `**/*${tail}`],
  [0.96, ({ above, last }) => `${above}/*/${last}/**`],
  [0.98, ({ above, stem }) => `${above}/**/${stem}.{ts,mts,cts}`],
  [0.993, ({ above, stem, ending }) => `${above}/**/[${stem.charAt(0)}_]*${ending}`],
  [0.9965, ({ ending }) => `**/*${ending}`],
  [1, ({ ending }) => `*${ending}`],
];

/** Globs as lesson sets have them, made from the folders, names and endings of real files. */
class GlobWriter {
  readonly #random: SeededRandom;
  readonly #folders: Choices;
  readonly #names: Choices;
  readonly #written: string[] = [];

  constructor(paths: readonly string[], random: SeededRandom) {
    const split = paths.map((path) => path.lastIndexOf('/'));
    this.#folders = distinct(paths.map((path, at) => path.slice(0, Math.max(0, split[at] ?? 0))));
    this.#names = distinct(paths.map((path, at) => path.slice((split[at] ?? 0) + 1)));
    this.#random = random;
  }

  /** Now and then one that somebody has written before. */
  write(): string {
    const random = this.#random;
    const known = this.#written[random.below(4 * this.#written.length + 4)];
    if (known !== undefined) {
      return known;
    }
    const kind = random.next();
    const write = shapes.find(([upTo]) => kind < upTo)?.[1];
    const glob = write?.(this.#parts()) ?? '**';
    this.#written.push(glob);
    return glob;
  }

  #parts(): Parts {
    const folder = this.#random.pick(this.#folders);
    const folders = folder.split('/');
    const name = this.#random.pick(this.#names);
    const half = name.length >> 1;
    return {
      folder,
      above: folders.slice(0, Math.max(2, this.#random.below(folders.length) + 1)).join('/'),
      last: folders.at(-1) ?? '',
      ...{
        name,
        stem: name.slice(0, Math.max(4, half)),
        tail: name.slice(-Math.max(8, half)),
        ending: /\.[^.]*$/.exec(name)?.[0] ?? '.txt',
      },
    };
  }
}

/** What as many lessons ask for: nearly two globs each, and here and there an exclusion. */
export function lessonGlobs(count: number, paths: readonly string[], seed = 1): GlobEntry<number>[] {
  const random = new SeededRandom(seed);
  const writer = new GlobWriter(paths, random);
  return Array.from({ length: count }, (_, value) => ({
    value,
    paths: Array.from({ length: random.pick(['a', 'a', 'ab', 'abc']).length }, () => writer.write()),
    exclude: random.chance(0.1) ? ['**/test/**', '*.d.ts'] : [],
  }));
}

function distinct(words: readonly string[]): Choices {
  const [first = 'a', ...others] = new Set(words);
  return [first, ...others];
}
