import { existsSync } from 'node:fs';
import { HumanError } from './humanError.mjs';
import { onPath } from './onPath.mjs';

/**
 * A Chrome or Chromium that is on the machine already.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function installedBrowser(env = process.env) {
  const named = env.LESSONS_BROWSER;
  if (named && !existsSync(named)) {
    throw new HumanError(`LESSONS_BROWSER names "${named}", which does not exist: correct it or unset it.`);
  }
  if (named) return named;
  const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const found = commands.flatMap((command) => onPath(command, env))[0];
  return found ?? usualPlaces(env).find((path) => existsSync(path));
}

/** @param {NodeJS.ProcessEnv} env */
function usualPlaces(env) {
  if (process.platform === 'darwin') return ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  if (process.platform !== 'win32') return [];
  const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
  return roots.map((root) => `${root}\\Google\\Chrome\\Application\\chrome.exe`);
}
