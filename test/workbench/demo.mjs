import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { startChild } from './child.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { findDesktop, startDesktop } from './desktop.mjs';
import { untilEnded } from './ending.mjs';
import { withHeartbeat } from './heartbeat.mjs';
import { HumanError } from './humanError.mjs';
import { openPage } from './openPage.mjs';
import { project } from './places.mjs';
import { keptScratchDemo } from './scratch.mjs';
import { startServer } from './server.mjs';
import { stageExtension } from './stage.mjs';

/** @typedef {{ progress: import('./heartbeat.mjs').Progress, signal: AbortSignal }} Run */

/**
 * Builds the extension and runs it in VS Code on the demo, until the person stops it.
 * @param {import('./startOptions.mjs').StartOptions} options
 * @param {Run} run
 */
export async function runDemo(options, run) {
  const desktop = options.browser ? undefined : findDesktop();
  await ensureDependencies(project, run);
  await build(run);
  const demo = await keptScratchDemo({ fresh: options.fresh, progress: run.progress });
  run.signal.throwIfAborted();
  if (desktop) await onDesktop(desktop, demo, run);
  else await inBrowser(options, demo, run);
}

/** @param {Run} run */
async function build({ progress, signal }) {
  const status = await withHeartbeat('Building the extension', progress, async () => {
    const onOutput = (/** @type {string} */ text) => process.stderr.write(text);
    return await startChild(process.execPath, ['esbuild.js'], { cwd: project, signal, onOutput }).exited;
  });
  signal.throwIfAborted();
  if (status !== 0) throw new HumanError('The build failed: mend what it names above, then start again.');
}

/**
 * @param {string} command
 * @param {string} demo
 * @param {Run} run
 */
async function onDesktop(command, demo, { progress, signal }) {
  const desktop = startDesktop({ command, project, demo });
  progress(
    `Lessons opens in ${command}.\n\n${goodToKnow(demo)}\nPress Ctrl+C here to stop, or close the window.`,
  );
  try {
    const status = await untilEnded(signal, desktop.exited);
    if (status !== 0) {
      throw new HumanError(
        `${command} ended with status ${status}: try another (LESSONS_VSCODE=<path>), or npm start -- --browser.`,
      );
    }
  } finally {
    await desktop.close();
  }
}

/**
 * @param {import('./startOptions.mjs').StartOptions} options
 * @param {string} demo
 * @param {Run} run
 */
async function inBrowser({ open, port }, demo, { progress, signal }) {
  const server = await serve(demo, port, { progress, signal });
  try {
    const opened = open && openPage(server.url);
    const how = opened
      ? 'It opens in your browser; if it does not, open this address:'
      : 'Open this address in a browser:';
    progress(
      `Lessons runs in VS Code. ${how}\n\n    ${server.url}\n\n${goodToKnow(demo)}\nPress Ctrl+C here to stop.`,
    );
    await untilEnded(signal, server.exited);
    throw new HumanError(
      `VS Code's server ended by itself; its last words were:\n${server.logs().slice(-2000)}\nStart again.`,
    );
  } finally {
    progress('Stopping ...');
    await server.close();
  }
}

/**
 * @param {string} demo
 * @param {number} port
 * @param {Run} run
 */
async function serve(demo, port, run) {
  const stage = await mkdtemp(join(tmpdir(), 'lessons-stage-'));
  try {
    // Installed rather than under development: with the driver that the latter needs, no notification would pop up.
    await stageExtension(project, stage);
    return await startServer({
      extension: { kind: 'folder', path: stage },
      workspace: demo,
      port,
      // The demo's README tells a newcomer what to try.
      settings: { 'workbench.startupEditor': 'readme' },
      ...run,
    });
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** @param {string} demo */
function goodToKnow(demo) {
  return `The demo lies in ${relative(process.cwd(), demo)} and is kept for the next start; npm start -- --fresh makes a new one.`;
}
