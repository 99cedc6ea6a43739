import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { compilePattern } from '../../src/core/lesson/pattern';
import { PatternSession } from '../../src/core/library/patterns/patternSession';
import { PatternSet } from '../../src/core/library/patterns/patternSet';
import { atOnce } from '../../src/core/pieces';
import { changeBetween } from '../../src/core/text';
import { type Bench, type Figure, liveMemory, type Setting, timed, yardstick } from './bench';
import { filesBelow, type PatternGroup, patternGroups } from './patternCorpus';
import { countHits } from './patternWorker';

/** What ripgrep would take minutes for is looked for in a tenth of the files, by both. */
const groups = [
  { name: '100 literals', tree: 'whole' },
  { name: '1,000 literals', tree: 'whole' },
  { name: '100 with a literal', tree: 'tenth' },
  { name: '100 mixed', tree: 'tenth' },
] as const;
type Group = (typeof groups)[number];

/** Ripgrep is stopped after so many milliseconds. */
const patience = 60_000;

/** Patterns over a whole tree, reading included, against ripgrep on the same files; hostile ones; and a keystroke. */
export const patternBench: Bench = {
  name: 'patterns',
  readsCorpus: true,
  prepare: async ({ folder, corpus }) => {
    const files = filesBelow(corpus);
    writeFileSync(join(folder, 'groups.json'), JSON.stringify(patternGroups(files)));
    for (const file of files.filter((_, index) => index % 10 === 0)) {
      const copy = join(folder, 'tenth', relative(corpus, file));
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(file, copy);
    }
  },
  tasks: [
    ...groups.flatMap((group) => [
      { name: `${group.name}, one core`, run: (setting: Setting) => runTree(setting, group, 1) },
      { name: `${group.name}, two cores`, run: (setting: Setting) => runTree(setting, group, 2) },
    ]),
    { name: 'hostile', run: runHostile },
    { name: 'typing', run: runTyping },
  ],
};

async function runTree({ folder, corpus }: Setting, { name, tree }: Group, cores: number): Promise<Figure[]> {
  const code = tree === 'whole' ? corpus : join(folder, 'tenth');
  const all: readonly PatternGroup[] = JSON.parse(readFileSync(join(folder, 'groups.json'), 'utf8'));
  const patterns = all.find((group) => group.name === name)?.patterns ?? [];
  const size = tree === 'whole' ? '' : ' in a tenth';
  const label = `${name}${size}, ${cores === 1 ? 'one core' : 'two cores'}`;
  const grep = await ripgrep(`ripgrep: ${label}`, patterns, code, folder, cores);
  let hits = 0;
  const own = await timed(label, async () => {
    const files = filesBelow(code);
    const next = new Int32Array(new SharedArrayBuffer(4));
    hits = await (cores === 1
      ? countHits({ files, patterns, next })
      : inWorkers(cores, { files, patterns, next }));
  });
  process.stderr.write(`${label}: ${hits} hits\n`);
  return [grep, { ...own, stall: undefined, megabytes: process.resourceUsage().maxRSS / 1e3 }];
}

