import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { lessonFilesIn } from '../../src/cli/nodeFiles';
import { LessonStore } from '../../src/core/library/store';
import { type Bench, type Figure, liveMemory, timed, yardstick } from './bench';
import { lessonCorpus, writeCorpus } from './lessonCorpus';

/** What it costs to hold all lessons of a folder in memory, from the first reading to one changed file. */
export const lessonStoreBench: Bench = {
  name: 'lesson-store',
  prepare: (folder, files) => writeCorpus(folder, lessonCorpus(files)),
  tasks: [
    { name: 'yardsticks', run: runYardsticks },
    { name: 'store', run: runStore },
  ],
};

async function runYardsticks(folder: string): Promise<Figure[]> {
  const files = lessonFilesIn(folder);
  const texts: string[] = [];
  const read = await yardstick('readFile', async () => {
    const paths = await files.list();
    for (let at = 0; at < paths.length; at += 50) {
      const batch = paths.slice(at, at + 50).map((path) => readFile(join(folder, path), 'utf8'));
      texts.push(...(await Promise.all(batch)));
    }
  });
  const frontMatters = texts.map((text) => text.slice(4, text.indexOf('\n---\n', 4)));
  const data: unknown[] = [];
  const yaml = await yardstick('yaml', () => data.push(...frontMatters.map((text) => parseYaml(text))));
  const lines = data.map((value) => JSON.stringify(value));
  const json = await yardstick('JSON', () => lines.forEach((line) => void JSON.parse(line)));
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  return [...read, ...yaml, ...json, { what: 'text', unit: 'MB', value: size, isYardstick: true }];
}

async function runStore(folder: string): Promise<Figure[]> {
  const before = liveMemory();
  const store = storeOf(folder);
  const cold = await timed('cold load and index', () => store.reload());
  const memory: Figure[] = [
    { what: 'live memory', unit: 'MB', value: liveMemory() - before },
    { what: 'resident memory', unit: 'MB', value: process.memoryUsage.rss() / 1e6 },
  ];
  const warm = await timed('reload, nothing changed', () => store.reload());
  const [one = '', ...others] = store.library.paths;
  const changed: Figure[] = [];
  for (let round = 0; round < 5; round++) {
    await append(folder, [one]);
    changed.push(...(await timed('one changed file', () => store.refresh([one]))));
  }
  const fifth = others.filter((_, index) => index % 5 === 0);
  await append(folder, fifth);
  const storm = await timed('every fifth file changed', () => store.refresh(fifth));
  return [...cold, ...warm, ...changed, ...storm, ...memory];
}

/** As the editor does it: other work gets a turn by a timer. */
function storeOf(folder: string): LessonStore {
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
  return new LessonStore({ files: lessonFilesIn(folder), today: () => '2026-11-22', turn });
}

async function append(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await appendFile(join(folder, path), '\nOne more line.\n');
  }
}
