import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, folder, remove, until, uriOf, write } from './workspace';

const lesson = (number: number, keys: string) => `---
id: LSN-0000000${number}
title: Lesson number ${number} of several
advice: Do it the other way
${keys}
confidence: high
applies_to:
  - paths: [src/nowhere/**]
references: https://a.example/1
---
body
`;

const refTo = (number: number) => ({ folder: folder.toString(), id: `LSN-0000000${number}` });
const textOf = async (path: string) =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));

describe('several selected lessons', () => {
  const files: Readonly<Record<string, string>> = {
    '.lessons/several/1.md': lesson(1, 'status: proposed\nfactors: tooling'),
    '.lessons/several/2.md': lesson(2, 'status: proposed # kept\nfactors: tooling'),
    '.lessons/several/3.md': lesson(3, 'status: proposed'),
    '.lessons/several/4.md': lesson(4, 'status: deprecated\nfactors: tooling'),
    '.lessons/packs/others/5.md': lesson(5, 'status: proposed\nfactors: tooling'),
  };
  const numbers = [1, 2, 3, 4, 5];

  beforeEach(async () => {
    for (const [path, text] of Object.entries(files)) {
      await write(path, text);
    }
    await vscode.commands.executeCommand('lessons.refresh');
    // Documents that are open from before take in what is on disk a moment later.
    await until(() =>
      Object.entries(files).every(([path, text]) =>
        vscode.workspace.textDocuments
          .filter(({ uri }) => uri.toString() === uriOf(path).toString())
          .every((document) => document.getText() === text),
      ),
    );
  });
  afterEach(async () => {
    await closeAll();
    await remove('.lessons/several');
    await remove('.lessons/packs');
  });

  it('are accepted as far as they can be', async () => {
    await vscode.commands.executeCommand('lessons.accept', refTo(1), numbers.map(refTo));
    await until(async () => (await textOf('.lessons/several/2.md')).includes('status: accepted # kept'));
    assert.match(await textOf('.lessons/several/1.md'), /status: accepted/);
    for (const path of ['.lessons/several/3.md', '.lessons/several/4.md', '.lessons/packs/others/5.md']) {
      assert.equal(await textOf(path), files[path]);
    }
  });

  it('are left alone by a single row’s command where only one is selected', async () => {
    await vscode.commands.executeCommand('lessons.accept', refTo(1), [refTo(1)]);
    await until(async () => (await textOf('.lessons/several/1.md')).includes('status: accepted'));
    assert.equal(await textOf('.lessons/several/2.md'), files['.lessons/several/2.md']);
  });

  it('of packs are not changed, one by one either', async () => {
    await vscode.commands.executeCommand('lessons.accept', refTo(5));
    assert.equal(await textOf('.lessons/packs/others/5.md'), files['.lessons/packs/others/5.md']);
  });

  it('take the file in front, unless it is theirs already', async () => {
    const path = '.lessons/several/1.md';
    await vscode.window.showTextDocument(uriOf('src/net/heartbeat.ts'));
    await vscode.commands.executeCommand('lessons.addFile', refTo(1));
    const named = 'paths: [src/nowhere/**, src/net/heartbeat.ts]';
    await until(async () => (await textOf(path)).includes(named));
    assert.equal(await textOf(path), files[path]?.replace('paths: [src/nowhere/**]', named));
    await vscode.commands.executeCommand('undo');
    await until(
      () => vscode.window.activeTextEditor?.document.getText() === files[path],
      () => vscode.window.activeTextEditor?.document.getText(),
    );
    await vscode.commands.executeCommand('workbench.action.files.save');
  });

  it('are found in the view', async () => {
    await vscode.commands.executeCommand('lessons.reveal', refTo(2));
  });
});