async function inWorkers(cores: number, workerData: unknown): Promise<number> {
  const counts = await Promise.all(
    Array.from(
      { length: cores },
      () =>
        new Promise<number>((resolve, reject) => {
          const worker = new Worker(join(__dirname, 'patternWorker.js'), { workerData });
          worker.once('message', resolve).once('error', reject);
        }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Ripgrep counts what it finds, of all patterns as one and so without those that overlap another, in all files that
 * are not binary, and prints one number for each file.
 */
async function ripgrep(
  what: string,
  patterns: readonly string[],
  corpus: string,
  folder: string,
  cores: number,
): Promise<Figure> {
  const { rgPath } = await import('@vscode/ripgrep');
  const file = join(folder, 'patterns.txt');
  writeFileSync(file, `${patterns.join('\n')}\n`);
  const args = ['--no-config', '-uu', `-j${cores}`, '--count-matches', '--no-messages', '-f', file, corpus];
  const before = childrenTime();
  const start = performance.now();
  const isDone = await promisify(execFile)(rgPath, args, { maxBuffer: 1 << 28, timeout: patience }).then(
    () => true,
    () => false,
  );
  const elapsed = performance.now() - start;
  return {
    what: isDone ? what : `${what}, stopped`,
    elapsed,
    processor: childrenTime() - before || elapsed,
    isYardstick: true,
  };
}

/** Milliseconds that ended child processes worked, where the system tells (proc(5), cutime and cstime). */
function childrenTime(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return 0;
  }
}

const classics = [
  ...['(a+)+$', '([a-zA-Z]+)*$', '(a|aa)+$', '(a|a?)+$', '(.*a){12}$', '^(\\w+\\s?)*$', '(a*)*b', '\\s+$'],
  ...['^(([a-z])+.)+[A-Z]([a-z])+$', 'a.*b.*c.*d', '(?:a?){30}a{30}b', '(x+x+)+y'],
];

async function runHostile(): Promise<Figure[]> {
  const lines = ['a'.repeat(30_000), `${'a'.repeat(30_000)}!`, `${' '.repeat(30_000)}x`, 'x'.repeat(30_000)];
  const text = lines.join('\n');
  // What is measured is the work on a text, not the first use of code.
  for (const pattern of ['[b-f]+\\d', ...classics]) {
    compilePattern(pattern).hits(text.slice(0, 5000), 1000);
  }
  const figures: Figure[] = [
    await yardstick('harmless: [b-f]+\\d', () => compilePattern('[b-f]+\\d').hits(text, 1000)),
  ];
  for (const pattern of classics) {
    figures.push(await timed(`hostile: ${pattern}`, () => compilePattern(pattern).hits(text, 1000)));
  }
  const many = 'x = y;\n'.repeat(100_000);
  const before = liveMemory();
  let hits: unknown;
  figures.push(
    await timed('100,000 hits in one file', () => {
      hits = atOnce(new PatternSet([compilePattern('\\w+ = \\w+;')]).hits(many, Number.POSITIVE_INFINITY));
    }),
    { what: '100,000 hits in one file, live', megabytes: liveMemory() - before },
  );
  return hits === undefined ? [] : figures.map((figure) => ({ ...figure, stall: undefined }));
}

/** One key after another in a file of 3,000 lines: the middle of a hundred, in milliseconds. */
async function runTyping({ folder, corpus }: Setting): Promise<Figure[]> {
  const all: readonly PatternGroup[] = JSON.parse(readFileSync(join(folder, 'groups.json'), 'utf8'));
  const file = filesBelow(corpus).find((path) => path.endsWith('typescript/lib/lib.dom.d.ts')) ?? '';
  const lines = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').split('\n').slice(0, 3000);
  return all.flatMap(({ name, patterns }) => {
    const set = new PatternSet(patterns.map((pattern) => compilePattern(pattern)));
    let text = lines.join('\n');
    const fresh = performance.now();
    const session = new PatternSession(set, 1000);
    atOnce(session.open(text));
    const first = performance.now() - fresh;
    const times = Array.from(
      'const element = document.getElementById(name);\n'.repeat(5),
      (letter, index) => {
        const at = Math.floor(text.length / 3) + index;
        const typed = text.slice(0, at) + letter + text.slice(at);
        const change = changeBetween(text, typed);
        text = typed;
        const start = performance.now();
        atOnce(session.update(text, change ?? { start: at, oldEnd: at, newEnd: at }));
        return performance.now() - start;
      },
    ).sort((a, b) => a - b);
    return [
      { what: `3,000 lines, ${name}: first`, elapsed: first },
      { what: `3,000 lines, ${name}: a key, median`, elapsed: times[Math.floor(times.length / 2)] },
      { what: `3,000 lines, ${name}: a key, 95 %`, elapsed: times[Math.floor(times.length * 0.95)] },
    ];
  });
}
