// Builds dist/ (the extension, the command line and the grammars they read) or, with --tests, a test suite or the benches into out/.
const { build, context } = require('esbuild');
const { copyFile, mkdir, readdir, readFile, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const production = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: production,
  sourcemap: !production,
  logLevel: 'warning',
};

/** Packages whose entry for bundlers a CommonJS bundle cannot take. */
const alias = {
  // Asks for its own address.
  'web-tree-sitter': require.resolve('web-tree-sitter'),
  // Wraps itself so that a bundler does not see what it requires.
  'jsonc-parser': path.join(path.dirname(require.resolve('jsonc-parser')), '../esm/main.js'),
};

/** ES modules, which no `require` of a test can load everywhere: they go into its bundle. */
const modules = Object.fromEntries(
  ['@ast-grep/wasm/wasm_bg.js', 'htmlparser2', 'toml-eslint-parser'].map((name) => [
    name,
    require.resolve(name),
  ]),
);

/** Only the extension may leave `vscode` to its host: anywhere else an import of it fails the build. */
const products = [
  {
    ...common,
    alias,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  },
  {
    ...common,
    alias,
    entryPoints: ['src/cli/bin.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** The grammars, by the folder of a package that has them built. */
const grammars = {
  'node_modules/@vscode/tree-sitter-wasm/wasm': [
    ...['bash', 'c-sharp', 'cpp', 'go', 'java', 'javascript', 'php', 'powershell'],
    ...['python', 'ruby', 'rust', 'tsx', 'typescript'],
  ],
  'node_modules/tree-sitter-c': ['c'],
};

async function copyGrammars() {
  await mkdir('dist', { recursive: true });
  const runtime = path.join(path.dirname(require.resolve('web-tree-sitter')), 'web-tree-sitter.wasm');
  await copyFile(runtime, 'dist/tree-sitter.wasm');
  await copyFile(require.resolve('@ast-grep/wasm/wasm_bg.wasm'), 'dist/ast-grep.wasm');
  await Promise.all(
    Object.entries(grammars).flatMap(([folder, names]) =>
      names
        .map((name) => `tree-sitter-${name}.wasm`)
        .map((file) => copyFile(path.join(folder, file), path.join('dist', file))),
    ),
  );
}

/**
 * The scripts that run a workbench know the project by where they lie, so the tests load them from there.
 * @type {import('esbuild').Plugin}
 */
const workbenchScripts = {
  name: 'workbench-scripts',
  setup({ onResolve }) {
    onResolve({ filter: /\/workbench\/\w+\.mjs$/ }, ({ path: written, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, written)).href,
      external: true,
    }));
  },
};

/**
 * A module has to name a file of a package in full, where the package does not say what may be imported.
 * @type {import('esbuild').Plugin}
 */
const packageFiles = {
  name: 'package-files',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:semver|ajv)\/[\w/]+$/ }, ({ path: written }) => ({
      path: pathToFileURL(require.resolve(written)).href,
      external: true,
    }));
  },
};

/**
 * The licences of what went into the bundles and of the grammars, which ask to be passed on.
 * @param {readonly string[]} inputs
 */
async function writeNotices(inputs) {
  const bundled = inputs.flatMap((input) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const folders = [
    ...new Set([...bundled, 'node_modules/@vscode/tree-sitter-wasm', 'node_modules/tree-sitter-c']),
  ].sort();
  const notices = await Promise.all(folders.map(noticeOf));
  await writeFile('dist/third-party-notices.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));
}

/**
 * @param {string} folder
 * @returns {Promise<string>}
 */
async function noticeOf(folder) {
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const { name, version, license, author } = manifest;
  const file = (await readdir(folder)).find((candidate) => /^licen[cs]e/i.test(candidate));
  if (file !== undefined) {
    return `${name} ${version}\n\n${(await readFile(path.join(folder, file), 'utf8')).trim()}\n`;
  }
  if (license === undefined) {
    throw new Error(`${name} does not tell its licence, so it cannot be bundled.`);
  }
  return `${name} ${version}\n\n${license}, by ${author?.name ?? author ?? 'its authors'}\n`;
}

/**
 * @param {string} suite
 * @returns {string[]}
 */
function entryPointsOf(suite) {
  if (suite === 'bench') {
    return ['test/bench/main.ts', 'test/bench/patternWorker.ts', 'test/bench/editorHost.ts'];
  }
  const others = new Map([
    ['host', 'test/host/index.ts'],
    ['unit', 'test/unit/writerProcess.ts'],
  ]);
  const other = others.get(suite);
  return [`test/${suite}/**/*.test.ts`, ...(other === undefined ? [] : [other])];
}

/**
 * Tests inside VS Code are loaded by `require`; others load modules. The unit tests share what they have in common, which
 * so is loaded, and made quick by the engine, once for all of them.
 * @param {string} suite
 * @returns {import('esbuild').BuildOptions}
 */
function formatOf(suite) {
  const modules = /** @type {const} */ ({ format: 'esm', outExtension: { '.js': '.mjs' } });
  switch (suite) {
    case 'ui':
      return { ...modules, plugins: [workbenchScripts] };
    case 'unit':
      return {
        ...modules,
        ...{ splitting: true, chunkNames: 'unit/shared/[name]-[hash]', plugins: [packageFiles] },
      };
    default:
      return {};
  }
}

/** @param {string} suite */
async function buildTests(suite) {
  await rm(`out/test/${suite}`, { recursive: true, force: true });
  await build({
    ...common,
    ...formatOf(suite),
    entryPoints: entryPointsOf(suite),
    outbase: 'test',
    outdir: 'out/test',
    minify: false,
    sourcemap: 'inline',
    packages: 'external',
    alias: { ...modules, 'jsonc-parser': alias['jsonc-parser'] },
    external: ['vscode'],
  });
}

async function main() {
  const suite = process.argv[process.argv.indexOf('--tests') + 1];
  if (process.argv.includes('--tests') && suite !== undefined) {
    await buildTests(suite);
  }
  await rm('dist', { recursive: true, force: true });
  await copyGrammars();
  if (process.argv.includes('--watch')) {
    await Promise.all(products.map(async (options) => (await context(options)).watch()));
    return;
  }
  const built = await Promise.all(products.map((options) => build({ ...options, metafile: true })));
  await writeNotices(built.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})));
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
