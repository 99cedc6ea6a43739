// `npm run bench`: measures, and prints a table for each bench. No figure fails it: they are for people to compare.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Bench, Figure, Setting } from './bench';
import { checkBench } from './checkBench';
import { downloadedCorpus } from './codeCorpus';
import { editorBench } from './editorBench';
import { globBench } from './globBench';
import { keystrokeBench } from './keystrokeBench';
import { lessonStoreBench } from './lessonStoreBench';
import { patternBench } from './patternBench';
import { searchBench } from './searchBench';
import { symbolBench } from './symbolBench';
import { tableOf } from './table';

const benches: readonly Bench[] = [
  checkBench,
  editorBench,
  globBench,
  keystrokeBench,
  lessonStoreBench,
  patternBench,
  searchBench,
  symbolBench,
];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      files: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '3' },
      // For how many seconds an editor is left alone.
      idle: { type: 'string', default: '60' },
      // How this script calls itself for one task.
      task: { type: 'string' },
      folder: { type: 'string' },
      // Any other folder of code to measure with.
      corpus: { type: 'string' },
    },
  });
  const chosen = benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const [files, idle] = [Number(values.files), Number(values.idle)];
  const { task: name, folder, corpus = '' } = values;
  if (name !== undefined && folder !== undefined) {
    const task = chosen.flatMap(({ tasks }) => tasks).find((one) => one.name === name);
    process.stdout.write(JSON.stringify(await task?.run({ folder, corpus, files, idle })));
    return;
  }
  for (const bench of chosen) {
    const code = bench.readsCorpus === true ? corpus || (await downloadedCorpus()) : '';
    const rounds = await measure(bench, { corpus: code, files, idle }, Number(values.rounds));
    process.stdout.write(
      `\n${bench.name}, ${values.files} files, best of ${values.rounds}, Node ${process.versions.node}\n\n${tableOf(rounds)}\n`,
    );
  }
}

/** Tasks take turns, so that a noisy moment of the machine does not hit one of them alone. */
async function measure(bench: Bench, where: Omit<Setting, 'folder'>, rounds: number): Promise<Figure[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'lessons-bench-'));
  try {
    await bench.prepare({ ...where, folder });
    const measured: Figure[][] = [];
    for (let round = 0; round < rounds; round++) {
      for (const { name } of bench.tasks) {
        process.stderr.write(`round ${round + 1} of ${rounds}: ${name}\n`);
        measured.push(await inChild(bench.name, name, { ...where, folder }));
      }
    }
    return measured;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function inChild(
  bench: string,
  task: string,
  { folder, corpus, files, idle }: Setting,
): Promise<Figure[]> {
  const where = ['--folder', folder, '--corpus', corpus, '--files', `${files}`, '--idle', `${idle}`];
  const args = ['--expose-gc', __filename, bench, '--task', task, ...where];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
