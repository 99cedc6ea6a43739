import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from './child.mjs';
import { HumanError } from './humanError.mjs';
import { onPath } from './onPath.mjs';
import { cache } from './places.mjs';

/**
 * The command that starts the desktop VS Code of this machine, if there is one that can show a window.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findDesktop(env = process.env) {
  const named = env.LESSONS_VSCODE;
  if (named && !existsSync(named)) {
    throw new HumanError(`LESSONS_VSCODE names "${named}", which does not exist: correct it or unset it.`);
  }
  if (named) return named;
  // In the terminal of a VS Code server `code` talks to the editor at the other end, which cannot run our extension.
  if (env.VSCODE_IPC_HOOK_CLI) return undefined;
  if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return undefined;
  return onPath('code', env).find((path) => !/[/\\]remote-cli[/\\]/.test(path) && !isWindowsOwn(path, env));
}

/**
 * Under WSL the PATH also leads to the VS Code of Windows, to which our folders mean nothing.
 * @param {string} path
 * @param {NodeJS.ProcessEnv} env
 */
function isWindowsOwn(path, env) {
  return Boolean(env.WSL_DISTRO_NAME) && path.startsWith('/mnt/');
}

/**
 * @typedef {object} DesktopOptions
 * @property {string} command from `findDesktop`
 * @property {string} project the extension under development
 * @property {string} demo the folder to open
 * @property {string} [folder] where this VS Code keeps its data and extensions, apart from the person's own
 */

/**
 * Opens desktop VS Code with the extension under development and nothing else.
 * @param {DesktopOptions} options
 * @returns {{ exited: Promise<number>, close: () => Promise<void> }} `exited` when the window was closed; `close` closes it
 */
export function startDesktop({ command, project, demo, folder = join(cache, 'desktop') }) {
  const data = join(folder, 'data');
  const lock = join(data, 'code.lock');
  const started = Date.now();
  const child = startChild(command, [
    '--new-window',
    '--wait',
    `--extensionDevelopmentPath=${project}`,
    `--user-data-dir=${data}`,
    `--extensions-dir=${join(folder, 'extensions')}`,
    '--disable-workspace-trust',
    '--skip-welcome',
    '--skip-release-notes',
    // Chromium refuses to run as root otherwise.
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    demo,
    // Tells a newcomer what to try.
    join(demo, 'README.md'),
  ]);
  const state = { ended: false };
  const ended = child.exited.finally(() => {
    state.ended = true;
  });
  const killMain = () => signalTo(mainProcess(lock, started), 'SIGKILL');
  process.once('exit', killMain);
  const close = async () => {
    // The command hands over to a process outside its group, which is known by this file only, and only after a while.
    for (const until = Date.now() + 3000; !state.ended && Date.now() < until; await sleep(50)) {
      if (mainProcess(lock, started) !== undefined) break;
    }
    await endProcess(mainProcess(lock, started));
    await child.end();
    process.off('exit', killMain);
  };
  return { exited: ended, close };
}

/**
 * The process that owns the window. A lock from before our start is a crash's, or a window's that another `npm start` opened.
 * @param {string} lock
 * @param {number} started
 */
function mainProcess(lock, started) {
  try {
    if (statSync(lock).mtimeMs < started - 1000) return undefined;
    const pid = Number(readFileSync(lock, 'utf8'));
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {number | undefined} pid */
async function endProcess(pid) {
  if (pid === undefined) return;
  signalTo(pid, 'SIGTERM');
  // Time to write down what is unsaved.
  for (const until = Date.now() + 5000; runs(pid) && Date.now() < until; ) await sleep(50);
  signalTo(pid, 'SIGKILL');
}

/**
 * @param {number | undefined} pid
 * @param {'SIGTERM' | 'SIGKILL'} name
 */
function signalTo(pid, name) {
  if (pid === undefined || !runs(pid)) return;
  if (process.platform === 'win32') {
    const force = name === 'SIGKILL' ? ['/F'] : [];
    spawnSync('taskkill', ['/pid', String(pid), '/T', ...force], { windowsHide: true });
  } else {
    process.kill(pid, name);
  }
}

/** @param {number} pid */
function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // No such process: that is the answer.
    return false;
  }
}
