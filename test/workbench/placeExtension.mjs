import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChild } from './child.mjs';
import { HumanError } from './humanError.mjs';

/**
 * How an extension comes into the workbench: as one under development, as an unpacked folder, or as a package.
 * @typedef {{ kind: 'development', path: string, testsPath?: string | undefined }
 *   | { kind: 'folder', path: string }
 *   | { kind: 'vsix', path: string }} Extension
 */

/**
 * Puts an extension where the server looks for installed ones; one under development stays where it is.
 * @param {Extension | undefined} extension
 * @param {{ node: string, serverMain: string, dataFolder: string, extensionsFolder: string, env: NodeJS.ProcessEnv, signal?: AbortSignal | undefined }} server
 */
export async function placeExtension(extension, server) {
  switch (extension?.kind) {
    case 'folder': {
      const manifest = JSON.parse(await readFile(join(extension.path, 'package.json'), 'utf8'));
      const name = `${manifest.publisher}.${manifest.name}-${manifest.version}`;
      // The server lists the folders it finds at its first start; it needs no registration.
      await cp(extension.path, join(server.extensionsFolder, name), { recursive: true });
      return;
    }
    case 'vsix':
      return await installPackage(extension.path, server);
    case 'development':
    case undefined:
      return;
  }
}

/**
 * What the page must be told about an extension under development.
 * @param {Extension | undefined} extension
 * @param {number} port
 * @returns {[string, string][]}
 */
export function developmentPayload(extension, port) {
  if (extension?.kind !== 'development') return [];
  const remote = (/** @type {string} */ path) =>
    `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
  /** @type {[string, string][]} */
  const payload = [['extensionDevelopmentPath', remote(extension.path)]];
  if (extension.testsPath) payload.push(['extensionTestsPath', remote(extension.testsPath)]);
  return payload;
}

/**
 * @param {string} vsix
 * @param {Parameters<typeof placeExtension>[1]} server
 */
async function installPackage(vsix, { node, serverMain, dataFolder, extensionsFolder, env, signal }) {
  const output = { text: '' };
  const folders = ['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder];
  const args = [serverMain, '--accept-server-license-terms', ...folders, '--install-extension', vsix];
  const child = startChild(node, args, {
    env,
    signal,
    onOutput: (text) => {
      output.text += text;
    },
  });
  const status = await child.exited;
  signal?.throwIfAborted();
  if (status !== 0 || !/successfully installed/.test(output.text)) {
    const said = output.text.trim().split('\n').slice(-8).join('\n');
    throw new HumanError(
      `VS Code did not install ${vsix}; it said:\n${said}\nMend what it names, package again, then try once more.`,
    );
  }
}
