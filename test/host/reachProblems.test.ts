import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, remove, show, untilDiagnostics, uriOf, write } from './workspace';

const path = '.lessons/hanging.md';
const noFile = 'No file here fits this scope, so it never applies. Correct its paths, exclude or languages.';
const noSymbol = 'No file that these paths name has a symbol "stackUp". Did you mean "stack"?';

describe('scopes that hang in the air', () => {
  before(async () => {
    await write('barn/a.py', 'def stack(): pass\n');
    await write(
      path,
      `---
id: LSN-0000000S
title: A lesson for a test
applies_to:
  - paths: born/**
  - paths: barn/*.py
    symbols: [stack, stackUp]
---
`,
    );
  });
  after(async () => {
    await closeAll();
    await Promise.all(['barn', path].map(remove));
  });

  it('are problems while the lesson stands in a tab, until they are mended', async () => {
    const editor = await show(path);
    await untilDiagnostics(path, [
      `Warning scope-no-file 4:11 ${noFile}`,
      `Warning symbol-not-found 6:21 ${noSymbol}`,
    ]);
    // A line above moves what is known without a new search.
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), 'advice: Stack with care.\n'));
    await untilDiagnostics(path, [
      `Warning scope-no-file 5:11 ${noFile}`,
      `Warning symbol-not-found 7:21 ${noSymbol}`,
    ]);
    await write('born/b.txt', '');
    await untilDiagnostics(path, [`Warning symbol-not-found 7:21 ${noSymbol}`]);
    await remove('born');
    await untilDiagnostics(path, [
      `Warning scope-no-file 5:11 ${noFile}`,
      `Warning symbol-not-found 7:21 ${noSymbol}`,
    ]);
    const [use] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uriOf(path),
      new vscode.Range(7, 22, 7, 22),
    );
    assert.match(use?.title ?? '', /stack/);
    assert.ok(use?.edit);
    await vscode.workspace.applyEdit(use.edit);
    await editor.edit((edit) => edit.replace(new vscode.Range(5, 11, 5, 15), 'barn'));
    await untilDiagnostics(path, []);
  });
});
