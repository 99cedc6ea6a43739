import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import type { Bench, Figure, Setting } from './bench';
import { longCode, reachingLessons } from './editorCorpus';
import type { HostFigures, HostOutcome, HostTask } from './editorHost';
import { lessonCorpus, writeCorpus } from './lessonCorpus';

const reaching = 100;
const paths = Array.from({ length: 6 }, (_, index) => `src/holders${index}.ts`);

/** What the extension costs in a real VS Code: with many lessons, a long file, and against a window without it. */
export const editorBench: Bench = {
  name: 'editor',
  prepare: async ({ folder, files }) => {
    const lessons = lessonCorpus(files - reaching);
    const code = paths.map((path) => ({ path, text: longCode(3000) }));
    await writeCorpus(join(folder, 'with'), [...lessons, ...reachingLessons(reaching), ...code]);
    await writeCorpus(join(folder, 'without'), code);
    const name = { name: 'nothing', publisher: 'bench', version: '1.0.0', engines: { vscode: '*' } };
    await writeCorpus(join(folder, 'nothing'), [{ path: 'package.json', text: JSON.stringify(name) }]);
  },
  tasks: [
    { name: 'window without us', run: (setting) => inWindow(setting, false) },
    { name: 'window with us', run: (setting) => inWindow(setting, true) },
    { name: 'bundle', run: bundleSize },
  ],
};

async function inWindow({ folder, idle }: Setting, hasLessons: boolean): Promise<Figure[]> {
  const { startServer } = await script<typeof import('../workbench/server.mjs')>('server');
  const { ensureBrowser } = await script<typeof import('../workbench/browser.mjs')>('browser');
  const progress = (line: string) => void process.stderr.write(`${line}\n`);
  const { executablePath, args, env } = await ensureBrowser(progress);
  const workspace = join(folder, hasLessons ? 'with' : 'without');
  const task: HostTask = { idle, paths, hasLessons };
  await writeFile(join(folder, 'task.json'), JSON.stringify(task));
  const testsPath = resolve('out/test/bench/editorHost.js');
  const path = hasLessons ? process.cwd() : join(folder, 'nothing');
  const server = await startServer({
    ...{ progress, workspace, extension: { kind: 'development', path, testsPath } },
    settings: { 'lessons.diagnostics.show': 'all' },
  });
  const browser = await chromium.launch({ executablePath, args, env: env as Record<string, string> });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 3000 } });
    await page.goto(server.url);
    const activation = hasLessons ? await activationTimes(page) : [];
    const cold = await figuresIn(folder, idle);
    if (!hasLessons) {
      return idleFigures('a window without us', cold, true);
    }
    await writeFile(join(folder, 'task.json'), JSON.stringify({ ...task, idle: 0 }));
    await page.goto('about:blank');
    await page.goto(server.url);
    const stored = await figuresIn(folder, idle);
    return [
      ...idleFigures('a window with us', cold, false),
      ...activation,
      { what: 'start of the host to first diagnostics, cold', elapsed: cold.first },
      { what: 'start of the host to first diagnostics, stored', elapsed: stored.first },
      { what: 'opening 3,000 lines, median', elapsed: at(cold.opening, 0.5) },
      { what: 'key to diagnostics, median', elapsed: at(cold.keys, 0.5) },
      { what: 'key to diagnostics, p95', elapsed: at(cold.keys, 0.95) },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

function idleFigures(what: string, figures: HostFigures, isYardstick: boolean): Figure[] {
  return [
    { what: `${what}, left alone`, processor: figures.idleProcessor, isYardstick },
    { what: `${what}, while typing and opening`, stall: figures.stall },
    { what: `${what}, memory of the host`, megabytes: figures.megabytes, isYardstick },
  ];
}

/** What the workbench itself says of how long extensions took to be loaded and activated, ours and three well-known ones. */
async function activationTimes(page: Page): Promise<Figure[]> {
  // One that is being developed is told by its id.
  const shown =
    /^(?:team-lessons\.team-lessons|Git|GitHub|Merge Conflict|TypeScript and JavaScript Language Features)$/;
  // Late enough that all have been asked for.
  await sleep(15_000);
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input.input').fill('>Developer: Show Running Extensions');
  await sleep(1000);
  await page.keyboard.press('Enter');
  await page.locator('.runtime-extensions-editor .monaco-list-row').first().waitFor();
  const rows = await page.locator('.runtime-extensions-editor .monaco-list-row').allInnerTexts();
  return rows.flatMap((row) => {
    const [name = ''] = row.split('\n');
    const [, time] = /Activation: (\d+)\s*ms/.exec(row) ?? [];
    return time === undefined || !shown.test(name.trim())
      ? []
      : [{ what: `activation of ${name}`, elapsed: Number(time) }];
  });
}

async function figuresIn(folder: string, idle: number): Promise<HostFigures> {
  const file = join(folder, 'figures.json');
  for (const end = Date.now() + 240_000 + idle * 1000; !existsSync(file); ) {
    if (Date.now() > end) {
      throw new Error('The extension host did not come to an end.');
    }
    await sleep(200);
  }
  // It is written in one go, but not at one moment.
  await sleep(500);
  const outcome: HostOutcome = JSON.parse(readFileSync(file, 'utf8'));
  await rm(file);
  if ('error' in outcome) {
    throw new Error(outcome.error);
  }
  return outcome.figures;
}

async function bundleSize({ folder }: Setting): Promise<Figure[]> {
  await mkdir(folder, { recursive: true });
  const { code } = await transform(await readFile('dist/extension.js', 'utf8'), { minify: true });
  return [
    { what: 'extension, minified', megabytes: Buffer.byteLength(code) / 1e6 },
    { what: 'extension, minified and packed by gzip', megabytes: gzipSync(code).length / 1e6 },
  ];
}

/** The scripts that run a workbench know the project by where they lie, so they are loaded from there. */
function script<T>(name: string): Promise<T> {
  return import(pathToFileURL(resolve(`test/workbench/${name}.mjs`)).href);
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? 0;
}
