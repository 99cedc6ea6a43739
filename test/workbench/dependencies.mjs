import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeOnce } from './install.mjs';
import { npm } from './npm.mjs';
import { cache } from './places.mjs';

/**
 * Installs what the project's lock file names, unless that was done since the lock file last changed.
 * @param {string} project
 * @param {{ progress: import('./heartbeat.mjs').Progress, signal?: AbortSignal | undefined }} options
 */
export async function ensureDependencies(project, { progress, signal }) {
  // npm writes this file last, so it also tells of an install that was interrupted.
  const installed = join(project, 'node_modules', '.package-lock.json');
  const lock = join(project, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  const what = "Installing the project's dependencies";
  // The folder stays empty; making it keeps two starts at once from emptying node_modules under each other's feet.
  const turn = join(cache, 'dependencies');
  await rm(turn, { recursive: true, force: true });
  await makeOnce(turn, () => npm(['ci', '--include=dev'], project, { what, progress, signal }), {
    progress,
    signal,
  });
}
