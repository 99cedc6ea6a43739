// Runs one command in a process group of its own, and ends that whole group when whoever started this goes away:
// a closed stdin is noticed even after a kill -9, where no handler of the parent could run.
// Usage: node guardian.mjs <grace in ms> <folder to remove afterwards, or nothing> <command> [argument ...]
import { spawn, spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { startable } from './windowsCommand.mjs';

const [grace = '5000', folder = '', name = '', ...rest] = process.argv.slice(2);
const windows = process.platform === 'win32';
const { command, args, windowsVerbatimArguments } = startable(name, rest);
const child = spawn(command, args, {
  detached: !windows,
  stdio: ['ignore', 'inherit', 'inherit'],
  windowsHide: true,
  windowsVerbatimArguments,
});

/** @returns {boolean} whether anything of the group still runs */
function groupRuns() {
  if (child.pid === undefined) return false;
  try {
    process.kill(windows ? child.pid : -child.pid, 0);
    return true;
  } catch {
    // No such process: that is the answer.
    return false;
  }
}

/** @param {'SIGTERM' | 'SIGKILL'} signal */
function signalGroup(signal) {
  if (child.pid === undefined || !groupRuns()) return;
  if (windows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Asks the group to end, insists when it has not done so in time, and tidies up after it.
 * @param {number} graceMs
 */
async function endGroup(graceMs) {
  if (graceMs > 0) signalGroup('SIGTERM');
  for (const until = Date.now() + graceMs; groupRuns() && Date.now() < until; ) await sleep(25);
  signalGroup('SIGKILL');
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

child.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 127;
  process.stdin.destroy();
});
child.once('exit', async (code, signal) => {
  // What the command itself left running must not outlive it.
  await endGroup(Number(grace));
  process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0));
});
process.stdin.once('close', () => endGroup(Number(grace))).resume();
process.once('SIGTERM', async () => {
  await endGroup(0);
  process.exit(137);
});
