import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Minimatch } from 'minimatch';
import picomatch from 'picomatch';
import { compileGlob } from '../../src/core/lesson/glob';
import type { GlobEntry } from '../../src/core/library/globs/globEntry';
import { GlobIndex } from '../../src/core/library/globs/globIndex';
import { type Bench, type Figure, liveMemory, type Setting, timed, yardstick } from './bench';
import { lessonGlobs } from './lessonGlobs';

/** What it costs to know which of all lessons let a path in: for all paths of the corpus, one after the other. */
export const globBench: Bench = {
  name: 'globs',
  prepare: async () => undefined,
  readsCorpus: true,
  tasks: [
    { name: 'index', run: runIndex },
    { name: 'build and change', run: runBuild },
    { name: 'minimatch', run: (setting) => runOneByOne(setting, 'Minimatch', compileGlob) },
    { name: 'picomatch', run: (setting) => runOneByOne(setting, 'picomatch', compilePicomatch) },
  ],
};

type Entry = GlobEntry<number>;

async function runIndex(setting: Setting): Promise<Figure[]> {
  const [paths, entries] = given(setting);
  const index = GlobIndex.of(entries);
  const names = new Map(paths.flatMap((path) => path.split('/').map((name) => [name, 1])));
  const hits = paths.reduce((sum, path) => sum + index.lookup(path).length, 0);
  const shuffled = paths.toSorted((a, b) => hashOf(a) - hashOf(b));
  const figures: Figure[] = [];
  for (let round = 0; round < 5; round++) {
    figures.push(
      await yardstick('floor: one Map lookup per segment', () =>
        total(paths, (path) => segmentsIn(path, names)),
      ),
      await timed(`index, ${(hits / paths.length).toFixed(0)} hits a path`, () =>
        total(paths, (path) => index.lookup(path).length),
      ),
      await timed('index, no neighbour after the other', () =>
        total(shuffled, (path) => index.lookup(path).length),
      ),
      await timed('floor, no neighbour after the other', () =>
        total(shuffled, (path) => segmentsIn(path, names)),
      ),
    );
    const fresh = GlobIndex.of(entries);
    figures.push(await timed('index, first time', () => total(paths, (path) => fresh.lookup(path).length)));
  }
  return figures;
}

async function runBuild(setting: Setting): Promise<Figure[]> {
  const [paths, entries] = given(setting);
  const before = liveMemory();
  const matchers: Minimatch[] = [];
  const compile = await yardstick('Minimatch objects of all globs', () => {
    const options = { dot: true, nocomment: true, nonegate: true, platform: 'linux' } as const;
    const globs = entries.flatMap(({ paths: some = [], exclude = [] }) => [...some, ...exclude]);
    matchers.push(...globs.map((glob) => new Minimatch(glob, options)));
  });
  const compiled = { ...compile, megabytes: liveMemory() - before };
  const between = liveMemory();
  let index = GlobIndex.of<number>([]);
  const build = await timed('build', () => {
    index = GlobIndex.of(entries);
  });
  const built = { ...build, megabytes: liveMemory() - between };
  total(paths, (path) => index.lookup(path).length);
  const used = { what: 'index with what it keeps of all folders', megabytes: liveMemory() - between };
  const changes = await timed('1,000 times one changed lesson', () => {
    for (let at = 0; at < 1000; at++) {
      index = index.with([at], entries.slice(at, at + 1));
    }
  });
  total(paths, (path) => index.lookup(path).length);
  const later = await timed('index after 1,000 changes', () =>
    total(paths, (path) => index.lookup(path).length),
  );
  return [compiled, built, used, changes, later, { what: `of ${matchers.length} globs`, elapsed: 0 }];
}

/** As many paths would take; some of them are tried. */
async function runOneByOne(
  setting: Setting,
  name: string,
  compile: (glob: string) => (path: string) => boolean,
): Promise<Figure[]> {
  const [paths, entries] = given(setting);
  const before = liveMemory();
  const tests = entries.map(({ paths: some = [], exclude = [] }) => ({
    paths: some.map(compile),
    exclude: exclude.map(compile),
  }));
  const letIn = (path: string) =>
    tests.filter((one) => !one.exclude.some((test) => test(path)) && one.paths.some((test) => test(path)))
      .length;
  letIn(paths[0] ?? '');
  const every = 1000;
  const sample = paths.filter((_, at) => at % every === 0);
  const { elapsed = 0, processor = 0 } = await timed(name, () => total(sample, letIn));
  const megabytes = liveMemory() - before;
  const scale = paths.length / sample.length;
  return [{ what: `${name} one by one`, elapsed: elapsed * scale, processor: processor * scale, megabytes }];
}

function given({ corpus, files }: Setting): [paths: string[], entries: Entry[]] {
  const found = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = found.map(({ parentPath, name }) =>
    relative(corpus, join(parentPath, name)).replaceAll('\\', '/'),
  );
  return [paths.sort(), lessonGlobs(files, paths)];
}

function compilePicomatch(glob: string): (path: string) => boolean {
  return picomatch(glob, { dot: true, basename: !glob.includes('/'), nonegate: true });
}

function total(paths: readonly string[], count: (path: string) => number): number {
  let sum = 0;
  for (const path of paths) {
    sum += count(path);
  }
  return sum;
}

function segmentsIn(path: string, names: ReadonlyMap<string, number>): number {
  let sum = 0;
  let from = 0;
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', from)) {
    sum += names.get(path.slice(from, at)) ?? 0;
    from = at + 1;
  }
  return sum + (names.get(path.slice(from)) ?? 0);
}

/** FNV-1a, for an order that has nothing to do with the names. */
function hashOf(path: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < path.length; at++) {
    hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
  }
  return hash;
}
