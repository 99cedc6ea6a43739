import { existsSync } from 'node:fs';
import { cp, rename, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from './git.mjs';
import { makeOnce } from './install.mjs';
import { cache, project } from './places.mjs';

/** @typedef {import('./heartbeat.mjs').Progress} Progress */

/**
 * @typedef {object} DemoOptions
 * @property {string} [demo] the folder to commit
 * @property {string} [edits] the folder to copy over it afterwards
 * @property {Progress} [progress]
 */

/**
 * Makes a copy of the demo with a git history of its own and a few uncommitted edits.
 * @param {string} [target] a folder that is empty or does not exist yet
 * @param {DemoOptions} [options]
 * @returns {Promise<string>} the folder
 */
export async function makeScratchDemo(
  target = join(cache, `demo-${timestamp()}-${process.pid}`),
  options = {},
) {
  // Refuses a folder that holds anything.
  if (existsSync(target)) await rmdir(target);
  return await madeDemo(target, options);
}

/**
 * The demo that a person works in: kept from one start to the next, because the lessons captured in it are theirs.
 * @param {DemoOptions & { fresh?: boolean | undefined, folder?: string }} options `fresh` puts the old one aside and makes a new one
 * @returns {Promise<string>} the folder
 */
export async function keptScratchDemo({ fresh = false, folder = join(cache, 'demo'), ...options }) {
  if (fresh && existsSync(folder)) {
    const aside = `${folder}-${timestamp()}`;
    await rename(folder, aside);
    options.progress?.(`The demo you had is now in ${aside}`);
  }
  return await madeDemo(folder, options);
}

/**
 * @param {string} target
 * @param {DemoOptions} options
 */
async function madeDemo(target, options) {
  const fixtures = join(project, 'test', 'fixtures');
  const {
    demo = join(fixtures, 'demo'),
    edits = join(fixtures, 'demo-edits'),
    progress = () => undefined,
  } = options;
  await makeOnce(
    target,
    async (draft) => {
      await cp(demo, draft, { recursive: true });
      await commitAll(draft, progress);
      await cp(edits, draft, { recursive: true });
    },
    { progress },
  );
  return target;
}

/**
 * @param {string} folder
 * @param {Progress} progress
 */
async function commitAll(folder, progress) {
  try {
    await git(folder, ['-c', 'init.defaultBranch=main', 'init', '--quiet', '--template=']);
    // Whatever the person's own setting, files must not look changed for their line ends.
    await git(folder, ['config', 'core.autocrlf', 'false']);
    await git(folder, ['add', '--all']);
    const identity = ['-c', 'user.name=Lessons Demo', '-c', 'user.email=demo@example.invalid'];
    await git(folder, [
      ...identity,
      '-c',
      'commit.gpgSign=false',
      'commit',
      '--quiet',
      '--message',
      'The demo as it was',
    ]);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
    progress('git was not found: the demo has no history, so every line counts as changed');
  }
}

function timestamp() {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 17);
}
