import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a package holds whatever its manifest lists. */
const always = ['package.json', 'README.md', 'LICENSE'];

/**
 * Copies what the packaged extension would hold, as `files` in its manifest defines it.
 * @param {string} project
 * @param {string} target a folder to be made anew
 * @returns {Promise<string>} the folder
 */
export async function stageExtension(project, target) {
  const manifest = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'));
  /** @type {readonly string[]} */
  const patterns = [...always, ...manifest.files];
  await rm(target, { recursive: true, force: true });
  for (const pattern of patterns) {
    for (const path of await matches(project, pattern)) {
      await mkdir(dirname(join(target, path)), { recursive: true });
      await cp(join(project, path), join(target, path), { recursive: true });
    }
  }
  return target;
}

/**
 * The paths that a pattern of `files` names; a star stands within the last part only, which is all we use.
 * @param {string} project
 * @param {string} pattern
 * @returns {Promise<string[]>}
 */
async function matches(project, pattern) {
  const folder = dirname(pattern);
  const last = pattern.slice(pattern.lastIndexOf('/') + 1);
  const name = new RegExp(
    `^${last
      .split('*')
      .map((part) => part.replace(/[^\w-]/g, '\\$&'))
      .join('.*')}$`,
  );
  const names = await readdir(join(project, folder)).catch((error) => {
    // A package without, say, translations is a package too.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((candidate) => name.test(candidate)).map((found) => join(folder, found));
}
