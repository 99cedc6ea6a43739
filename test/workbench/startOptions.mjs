import { parseArgs } from 'node:util';
import { HumanError } from './humanError.mjs';

export const help = `npm start -- [option ...]

Builds the extension and opens VS Code with it, on a demo project that is yours to change.
A desktop VS Code is used if there is one (LESSONS_VSCODE=<path> names another); otherwise
VS Code is fetched once into .vscode-test/ and served to your browser, on this machine only.

  --fresh      begin with a new demo; the old one is put aside, not deleted
  --browser    serve to the browser even if there is a desktop VS Code
  --no-open    only print the address, open no browser
  --port <n>   serve on this port instead of a free one
  --help       print this
`;

/** @typedef {{ fresh: boolean, browser: boolean, open: boolean, port: number, help: boolean }} StartOptions */

/**
 * @param {readonly string[]} args
 * @returns {StartOptions}
 */
export function startOptions(args) {
  const { values } = parsed(args);
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new HumanError(`--port takes a number from 1 to 65535, not "${values.port}".`);
  }
  const { fresh = false, browser = false, help = false } = values;
  return { fresh, browser, open: !values['no-open'], port, help };
}

/** @param {readonly string[]} args */
function parsed(args) {
  const flag = /** @type {const} */ ({ type: 'boolean' });
  try {
    return parseArgs({
      args: [...args],
      options: { fresh: flag, browser: flag, 'no-open': flag, port: { type: 'string' }, help: flag },
    });
  } catch (error) {
    throw new HumanError(`${/** @type {Error} */ (error).message}\nnpm start -- --help lists the options.`);
  }
}
