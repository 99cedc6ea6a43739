import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Child
 * @property {Promise<number>} exited its exit status, once it and all it started are gone (127: it could not be started)
 * @property {() => Promise<number>} end asks it and all it started to end, insists after the grace time, and waits
 * @property {() => void} kill ends them at once
 */

/**
 * @typedef {object} ChildOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [graceMs] how long it may take to end when asked to
 * @property {string} [ownFolder] is removed once it has ended
 * @property {AbortSignal} [signal] ends it
 * @property {(text: string) => void} [onOutput] gets what it writes; without it that is dropped
 */

/**
 * Starts a command that does not outlive this process, in whatever way this process ends.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Child}
 */
export function startChild(
  command,
  args,
  { cwd, env, graceMs = 5000, ownFolder = '', signal, onOutput } = {},
) {
  const guardian = fileURLToPath(new URL('./guardian.mjs', import.meta.url));
  const out = onOutput ? 'pipe' : 'ignore';
  // Detached, so that Ctrl+C in the terminal reaches only us and we decide the order in which things end.
  const guard = spawn(process.execPath, [guardian, String(graceMs), ownFolder, command, ...args], {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['pipe', out, out],
    windowsHide: true,
  });
  for (const stream of [guard.stdout, guard.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => onOutput?.(text));
  }
  const kill = () => killGuarded(guard);
  process.once('exit', kill);
  /** @type {Promise<number>} */
  const exited = new Promise((resolve, reject) => {
    guard.once('error', reject);
    guard.once('close', (code) => resolve(code ?? 1));
  });
  guard.once('exit', () => process.off('exit', kill));
  const end = () => {
    guard.stdin?.end();
    return exited;
  };
  const abort = () => guard.stdin?.end();
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  guard.once('exit', () => signal?.removeEventListener('abort', abort));
  return { exited, end, kill };
}

/** @param {import('node:child_process').ChildProcess} guard */
function killGuarded(guard) {
  if (guard.pid === undefined || guard.exitCode !== null || guard.signalCode !== null) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(guard.pid), '/T', '/F'], { windowsHide: true });
  } else {
    guard.kill('SIGTERM');
  }
}
