// Runs the host suite inside the extension host of a VS Code server, and prints what it said.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../workbench/browser.mjs';
import { told } from '../workbench/humanError.mjs';
import { project } from '../workbench/places.mjs';
import { makeScratchDemo } from '../workbench/scratch.mjs';
import { startServer } from '../workbench/server.mjs';
import { growingWorkspace } from './growingWorkspace.mjs';

const suite = join(project, 'out', 'test', 'host');
const result = join(suite, 'result.json');
const limit = 10 * 60_000;

/** @param {string} line */
const progress = (line) => void process.stderr.write(`${line}\n`);

async function main() {
  await rm(result, { force: true });
  const parent = await mkdtemp(join(tmpdir(), 'lessons-host-'));
  const { executablePath, args, env } = await ensureBrowser(progress);
  const server = await startServer({
    progress,
    workspace: await growingWorkspace(await makeScratchDemo(join(parent, 'demo'), { progress })),
    extension: { kind: 'development', path: project, testsPath: join(suite, 'index.js') },
  });
  const browser = await chromium.launch({
    executablePath,
    args,
    env: /** @type {Record<string, string>} */ (env),
  });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    for (const end = Date.now() + limit; !existsSync(result) && Date.now() < end; ) {
      await sleep(200);
    }
    if (!existsSync(result)) {
      throw new Error(`The tests did not end within ${limit / 1000} s. The server said:\n${server.logs()}`);
    }
    /** @type {import('./index').HostResult} */
    const { passed, failed, skipped, log } = JSON.parse(await readFile(result, 'utf8'));
    process.stdout.write(`${log}\n\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    return failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    await browser.close();
    await server.close();
    await rm(parent, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${told(error)}\n`);
  process.exitCode = 1;
}
