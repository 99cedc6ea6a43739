import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withHeartbeat } from './heartbeat.mjs';

/** A draft whose folder was not touched for this long is nobody's any more, whatever its process id says. */
const abandonedMs = 30_000;

/**
 * Makes `folder` once. `fill` works in a draft beside it, which takes the name only when it is whole; so a folder that
 * is there is complete, an interrupted attempt is thrown away, and of two processes at once one waits for the other.
 * @param {string} folder
 * @param {(draft: string) => Promise<void>} fill
 * @param {{ progress: import('./heartbeat.mjs').Progress, signal?: AbortSignal | undefined }} options
 */
export async function makeOnce(folder, fill, { progress, signal }) {
  if (existsSync(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  const draft = `${folder}.draft-${Date.now()}-${process.pid}-${randomBytes(3).toString('hex')}`;
  await mkdir(draft);
  const beat = setInterval(() => {
    const now = new Date();
    // The draft may just have taken its final name; then there is nothing to keep alive.
    utimes(draft, now, now).catch(() => clearInterval(beat));
  }, 1000);
  try {
    if (await yieldsToOthers(folder, draft)) {
      await rm(draft, { recursive: true });
      await othersFinish(folder, { progress, signal });
      return await makeOnce(folder, fill, { progress, signal });
    }
    await fill(draft);
    await takeName(draft, folder);
  } finally {
    clearInterval(beat);
    await rm(draft, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Two that begin at the same moment both see each other; the one that began first goes on.
 * @param {string} folder
 * @param {string} draft
 */
async function yieldsToOthers(folder, draft) {
  return (await liveDrafts(folder)).some((other) => other < basename(draft));
}

/**
 * @param {string} folder
 * @param {{ progress: import('./heartbeat.mjs').Progress, signal?: AbortSignal | undefined }} options
 */
async function othersFinish(folder, { progress, signal }) {
  await withHeartbeat(`Waiting: another process is making ${basename(folder)}`, progress, async () => {
    while (!existsSync(folder) && (await liveDrafts(folder)).length > 0)
      await sleep(300, undefined, { signal });
  });
}

/**
 * The drafts of `folder` that somebody works on; those that nobody does are removed on the way.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function liveDrafts(folder) {
  const live = [];
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.draft-`)) continue;
    const path = join(dirname(folder), name);
    if (await isWorkedOn(path)) live.push(name);
    else await rm(path, { recursive: true, force: true, maxRetries: 5 });
  }
  return live;
}

/** @param {string} draft */
async function isWorkedOn(draft) {
  try {
    if (Date.now() - (await stat(draft)).mtimeMs > abandonedMs) return false;
    process.kill(Number(draft.split('-').at(-2)), 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, but it runs.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {string} draft
 * @param {string} folder
 */
async function takeName(draft, folder) {
  for (let tries = 1; ; tries++) {
    try {
      return await rename(draft, folder);
    } catch (error) {
      if (existsSync(folder)) return;
      // A virus scanner may hold a new file for a moment.
      if (tries === 20 || process.platform !== 'win32') throw error;
      await sleep(250);
    }
  }
}
