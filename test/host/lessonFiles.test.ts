import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import {
  closeAll,
  diagnosticsOf,
  folder,
  remove,
  show,
  until,
  untilDiagnostics,
  uriOf,
  write,
} from './workspace';

const git = (...args: readonly string[]) => promisify(execFile)('git', ['-C', folder.fsPath, ...args]);
const lesson = (id: string, advice: string, more = '') =>
  `---\nid: LSN-0000000${id}\ntitle: A lesson for a test\nadvice: ${advice}\nstatus: proposed\napplies_to: {pattern: needle}\ntests: {match: needle}\n${more}---\n`;

describe('lesson files', () => {
  before(async () => {
    await write('hay.txt', 'a needle\n');
    await show('hay.txt');
  });
  after(async () => {
    await closeAll();
    await remove('hay.txt');
  });

  it('show when added, edited, replaced and deleted', async () => {
    await untilDiagnostics('hay.txt', []);
    await write('.lessons/deep/new.md', lesson('1', 'Mind the needle'));
    await untilDiagnostics('hay.txt', ['Hint LSN-00000001 0:2 Mind the needle']);
    await write('.lessons/deep/new.md', lesson('1', 'Mind the hay'));
    await untilDiagnostics('hay.txt', ['Hint LSN-00000001 0:2 Mind the hay']);
    await write('.lessons/deep/draft.tmp', lesson('1', 'Mind the fork'));
    await vscode.workspace.fs.rename(uriOf('.lessons/deep/draft.tmp'), uriOf('.lessons/deep/new.md'), {
      overwrite: true,
    });
    await untilDiagnostics('hay.txt', ['Hint LSN-00000001 0:2 Mind the fork']);
    await remove('.lessons/deep');
    await untilDiagnostics('hay.txt', []);
  });

  it('follow a checkout, and the loss of the whole folder', async () => {
    await show('tools/restore.py');
    await until(() => diagnosticsOf('tools/restore.py').length === 1);
    await remove('.lessons');
    await untilDiagnostics('tools/restore.py', []);
    await until(() => diagnosticsOf('.lessons/broken-on-purpose.md').length === 0);
    await git('checkout', '--', '.lessons');
    await until(() => diagnosticsOf('tools/restore.py').length === 1);
    await until(() => diagnosticsOf('.lessons/broken-on-purpose.md').length === 3);
  });

  it('go quiet when the change is committed', async () => {
    const rules = 'src/firewall/rules.ts';
    const loud = () => diagnosticsOf(rules).filter((line) => line.startsWith('Warning')).length;
    await show(rules);
    await until(() => loud() === 1);
    await git(
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@b.example',
      '-c',
      'commit.gpgsign=false',
      'commit',
      '-qam',
      'rule',
    );
    await until(() => loud() === 0 && diagnosticsOf(rules).length === 2);
    await git('reset', '-q', 'HEAD~1');
    await until(() => loud() === 1);
  });

  const bad: Readonly<Record<string, readonly [string | Uint8Array, string]>> = {
    empty: ['', 'Error file-empty 0:0'],
    binary: [new Uint8Array([1, 2, 0, 3]), 'Error file-binary 0:0'],
    huge: [new Uint8Array(5 << 20).fill(65), 'Error file-too-large 0:0'],
    latin1: [new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xe9]), 'Error file-not-utf8 0:0'],
    bare: ['# Hello\n', 'Error front-matter-missing 0:0'],
    yaml: ['---\nid: [a\n---\n', 'Error yaml-syntax 2:0'],
    key: [lesson('2', 'Mind the key', 'severty: low\n'), 'Warning key-unknown 7:0'],
    twin: [lesson('3', 'Mind the twin'), ''],
    twin2: [lesson('3', 'Mind the twin'), 'Error id-duplicate 1:4'],
    glob: [
      '---\nid: LSN-00000004\ntitle: A lesson for a test\napplies_to: {paths: "a/["}\n---\n',
      'Error glob-invalid 3:20',
    ],
    regex: [
      '---\nid: LSN-00000005\ntitle: A lesson for a test\napplies_to: {pattern: "(?=a"}\n---\n',
      'Error pattern-invalid 3:22',
    ],
    link: [
      lesson('6', 'Mind the link', 'references: "http://a.example"\n'),
      'Warning reference-not-https 7:12',
    ],
    windows: [`\uFEFF${lesson('7', 'Mind the gap').replaceAll('\n', '\r\n')}`, ''],
  };

  it('that are broken say so on themselves, and stop no others', async () => {
    await Promise.all(
      Object.entries(bad).map(([name, [content]]) => write(`.lessons/bad/${name}.md`, content)),
    );
    try {
      for (const [name, [, expected]] of Object.entries(bad)) {
        await until(
          () => expected === '' || diagnosticsOf(`.lessons/bad/${name}.md`)[0]?.startsWith(`${expected} `),
          () => [name, diagnosticsOf(`.lessons/bad/${name}.md`)],
        );
      }
      await show('hay.txt');
      await untilDiagnostics('hay.txt', [
        'Hint LSN-00000002 0:2 Mind the key',
        'Hint LSN-00000003 0:2 Mind the twin',
        'Hint LSN-00000006 0:2 Mind the link',
      ]);
      await remove('.lessons/bad/key.md');
      await untilDiagnostics('hay.txt', [
        'Hint LSN-00000003 0:2 Mind the twin',
        'Hint LSN-00000006 0:2 Mind the link',
        'Hint LSN-00000007 0:2 Mind the gap',
      ]);
    } finally {
      await remove('.lessons/bad');
    }
    await untilDiagnostics('hay.txt', []);
  });
});
