import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, remove, show, until, uriOf, write } from './workspace';

const lesson = (...scopes: readonly string[]) =>
  `---\nid: LSN-0000000R\ntitle: A lesson for a test\napplies_to:\n${scopes.map((scope) => `  - ${scope}\n`).join('')}---\n`;

describe('lenses on scopes', () => {
  before(async () => {
    await write('hay/a.txt', 'a needle\nand a needle\n');
    await write('hay/b.py', 'def needle(): pass\n');
    await write('hay/binary.txt', new Uint8Array([0, ...new TextEncoder().encode('needle')]));
    await write('.gitignore', 'made/\n');
    await write('made/c.txt', 'a needle\n');
  });
  after(async () => {
    await setCodeLens(undefined);
    await closeAll();
    await Promise.all(['hay', 'made', '.gitignore', '.lessons/reach.md'].map(remove));
  });

  it('tell what the lessons of the demo have, and how much of it is changed', async () => {
    const expected = {
      'regex-backtracking': '9 3 files, 4 hits, 1 in changed code',
      'integer-key': '9 2 files, 2 hits, 1 in changed code',
      'narrowing-overflow': '9 1 file, 1 hit',
      'retry-storm': '9 1 file, 1 symbol, 1 in changed code',
      'heartbeat-length': '9 1 file, 1 symbol',
      'config-everywhere': '9 1 file',
    };
    for (const [name, lens] of Object.entries(expected)) {
      await show(`.lessons/${name}.md`);
      await untilLenses(`.lessons/${name}.md`, [lens]);
    }
  });

  it('are on no scope that is broken or of a retired lesson', async () => {
    for (const path of ['.lessons/broken-on-purpose.md', '.lessons/regex-trim.md']) {
      await show(path);
      await untilLenses(path, []);
    }
  });

  it('follow the lesson, the code as it is typed, and the disk', async () => {
    const path = '.lessons/reach.md';
    await write(path, lesson('pattern: needle', 'paths: nowhere/**', 'paths: hay/', 'symbols: needle'));
    const editor = await show(path);
    await untilLenses(path, [
      ...['5 2 files, 3 hits, 3 in changed code', '6 No file fits', '7 3 files'],
      '8 1 file, 1 symbol, 1 in changed code',
    ]);
    const whole = new vscode.Range(4, 0, 8, 0);
    await editor.edit((edit) => edit.replace(whole, "  - paths: '*.txt'\n    pattern: needle\n"));
    await untilLenses(path, ['5 1 file, 2 hits, 2 in changed code']);
    const code = await show('hay/a.txt');
    await code.edit((edit) => edit.insert(new vscode.Position(0, 0), 'needle needle '));
    await untilLenses(path, ['5 1 file, 4 hits, 4 in changed code']);
    await vscode.commands.executeCommand('undo');
    await untilLenses(path, ['5 1 file, 2 hits, 2 in changed code']);
    await write('hay/deep/more.txt', 'a needle\n');
    await untilLenses(path, ['5 2 files, 3 hits, 3 in changed code']);
    await remove('hay/deep');
    await untilLenses(path, ['5 1 file, 2 hits, 2 in changed code']);
  });

  it('are there before the lesson is saved', async () => {
    const uri = uriOf('.lessons/draft.md').with({ scheme: 'untitled' });
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), lesson("paths: 'hay/*.txt'")));
    await untilLenses(uri, ['5 2 files']);
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 0), '    pattern: and a\n'));
    await untilLenses(uri, ['5 1 file, 1 hit, 1 in changed code']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('list what they tell of', async () => {
    await write('.lessons/reach.md', lesson('pattern: needle'));
    await show('.lessons/reach.md');
    const [lens] = await until(async () => {
      const found = await lensesOf(uriOf('.lessons/reach.md'));
      return found.length === 1 && found[0]?.command?.tooltip !== undefined ? found : undefined;
    });
    assert.equal(lens?.command?.tooltip?.startsWith('The scope lets '), true);
    const { command = '', arguments: args = [] } = lens?.command ?? {};
    await vscode.commands.executeCommand(command, ...args);
    // The peek has the focus, and F4 leads from place to place.
    await until(async () => {
      await vscode.commands.executeCommand('goToNextReference');
      return vscode.window.activeTextEditor?.document.uri.path.includes('/hay/');
    });
  });

  it('go when they are switched off, and come back', async () => {
    await show('.lessons/config-everywhere.md');
    await untilLenses('.lessons/config-everywhere.md', ['9 1 file']);
    await setCodeLens(false);
    await untilLenses('.lessons/config-everywhere.md', []);
    await setCodeLens(undefined);
    await untilLenses('.lessons/config-everywhere.md', ['9 1 file']);
  });
});

async function setCodeLens(value: boolean | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('lessons')
    .update('codeLens.scopes', value, vscode.ConfigurationTarget.Global);
}

/** In the order of the text; the command gives them in the order in which they were counted. */
async function lensesOf(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    100,
  );
  return lenses.sort((a, b) => a.range.start.line - b.range.start.line);
}

/** Waits until the lenses are these: line, counted from one, and text. */
async function untilLenses(at: string | vscode.Uri, expected: readonly string[]): Promise<void> {
  const uri = typeof at === 'string' ? uriOf(at) : at;
  let found: string[] = [];
  await until(
    async () => {
      const lenses = await lensesOf(uri);
      found = lenses.map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
      return JSON.stringify(found) === JSON.stringify(expected);
    },
    () => found,
  );
}
