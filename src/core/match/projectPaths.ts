import { alternativesOf } from '../lesson/glob';
import { isInLessonFolder } from '../library/files';

/** Some neighbours in a list of paths. */
interface Stretch {
  readonly paths: readonly string[];
  readonly start: number;
  readonly end: number;
}

const nothing: Stretch = { paths: [], start: 0, end: 0 };

/** A segment of a glob that means nothing but itself. */
const literal = /^[^*?[\]{}()|\\]+$/;

/**
 * The paths of a project, arranged so that a glob is tried on few of them: those below the folder it begins with, with a
 * name it asks for, or with the ending it asks for, whichever are fewest. It never leaves out a path that the glob means.
 */
export class ProjectPaths {
  /** Sorted, without lesson files. */
  readonly all: readonly string[];
  /** False where there are more files than were listed, so that nobody can say of a file that it is not there. */
  readonly isWhole: boolean;
  readonly #few: number;
  #bySegment: ReadonlyMap<string, readonly string[]> | undefined;
  #byEnding: ReadonlyMap<string, readonly string[]> | undefined;

  /** @param few so many paths are quicker tried than arranged */
  constructor(paths: Iterable<string>, isWhole = true, few = 100) {
    this.all = [...paths].filter((path) => !isInLessonFolder(path)).sort();
    this.isWhole = isWhole;
    this.#few = few;
  }

  /** The paths that one of the globs may mean, some of them twice; all paths where there are no globs. */
  *candidates(globs: readonly string[] | undefined): Generator<string> {
    const stretches = globs?.flatMap(alternativesOf).map((glob) => this.#stretchOf(glob));
    const size = stretches?.reduce((sum, stretch) => sum + sizeOf(stretch), 0) ?? this.all.length;
    const best = stretches === undefined || size >= this.all.length ? [whole(this.all)] : stretches;
    for (const { paths, start, end } of best) {
      for (let at = start; at < end; at++) {
        yield paths[at] ?? '';
      }
    }
  }

  #stretchOf(glob: string): Stretch {
    const segments = glob.split('/');
    if (segments.some((segment) => segment === '' || segment === '.')) {
      return whole(this.all);
    }
    const ending = endingAsked(segments.at(-1) ?? '');
    const choices = [
      () => this.#below(prefixOf(segments)),
      ...(ending === undefined ? [] : [() => this.#ending(ending)]),
      ...segments.filter((segment) => literal.test(segment)).map((segment) => () => this.#named(segment)),
    ];
    return choices.reduce<Stretch>(
      (best, next) => (sizeOf(best) <= this.#few ? best : smaller(best, next())),
      whole(this.all),
    );
  }

  #below(prefix: string): Stretch {
    const start = firstFrom(this.all, (path) => path >= prefix);
    const end = firstFrom(this.all, (path) => path >= prefix && !path.startsWith(prefix));
    return { paths: this.all, start, end };
  }

  #named(segment: string): Stretch {
    this.#bySegment ??= grouped(this.all, (path) => new Set(path.split('/')));
    return whole(this.#bySegment.get(segment));
  }

  #ending(ending: string): Stretch {
    this.#byEnding ??= grouped(this.all, (path) => [endingOf(path)]);
    return whole(this.#byEnding.get(ending));
  }
}

/** What every path must begin with that the segments mean. */
function prefixOf(segments: readonly string[]): string {
  // A glob of a single segment is tried on base names, which lie anywhere.
  const free = segments.length === 1 ? 0 : segments.findIndex((segment) => !literal.test(segment));
  const fixed = free === -1 ? segments : segments.slice(0, free);
  return free === -1 ? fixed.join('/') : fixed.map((segment) => `${segment}/`).join('');
}

/** What stands behind the last dot of every name that the segment means; `undefined` where that is left open. */
function endingAsked(segment: string): string | undefined {
  const tail = /[^*?[\]{}()|\\]*$/.exec(segment)?.[0] ?? '';
  return tail.includes('.') ? endingOf(tail) : undefined;
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function whole(paths: readonly string[] | undefined): Stretch {
  return paths === undefined ? nothing : { paths, start: 0, end: paths.length };
}

function sizeOf({ start, end }: Stretch): number {
  return end - start;
}

function smaller(a: Stretch, b: Stretch): Stretch {
  return sizeOf(b) < sizeOf(a) ? b : a;
}

function grouped(
  paths: readonly string[],
  keysOf: (path: string) => Iterable<string>,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    for (const key of keysOf(path)) {
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, [path]);
      } else {
        group.push(path);
      }
    }
  }
  return groups;
}

/** The index of the first path that passes, where all before it fail and all behind it pass. */
function firstFrom(paths: readonly string[], passes: (path: string) => boolean): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(paths[middle] ?? '')) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
