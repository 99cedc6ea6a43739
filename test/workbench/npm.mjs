import { basename } from 'node:path';
import { startChild } from './child.mjs';
import { withHeartbeat } from './heartbeat.mjs';
import { HumanError } from './humanError.mjs';

/** @typedef {{ what: string, progress: import('./heartbeat.mjs').Progress, signal?: AbortSignal | undefined }} NpmOptions */

/**
 * Runs `npm <args>` in a folder without running anybody's install scripts; throws a sentence for a person when it fails.
 * @param {readonly string[]} args
 * @param {string} folder
 * @param {NpmOptions} options
 */
export async function npm(args, folder, { what, progress, signal }) {
  const { command, first } = npmCommand(process.env);
  // `http` tells of each package that arrives, which is the difference between slow and stuck.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=http'];
  const retries = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const output = { text: '', fetched: 0 };
  const run = () =>
    startChild(command, [...first, ...args, ...quiet, ...retries, '--prefix', folder], {
      cwd: folder,
      signal,
      onOutput: (text) => {
        output.text = `${output.text}${text}`.slice(-20_000);
        output.fetched += text.split('npm http fetch GET 200').length - 1;
      },
    }).exited;
  const detail = () => (output.fetched ? `, ${output.fetched} downloads` : '');
  await withHeartbeat(
    what,
    progress,
    async () => {
      const status = await run();
      signal?.throwIfAborted();
      if (status !== 0) throw failure(what, output.text);
    },
    detail,
  );
}

/**
 * How to start npm here: the one that runs us, if one does.
 * @param {NodeJS.ProcessEnv} env
 */
export function npmCommand(env) {
  const script = env.npm_execpath;
  // Another package manager sets the same variable, and takes other options.
  if (script && /^npm-cli\.c?js$/.test(basename(script)))
    return { command: process.execPath, first: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] };
}

/**
 * @param {string} what
 * @param {string} output
 * @returns {HumanError}
 */
function failure(what, output) {
  // npm explains itself in the first of its error lines; then may follow all its options, and the place of its log.
  const [explained = ''] = output.split(/^npm error Usage:/m);
  const lines = explained
    .split(/\r?\n/)
    .filter(
      (line) => line.trim() && !/^npm (http|warn)|^npm error\s+at |complete log of this run/.test(line),
    );
  const errors = lines
    .filter((line) => /^npm error ./.test(line))
    .map((line) => line.slice('npm error '.length));
  const said = errors.length > 0 ? errors.slice(0, 8) : lines.slice(-8);
  return new HumanError(`${what} failed; npm said:\n    ${said.join('\n    ')}\n${nextStep(output)}`);
}

/** @param {string} output */
function nextStep(output) {
  if (/spawn npm\S* ENOENT/.test(output)) {
    return 'npm was not found: install it (it comes with Node), then run the same command again.';
  }
  if (/ENOSPC|no space left/i.test(output)) {
    return 'The disk is full: make some room (about 1.5 GB), then run the same command again.';
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network|proxy/i.test(output)) {
    return 'npm cannot reach its registry: check the network (`npm ping` tries it) and the proxy, then run the same command again.';
  }
  if (/EUSAGE/.test(output)) {
    return 'package-lock.json does not fit package.json: take both from the same commit, then run the same command again.';
  }
  if (/E404|ETARGET|notarget/.test(output)) {
    return 'Your npm registry does not have it: see `npm config get registry`, then run the same command again.';
  }
  return 'Nothing half-done was kept; mend what npm names, then run the same command again.';
}
