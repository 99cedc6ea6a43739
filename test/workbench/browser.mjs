import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from './child.mjs';
import { withHeartbeat } from './heartbeat.mjs';
import { HumanError } from './humanError.mjs';
import { installedBrowser } from './installedBrowser.mjs';
import { pins } from './pins.mjs';
import { ensurePackage } from './toolbox.mjs';

/** What keeps a browser from looking for a GPU, asking for the network or greeting a newcomer. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Used where the machine has no fonts at all; the path in the package's own file is somebody else's. */
const fontsConf =
  '<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n';

/** @typedef {{ executablePath: string, args: string[], env: NodeJS.ProcessEnv }} Browser how to launch it, headless */

/**
 * A Chrome or Chromium for the tests: one that is on the machine, or one installed on first use.
 * @param {import('./heartbeat.mjs').Progress} progress
 * @param {import('./toolbox.mjs').ToolboxOptions} [options]
 * @returns {Promise<Browser>}
 */
export async function ensureBrowser(progress, options = {}) {
  const installed = installedBrowser();
  if (installed) return { executablePath: installed, args, env: process.env };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new HumanError(
      'No Chrome or Chromium was found: install one, or name it with LESSONS_BROWSER=<path>.',
    );
  }
  const { name, version } = pins.browser;
  const folder = await ensurePackage(`browser-${version}`, `${name}@${version}`, progress, options, (draft) =>
    withHeartbeat('Unpacking the browser', progress, () => unpack(draft, name, options.signal)),
  );
  const executablePath = join(folder, 'chromium');
  return { executablePath, args, env: { ...process.env, ...missingOnMachine(folder, executablePath) } };
}

/**
 * The package unpacks its browser into the machine's shared temporary folder; here that is a folder of our own.
 * @param {string} draft
 * @param {string} name
 * @param {AbortSignal | undefined} signal
 */
async function unpack(draft, name, signal) {
  const output = { text: '' };
  const program = `import chromium from '${name}'; await chromium.executablePath();`;
  const child = startChild(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: draft,
    // The second variable is how the package is told to unpack the libraries that a bare machine lacks as well.
    env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    signal,
    onOutput: (text) => {
      output.text += text;
    },
  });
  const status = await child.exited;
  signal?.throwIfAborted();
  if (status !== 0 || !existsSync(join(draft, 'chromium'))) {
    throw new HumanError(
      `The browser could not be unpacked: ${output.text.trim()}\n` +
        'Make sure there is some disk space, or install Chrome or Chromium, then run the same command again.',
    );
  }
  await writeFile(join(draft, 'fonts', 'fonts.conf'), fontsConf);
  await rm(join(draft, 'node_modules'), { recursive: true });
}

/**
 * A container may lack the fonts and the libraries that every desktop has; the package brings both.
 * @param {string} folder
 * @param {string} executablePath
 * @returns {NodeJS.ProcessEnv}
 */
function missingOnMachine(folder, executablePath) {
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf') };
  const starts = spawnSync(executablePath, ['--version']).status === 0;
  return starts ? fonts : { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
}
