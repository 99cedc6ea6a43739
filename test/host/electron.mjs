// Runs the host suite in desktop VS Code, which is downloaded: at the oldest version that the extension runs in, and at the newest.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { told } from '../workbench/humanError.mjs';
import { cache, project } from '../workbench/places.mjs';
import { makeScratchDemo } from '../workbench/scratch.mjs';
import { growingWorkspace } from './growingWorkspace.mjs';

/** @param {string} version */
async function runAt(version) {
  const parent = await mkdtemp(join(tmpdir(), 'lessons-electron-'));
  try {
    console.log(`\n== VS Code ${version}`);
    await runTests({
      version,
      cachePath: join(cache, 'desktop-versions'),
      extensionDevelopmentPath: project,
      extensionTestsPath: join(project, 'out', 'test', 'host', 'index.js'),
      launchArgs: [
        ...[await growingWorkspace(await makeScratchDemo(join(parent, 'demo')))],
        ...['--disable-extensions', '--disable-workspace-trust', '--user-data-dir', join(parent, 'data')],
      ],
    });
    const result = JSON.parse(await readFile(join(project, 'out', 'test', 'host', 'result.json'), 'utf8'));
    console.log(result.log);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

try {
  const { engines } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
  await runAt(engines.vscode.replace('^', ''));
  await runAt('stable');
} catch (error) {
  console.error(told(error));
  process.exitCode = 1;
}
