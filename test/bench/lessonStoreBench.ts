import { existsSync, statSync, writeFileSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { lessonFilesIn } from '../../src/cli/nodeFiles';
import type { ParsedCache } from '../../src/core/library/parsedCache';
import { LessonStore } from '../../src/core/library/store';
import { type Bench, type Figure, liveMemory, type Setting, timed, yardstick } from './bench';
import { lessonCorpus, writeCorpus } from './lessonCorpus';

/** What it costs to hold all lessons of a folder in memory, from the first reading to one changed file. */
export const lessonStoreBench: Bench = {
  name: 'lesson-store',
  prepare: ({ folder, files }) => writeCorpus(folder, lessonCorpus(files)),
  tasks: [
    { name: 'yardsticks', run: runYardsticks },
    { name: 'store', run: runStore },
    { name: 'first window', run: runFirstWindow },
    { name: 'second window', run: runSecondWindow },
  ],
};

async function runYardsticks({ folder }: Setting): Promise<Figure[]> {
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
  return [read, yaml, json, { what: 'text', megabytes: size, isYardstick: true }];
}

async function runStore({ folder }: Setting): Promise<Figure[]> {
  const before = liveMemory();
  const store = storeOf(folder);
  const cold = await timed('cold load and index', () => store.reload());
  const memory: Figure[] = [
    { what: 'live memory', megabytes: liveMemory() - before },
    { what: 'resident memory', megabytes: process.memoryUsage.rss() / 1e6 },
  ];
  const warm = await timed('reload, nothing changed', () => store.reload());
  const [one = '', ...others] = store.library.paths;
  const changed: Figure[] = [];
  for (let round = 0; round < 5; round++) {
    await append(folder, [one]);
    changed.push(await timed('one changed file', () => store.refresh([one])));
  }
  const fifth = others.filter((_, index) => index % 5 === 0);
  await append(folder, fifth);
  const storm = await timed('every fifth file changed', () => store.refresh(fifth));
  return [cold, warm, ...changed, storm, ...memory];
}

async function runFirstWindow({ folder }: Setting): Promise<Figure[]> {
  const cache = new FileCache(join(folder, 'cache.lessons'));
  await storeOf(folder, cache).reload();
  return [{ what: 'cache on disk', megabytes: statSync(cache.file).size / 1e6 }];
}

/** What a second window costs: until its lessons show, and until they have been compared with the files. */
async function runSecondWindow({ folder }: Setting): Promise<Figure[]> {
  const store = storeOf(folder, new FileCache(join(folder, 'cache.lessons')));
  const isShown = new Promise<void>((resolve) => store.onDidChange(resolve));
  let isCompared = Promise.resolve();
  const shown = await timed('warm start: shown', () => {
    isCompared = store.reload();
    return isShown;
  });
  return [shown, await timed('warm start: then compared', () => isCompared)];
}

/** As the editor keeps lessons; for what it does against damage, it pays. */
class FileCache implements ParsedCache {
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  async load(): Promise<Uint8Array> {
    const bytes = existsSync(this.file) ? await readFile(this.file) : new Uint8Array();
    await crypto.subtle.digest('SHA-256', bytes);
    return bytes;
  }

  keep(_edition: string, parts: () => Iterable<Uint8Array>): void {
    writeFileSync(this.file, Buffer.concat([...parts()]));
  }
}

/** As the editor does it: other work gets a turn by a timer. */
function storeOf(folder: string, cache?: ParsedCache): LessonStore {
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
  return new LessonStore({ files: lessonFilesIn(folder), today: () => '2026-11-22', turn, cache });
}

async function append(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await appendFile(join(folder, path), '\nOne more line.\n');
  }
}
