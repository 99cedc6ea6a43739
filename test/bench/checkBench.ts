import { appendFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import { listFiles } from '../../src/cli/projectFiles';
import { gitIn } from '../unit/commandLine';
import { type Bench, type Figure, type Setting, timed } from './bench';
import { type CorpusFile, writeCorpus } from './lessonCorpus';
import { SeededRandom } from './random';

/** What a check of a whole repository costs: everything anew, nothing changed, and one file in a hundred changed. */
export const checkBench: Bench = {
  name: 'check',
  readsCorpus: true,
  prepare,
  tasks: [
    { name: 'first run, one core', run: (where) => firstRun(where, 1, 'first run, one core') },
    { name: 'first run, two cores', run: (where) => firstRun(where, 2, 'first run, two cores') },
    { name: 'second run', run: (where) => run(where, 2, 'second run, nothing changed') },
    { name: 'some changed', run: runChanged },
  ],
};

const lessons = 300;
const codeOf = (folder: string) => join(folder, 'code');
const cacheOf = (folder: string) => join(folder, 'cache');

async function prepare({ folder, corpus }: Setting): Promise<void> {
  const code = codeOf(folder);
  // Git ignores no folder of another name, and neither does anybody else.
  cpSync(corpus, join(code, 'src'), { recursive: true });
  await writeCorpus(code, lessonsOfMany(lessons));
  const git = gitIn(code);
  await git('init', '-q');
  await git('add', '-A');
  await git('commit', '-qm', 'first');
}

async function firstRun(where: Setting, cores: number, what: string): Promise<Figure[]> {
  rmSync(cacheOf(where.folder), { recursive: true, force: true });
  const figures = await run(where, cores, what);
  return figures.map((figure) => ({ ...figure, isYardstick: cores === 1 }));
}

async function runChanged(where: Setting): Promise<Figure[]> {
  const code = codeOf(where.folder);
  const { paths } = await listFiles(code, undefined, [], code);
  for (const path of paths.filter((_, index) => index % 100 === 0)) {
    appendFileSync(join(code, path), '\n');
  }
  const figures = await run(where, 2, 'second run, 1 % changed');
  // So that the next round begins with a first run of the same files, whose changes are committed.
  await gitIn(code)('commit', '-qam', 'next');
  return figures;
}

/** As a process of its own would do it, without starting that; memory is the highest of all threads together. */
async function run({ folder }: Setting, cores: number, what: string): Promise<Figure[]> {
  const program = join(process.cwd(), 'dist/cli.js');
  const machine = { program, cores, worthwhile: 0, cacheFolder: cacheOf(folder) };
  let output = '';
  const io = {
    ...{ cwd: codeOf(folder), grammars: grammarFilesIn('dist'), machine },
    stdout: (text: string) => {
      output += text;
    },
    stderr: () => undefined,
  };
  const figure = await timed(what, () => main(['check', '--format', 'json'], io));
  writeFileSync(join(folder, 'report.json'), output);
  return [{ ...figure, megabytes: process.resourceUsage().maxRSS / 1000 }];
}

const verbs = [
  'parse',
  'create',
  'update',
  'render',
  'compile',
  'resolve',
  'visit',
  'merge',
  'apply',
] as const;
const nouns = ['Node', 'Token', 'Module', 'Scope', 'Buffer', 'Stream', 'Vector', 'Date', 'Locale'] as const;
const packages = ['three', 'lodash', 'rxjs', 'typescript', 'core-js', 'aws-sdk', 'date-fns'] as const;

/** Four in ten ask for a pattern, four for symbols, and two for paths alone. */
function lessonsOfMany(count: number): CorpusFile[] {
  const random = new SeededRandom(7);
  return Array.from({ length: count }, (_, index) => {
    const id = `LSN-${index
      .toString(32)
      .toUpperCase()
      .padStart(8, '0')
      .replace(/[ILOU]/g, 'Z')}`;
    const [verb, noun] = [random.pick(verbs), random.pick(nouns)];
    const scope = [
      `{paths: '**/*.{ts,js}', pattern: '\\b${verb}${noun}\\w*\\('}`,
      `{pattern: '${verb}_${noun}\\s*=\\s*(?:true|1)'}`,
      `{symbols: ${verb}${noun}}`,
      `{symbols: ${noun}.${verb}, paths: 'src/${random.pick(packages)}/'}`,
      `{paths: 'src/${random.pick(packages)}/**/${verb}*'}`,
    ][index % 5];
    const text = `---\nid: ${id}\ntitle: A lesson about ${verb} of ${noun}, number ${index}\napplies_to: ${scope}\n---\n`;
    return { path: `.lessons/${index}.md`, text };
  });
}
