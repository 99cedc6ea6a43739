import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChild } from './child.mjs';
import { developmentPayload, placeExtension } from './placeExtension.mjs';
import { quietSettings } from './quietSettings.mjs';
import { ensureServer } from './toolbox.mjs';
import { untilReady } from './untilReady.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {import('./placeExtension.mjs').Extension} [extension]
 * @property {string} [workspace] a folder or a .code-workspace file that the URL opens
 * @property {Readonly<Record<string, unknown>>} [settings] user settings on top of the quiet ones
 * @property {boolean} [smokeTestDriver] lets the page take a payload; notifications do not pop up then. Always on for `development`
 * @property {boolean} [trust] false opens the workspace in Restricted Mode
 * @property {number} [port] a free one unless told otherwise
 * @property {import('./heartbeat.mjs').Progress} progress
 * @property {string} [toolbox] where the tools are kept
 * @property {AbortSignal} [signal] ends the install, the start and the server
 */

/**
 * @typedef {object} Server
 * @property {string} url opens the workbench
 * @property {number} port
 * @property {string} dataFolder the server's data; user settings are in data/User/settings.json
 * @property {() => string} logs what the server wrote so far
 * @property {Promise<number>} exited
 * @property {() => Promise<void>} close ends the server and all it started, and removes its folders; may be called again
 */

/**
 * Starts a VS Code server on this machine only, with data of its own and nothing but the given extension.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const { extension, signal } = options;
  const { node, serverMain } = await ensureServer(options.progress, { folder: options.toolbox, signal });
  // The real path, because the server reports files by it.
  const home = await realpath(await mkdtemp(join(tmpdir(), 'lessons-server-')));
  try {
    const dataFolder = join(home, 'data');
    const extensionsFolder = join(home, 'extensions');
    const env = serverEnvironment(process.env, home);
    await mkdir(extensionsFolder);
    await writeSettings(dataFolder, options);
    await placeExtension(extension, { node, serverMain, dataFolder, extensionsFolder, env, signal });
    const smokeTestDriver = options.smokeTestDriver || extension?.kind === 'development';
    const folders = ['--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder];
    const args = [serverMain, ...folders, ...flags({ ...options, smokeTestDriver })];
    const { child, port, logs } = await untilReady(
      (onOutput) => startChild(node, args, { cwd: tmpdir(), env, ownFolder: home, signal, onOutput }),
      signal,
    );
    const payload = developmentPayload(extension, port);
    const url = workbenchUrl(port, options.workspace, payload);
    const close = async () => void (await child.end());
    return { url, port, dataFolder, logs, exited: child.exited, close };
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

/** @param {Pick<ServerOptions, 'port' | 'trust' | 'smokeTestDriver'>} options */
function flags({ port = 0, trust = true, smokeTestDriver }) {
  const open = ['--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off'];
  const wanted = [
    ...(trust ? ['--disable-workspace-trust'] : []),
    ...(smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
  ];
  return ['--host', '127.0.0.1', '--port', String(port), ...open, ...wanted];
}

/**
 * What the terminal of another VS Code put into the environment would make this one talk to it.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 * @returns {NodeJS.ProcessEnv}
 */
function serverEnvironment(env, home) {
  const kept = Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  // Without a gallery it has no reason to leave this machine.
  const ours = { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}' };
  // Where the server leaves its sockets on Linux; elsewhere their path would grow longer than a socket's may be.
  return process.platform === 'linux' ? { ...ours, XDG_RUNTIME_DIR: home } : ours;
}

/**
 * @param {string} dataFolder
 * @param {Pick<ServerOptions, 'settings' | 'trust'>} options
 */
async function writeSettings(dataFolder, { settings, trust = true }) {
  const restricted = trust ? {} : { 'security.workspace.trust.startupPrompt': 'never' };
  const file = join(dataFolder, 'data', 'User', 'settings.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ ...quietSettings, ...restricted, ...settings }, undefined, 2));
}

/**
 * @param {number} port
 * @param {string | undefined} workspace
 * @param {readonly (readonly [string, string])[]} payload
 */
function workbenchUrl(port, workspace, payload) {
  const query = [];
  if (workspace) {
    const path = decodeURIComponent(pathToFileURL(workspace).pathname);
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    query.push(`${workspace.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${encoded}`);
  }
  if (payload.length > 0) query.push(`payload=${encodeURIComponent(JSON.stringify(payload))}`);
  return `http://127.0.0.1:${port}/${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
