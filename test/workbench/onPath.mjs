import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The places where PATH has a command, in order.
 * @param {string} command
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string[]}
 */
export function onPath(command, env = process.env) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  return folders
    .flatMap((folder) => endings.map((ending) => join(folder, command + ending)))
    .filter(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Absent or not ours to run: not a place to start it from.
    return false;
  }
}
