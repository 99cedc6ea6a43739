import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { HumanError } from './humanError.mjs';
import { makeOnce } from './install.mjs';
import { npm } from './npm.mjs';
import { nodes, pins, tools } from './pins.mjs';
import { cache } from './places.mjs';

/** @typedef {import('./heartbeat.mjs').Progress} Progress */

/**
 * @typedef {object} ToolboxOptions
 * @property {string} [folder] where the tools are kept; below the project unless told otherwise
 * @property {AbortSignal} [signal] stops an install under way
 */

/**
 * A VS Code server and the Node that runs it, installed on first use.
 * @param {Progress} progress
 * @param {ToolboxOptions} [options]
 * @returns {Promise<{ node: string, serverMain: string }>}
 */
export async function ensureServer(progress, options = {}) {
  const node = await ensureNode(progress, options);
  const { name, version } = pins.server;
  const folder = await ensurePackage(
    `server-${version}`,
    `${name}@${version}`,
    progress,
    options,
    async (draft) => {
      const vscode = join(draft, 'node_modules', name, 'lib', 'vscode');
      // Both come without their dependencies: the server needs its own, the built-in language features need TypeScript.
      for (const inner of [vscode, join(vscode, 'extensions')]) {
        const what = `Installing ${inner === vscode ? 'what the VS Code server needs' : "what VS Code's built-in extensions need"}`;
        await npm(['install', '--omit=dev'], inner, { what, progress, signal: options.signal });
      }
    },
  );
  return { node, serverMain: join(folder, 'node_modules', name, 'lib', 'vscode', 'out', 'server-main.js') };
}

/**
 * The script of a development tool, to be run with Node; installed on first use.
 * @param {string} name
 * @param {Progress} progress
 * @param {ToolboxOptions} [options]
 * @returns {Promise<string>}
 */
export async function ensureTool(name, progress, options = {}) {
  if (!isTool(name)) {
    throw new HumanError(`There is no tool "${name}"; there are: ${Object.keys(tools).join(', ')}.`);
  }
  const tool = tools[name];
  const folder = await ensurePackage(
    `${name}-${tool.version}`,
    `${tool.name}@${tool.version}`,
    progress,
    options,
  );
  return join(folder, 'node_modules', tool.name, tool.bin);
}

/**
 * A folder of the toolbox into which one npm package was installed, and then `finish` applied.
 * @param {string} folderName
 * @param {string} spec
 * @param {Progress} progress
 * @param {ToolboxOptions} options
 * @param {(draft: string) => Promise<void>} [finish]
 * @returns {Promise<string>}
 */
export async function ensurePackage(folderName, spec, progress, { folder: toolbox = cache, signal }, finish) {
  const folder = resolve(toolbox, folderName);
  await makeOnce(
    folder,
    async (draft) => {
      // Without a manifest of its own npm would look for one further up and install into the project.
      await writeFile(join(draft, 'package.json'), '{ "private": true }\n');
      // Forced, because npm would refuse a package for another Node than the one that runs npm.
      await npm(['install', '--force', '--save-exact', spec], draft, {
        what: `Installing ${spec}`,
        progress,
        signal,
      });
      await finish?.(draft);
    },
    { progress, signal },
  );
  return folder;
}

/**
 * @param {Progress} progress
 * @param {ToolboxOptions} options
 */
async function ensureNode(progress, options) {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const pin = nodes[platform];
  if (!pin) {
    throw new HumanError(
      `VS Code's server needs Node 24, and there is no package of it for ${platform}: run this with Node 24.`,
    );
  }
  const folder = await ensurePackage(`node-${pin.version}`, `${pin.name}@${pin.version}`, progress, options);
  return join(folder, 'node_modules', pin.name, pin.bin);
}

/**
 * @param {string} name
 * @returns {name is keyof typeof tools}
 */
function isTool(name) {
  return Object.hasOwn(tools, name);
}
