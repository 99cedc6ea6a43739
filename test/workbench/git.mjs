import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Runs git in a folder as if nobody had ever configured it: no identity, signing, hooks or ignore rules of this machine.
 * @param {string} folder
 * @param {readonly string[]} args
 * @returns {Promise<string>}
 */
export async function git(folder, args) {
  const { stdout } = await promisify(execFile)('git', [...args], {
    cwd: folder,
    env: environment(process.env),
    windowsHide: true,
  });
  return stdout;
}

/**
 * A git hook that runs the tests sets variables that would turn our commands to the hook's repository.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function environment(env) {
  const ours = Object.entries(env).filter(([name]) => !name.startsWith('GIT_'));
  // Git itself takes /dev/null on Windows too.
  const nothing = {
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
  };
  return { ...Object.fromEntries(ours), ...nothing };
}
