import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { closeAll, folder, remove, until, uriOf, write } from './workspace';

const git = (...args: readonly string[]) =>
  promisify(execFile)('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
    cwd: folder.fsPath,
  });

describe('lessons are shown', () => {
  const text = 'export const needle = 1;\n';
  const files = [
    ...['shown/own.ts', 'shown/build/out.ts', 'shown/hidden/x.ts', 'shown/nested/n.ts'],
    ...['shown/node_modules/x/index.ts', 'shown/lib/site-packages/y.py'],
  ];
  const settings = vscode.workspace.getConfiguration('files');

  before(async () => {
    await write(
      '.lessons/shown.md',
      '---\nid: LSN-SH0WNSH0\ntitle: A lesson for what is shown\napplies_to: {pattern: needle}\n---\n',
    );
    for (const path of files) {
      await write(path, text);
    }
    await write('shown/.gitignore', 'build/\nnested/\n');
    await git('init', '-q', uriOf('shown/nested').fsPath);
    await settings.update('exclude', { '**/hidden': true }, vscode.ConfigurationTarget.Global);
  });
  afterEach(closeAll);
  after(async () => {
    await settings.update('exclude', undefined, vscode.ConfigurationTarget.Global);
    await remove('.lessons/shown.md');
    await remove('shown');
  });

  const diagnosticsIn = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Lessons');
  const countOf = async (uri: vscode.Uri) => {
    const at = new vscode.Position(0, 15);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      at,
    );
    const ours = hovers.filter(({ contents }) =>
      (contents as vscode.MarkdownString[]).some(({ value }) => value.includes('lessons.openLesson')),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(at, at),
    );
    const open = actions.filter(({ command }) => command?.command.startsWith('lessons.'));
    return { diagnostics: diagnosticsIn(uri).length, hovers: ours.length, actions: open.length };
  };
  const none = { diagnostics: 0, hovers: 0, actions: 0 };
  /** Opens the file in a tab, and beside it one that shows something: when that has spoken, the other has had its time. */
  const open = async (path: string) => {
    await vscode.window.showTextDocument(uriOf(path), { preview: false });
    await vscode.window.showTextDocument(uriOf('shown/own.ts'), { preview: false });
    await until(() => diagnosticsIn(uriOf('shown/own.ts')).length > 0);
  };
  const shows = (path: string) => async () => (await countOf(uriOf(path))).diagnostics === 1;

  it('in a file that somebody works on', async () => {
    await open('shown/own.ts');
    const { diagnostics, hovers, actions } = await countOf(uriOf('shown/own.ts'));
    assert.deepEqual([diagnostics, hovers, actions > 0], [1, 1, true]);
  });

  for (const path of files.filter((one) => !/own\.ts|nested/.test(one))) {
    it(`not in ${path}`, async () => {
      await open(path);
      assert.deepEqual(await countOf(uriOf(path)), none);
    });
  }

  it('in a repository of its own within what is ignored', async () => {
    await open('shown/nested/n.ts');
    await until(shows('shown/nested/n.ts'));
  });

  it('where the editor or git leave a file out no longer, or it was committed all the same', async () => {
    await open('shown/hidden/x.ts');
    await settings.update('exclude', undefined, vscode.ConfigurationTarget.Global);
    await until(shows('shown/hidden/x.ts'));
    await settings.update('exclude', { '**/hidden': true }, vscode.ConfigurationTarget.Global);
    await until(async () => (await countOf(uriOf('shown/hidden/x.ts'))).diagnostics === 0);
    await open('shown/build/out.ts');
    await write('shown/.gitignore', 'nested/\n');
    await until(shows('shown/build/out.ts'));
    await write('shown/.gitignore', 'build/\nnested/\n');
    await until(async () => (await countOf(uriOf('shown/build/out.ts'))).diagnostics === 0);
    const { stdout: before } = await git('rev-parse', 'HEAD');
    try {
      await git('add', '-f', 'shown/build/out.ts');
      await git('commit', '-qm', 'x', 'shown/build/out.ts');
      await until(shows('shown/build/out.ts'));
    } finally {
      await git('reset', '-q', before.trim());
    }
  });

  it('not in the left side of a comparison, with git or with another file', async () => {
    const heartbeat = uriOf('src/net/heartbeat.ts');
    const left = heartbeat.with({
      scheme: 'git',
      query: JSON.stringify({ path: heartbeat.fsPath, ref: 'HEAD' }),
    });
    await vscode.commands.executeCommand('vscode.diff', left, heartbeat);
    await until(() => diagnosticsIn(heartbeat).length > 0);
    assert.deepEqual(await countOf(left), none);
    await closeAll();
    await vscode.commands.executeCommand('vscode.diff', uriOf('shown/own.ts'), heartbeat);
    await until(() => diagnosticsIn(heartbeat).length > 0);
    assert.deepEqual(await countOf(uriOf('shown/own.ts')), none);
  });

  it('not outside of the workspace, nor in a text without a file', async () => {
    const library = vscode.Uri.joinPath(
      vscode.Uri.file(vscode.env.appRoot),
      'extensions/node_modules/typescript/lib/lib.es5.d.ts',
    );
    const outside = await vscode.workspace.openTextDocument(library);
    const untitled = await vscode.workspace.openTextDocument({ language: 'typescript', content: text });
    for (const document of [outside, untitled]) {
      await vscode.window.showTextDocument(document, { preview: false });
      await open('shown/own.ts');
      assert.deepEqual(await countOf(document.uri), none);
    }
  });
});
