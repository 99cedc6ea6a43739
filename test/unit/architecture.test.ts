import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Folders of the core, from the ground up: a file imports its own folder, or one that comes before. */
const order = [
  ...['.', 'lesson', 'feedback', 'edit', 'library', 'match', 'history'],
  ...['search', 'learn', 'display', 'present', 'author'],
];
const packagesOfCore = [
  '@ast-grep/wasm',
  '@ast-grep/wasm/wasm_bg.js',
  '@vscode/l10n',
  'diff',
  'fuse.js',
  'htmlparser2',
  'ignore',
  'jsonc-parser',
  'minimatch',
  're2js',
  'semver/functions/compare',
  'semver/functions/parse',
  'semver/ranges/intersects',
  'semver/ranges/valid',
  'toml-eslint-parser',
  'web-tree-sitter',
  'yaml',
];

describe('the architecture', () => {
  const files = filesBelow('src');
  const imports = files.flatMap(importsOf);

  it('finds the imports it judges', () => assert.equal(imports.length > 100, true));

  it('keeps the core free of vscode, node and every package but its own', () => {
    const strangers = imports.filter(
      ({ from, to }) =>
        from.startsWith('src/core/') && !to.startsWith('src/core/') && !packagesOfCore.includes(to),
    );
    assert.deepEqual(strangers, []);
  });

  it('lets the fronts know the core, and nothing know a front', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [source, target] = [frontOf(from), frontOf(to)];
      return target !== undefined && target !== 'core' && source !== target;
    });
    assert.deepEqual(wrong, []);
  });

  it('imports vscode in the extension alone, and node in the command line alone', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        (to === 'vscode' && frontOf(from) !== 'extension') ||
        (to.startsWith('node:') && frontOf(from) !== 'cli'),
    );
    assert.deepEqual(wrong, []);
  });

  it('goes downhill within the core', () => {
    const rank = (file: string) =>
      order.indexOf(relative('src/core', file).includes('/') ? (file.split('/')[2] ?? '') : '.');
    const uphill = imports.filter(
      ({ from, to }) => from.startsWith('src/core/') && to.startsWith('src/core/') && rank(to) > rank(from),
    );
    assert.deepEqual(uphill, []);
  });

  it('has no cycle', () => assert.deepEqual(cycleIn(imports), []));

  it('keeps files readable', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400);
    assert.deepEqual(long, []);
  });

  it('keeps state out of modules, and vague names out of the tree', () => {
    const stateful = files.filter((file) => /^(?:export )?let /m.test(readFileSync(file, 'utf8')));
    const vague = files.filter((file) => /(?:utils?|helpers?|common|manager|\/index)\.ts$/i.test(file));
    assert.deepEqual([stateful, vague], [[], []]);
  });

  it('takes a file to be on this disk only where git is asked, which knows no other', () => {
    const local = files.filter((file) => /\bfsPath\b/.test(readFileSync(file, 'utf8')));
    assert.deepEqual(local, ['src/extension/committedTexts.ts']);
  });

  it('bundles the core for a platform that is neither node nor a browser', async () => {
    const contents = files
      .filter((file) => file.startsWith('src/core/'))
      .map((file) => `import './${file}';`)
      .join('\n');
    // web-tree-sitter asks for node's modules only where it finds itself in node.
    const external = ['fs/promises', 'module'];
    const { errors } = await build({
      ...{
        bundle: true,
        write: false,
        platform: 'neutral',
        mainFields: ['module', 'main'],
        external,
        logLevel: 'silent',
      },
      alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
      stdin: { contents, resolveDir: '.' },
    });
    assert.deepEqual(errors, []);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'));
}

function importsOf(from: string): Import[] {
  const text = readFileSync(from, 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)(?:import|export)\b[^'";]*?from\s+'([^']+)'|\b(?:import|require)\(\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map((found) => {
    const written = found[1] ?? found[2] ?? found[3] ?? '';
    const to = written.startsWith('.') ? join(from, '..', written).replaceAll('\\', '/') : written;
    return { from: from.replace(/\.ts$/, ''), to };
  });
}

function frontOf(file: string): string | undefined {
  return file.startsWith('src/') ? file.split('/')[1] : undefined;
}

function cycleIn(imports: readonly Import[]): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(file)) {
      return [...trail.slice(trail.indexOf(file)), file];
    }
    if (done.has(file)) {
      return [];
    }
    const cycle = imports
      .filter(({ from }) => from === file)
      .map(({ to }) => visit(to, [...trail, file]))
      .find(({ length }) => length > 0);
    done.add(file);
    return cycle ?? [];
  };
  return imports.map(({ from }) => visit(from, [])).find(({ length }) => length > 0) ?? [];
}
