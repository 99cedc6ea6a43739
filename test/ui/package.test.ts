import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { npm } from '../workbench/npm.mjs';
import { scratchDemo, Workbench } from './workbench';

/** All that a user gets. The server adds nothing but its own note of where the package came from. */
const delivered = [
  ...[
    '.vsixmanifest',
    'CHANGELOG.md',
    'LICENSE.txt',
    'README.md',
    'dist/ast-grep.wasm',
    'dist/cli.js',
    'dist/extension.js',
    'dist/third-party-notices.txt',
  ],
  ...[
    'bash',
    'c-sharp',
    'c',
    'cpp',
    'go',
    'java',
    'javascript',
    'php',
    'powershell',
    'python',
    'ruby',
    'rust',
  ].map((name) => `dist/tree-sitter-${name}.wasm`),
  ...['dist/tree-sitter-tsx.wasm', 'dist/tree-sitter-typescript.wasm', 'dist/tree-sitter.wasm'],
  ...['media/config.schema.json', 'media/icon.png', 'media/l10n/bundle.l10n.json'],
  ...['media/lesson.schema.json', 'media/lessons.svg', 'media/mark-dark.svg', 'media/mark-light.svg'],
  ...['media/screenshot.png', 'media/walkthrough/capture.svg', 'media/walkthrough/check.svg'],
  'media/walkthrough/see.svg',
  ...['package.json', 'package.nls.json'],
];

describe('the package', () => {
  let demo: Awaited<ReturnType<typeof scratchDemo>>;
  let workbench: Workbench;

  before(async () => {
    const progress = (line: string) => process.stdout.write(`    ${line}\n`);
    await npm(['run', 'package'], process.cwd(), { what: 'Packaging', progress });
    demo = await scratchDemo();
    const extension = { kind: 'vsix', path: join(process.cwd(), 'team-lessons.vsix') } as const;
    workbench = await Workbench.open({ workspace: demo.path, extension });
  });
  after(async () => {
    await workbench?.close();
    await demo?.remove();
  });

  it('is small, the grammars aside', () => {
    const packed = installedFiles()
      .filter((file) => !file.endsWith('.wasm'))
      .map((file) => deflateRawSync(readFileSync(file)).length);
    assert.equal(packed.reduce((sum, size) => sum + size) < 1_000_000, true);
  });

  it('holds what runs, and neither sources, maps nor tests', () => {
    const files = installedFiles().map((file) => file.replace(/^.*?team-lessons\.team-lessons-[^/\\]+./, ''));
    // The packager changes the case of two names.
    const plain = files.map((file) => file.replace(/^(readme|changelog)/, (name) => name.toUpperCase()));
    assert.deepEqual(plain.sort(), delivered);
  });

  it('shows a diagnostic once it is installed', async () => {
    await workbench.openFile('src/firewall/rules.ts', 43, 25);
    const editor = workbench.page.locator('.monaco-editor[data-uri$="rules.ts"]');
    await editor.locator('.squiggly-warning').first().waitFor();
    const problems = await workbench.problems();
    await problems.filter({ hasText: 'LSN-BSEBK5W4' }).waitFor();
  });

  function installedFiles(): string[] {
    const extensions = join(workbench.dataFolder, '..', 'extensions');
    const folder = readdirSync(extensions).find((name) => name.startsWith('team-lessons.team-lessons-'));
    assert.ok(folder, 'the package is installed');
    return readdirSync(join(extensions, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  }
});
