import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ProblemRecord } from '../../src/core/present/records';
import {
  closeAll,
  commandLine,
  diagnosticsOf,
  remove,
  show,
  until,
  untilDiagnostics,
  uriOf,
  write,
} from './workspace';

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
    // What is left unsaved would be saved by itself, after the file is gone.
    await vscode.commands.executeCommand('workbench.action.files.revert');
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

describe('structures that are no code', () => {
  const built = '.lessons/built.md';
  const noCode = 'structure-invalid';
  const codes = () => diagnosticsOf(built).map((line) => line.split(' ').slice(0, 3).join(' '));
  const untilCodes = (...expected: readonly string[]) =>
    until(
      () => JSON.stringify(codes()) === JSON.stringify(expected),
      () => diagnosticsOf(built),
    );
  /** The same as `lessons lint` says of the saved file. */
  const checkLint = async () => {
    const { problems } = await commandLine<{ readonly problems: readonly ProblemRecord[] }>('lint', built);
    const told = problems.map(({ code, message, range, severity }) => {
      const level = severity === 'info' ? 'Information' : severity === 'error' ? 'Error' : 'Warning';
      return `${level} ${code} ${range.start.line}:${range.start.character} ${message}`;
    });
    assert.deepEqual(diagnosticsOf(built), told.sort());
  };

  before(async () => {
    await write('barn/a.py', 'stack(1)\n');
    await write(
      built,
      `---
id: LSN-0000000S
title: A lesson for a test
applies_to:
  - {structure: "stack($A", paths: barn/}
  - {structure: "f($A)", languages: sql}
tests: {match: ["stack(1, 2)"]}
---
`,
    );
  });
  after(async () => {
    // What is left unsaved would be saved by itself, after the file is gone.
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await Promise.all(['barn', built].map(remove));
  });

  it('are problems while the lesson stands in a tab, as on the command line', async () => {
    const editor = await show(built);
    await untilCodes(`Error ${noCode} 4:16`, `Error ${noCode} 5:16`);
    await checkLint();
    const edit = (line: number, from: string, to: string) => {
      const start = editor.document.lineAt(line).text.indexOf(from);
      const range = new vscode.Range(line, start, line, start + from.length);
      return editor.edit((builder) => builder.replace(range, to));
    };
    await edit(5, 'sql', 'python');
    await untilCodes(`Error ${noCode} 4:16`);
    // Below a line more, while nothing else is said: what is known stays.
    await editor.edit((builder) => builder.insert(new vscode.Position(3, 0), 'advice: Stack with care.\n'));
    await untilCodes(`Error ${noCode} 5:16`);
    await edit(5, 'stack($A', 'stack($A)');
    await untilCodes('Error test-fails 7:7');
    await editor.document.save();
    await checkLint();
    await edit(7, '1, 2', '1');
    await untilCodes();
    await editor.document.save();
    await checkLint();
  });

  it('depend on the files that a scope lets in', async () => {
    const editor = await show(built);
    await editor.edit((builder) =>
      builder.replace(new vscode.Range(5, 0, 7, 0), '  - {structure: "go f($A)", paths: barn/}\n'),
    );
    await untilCodes(`Error ${noCode} 5:16`);
    await write('barn/a.go', 'package barn\n');
    await untilCodes('Error test-fails 6:7');
    await remove('barn/a.go');
    await untilCodes(`Error ${noCode} 5:16`);
  });
});

describe('lessons that mean too much', () => {
  const broad = '.lessons/broad.md';
  const untilCodes = (...expected: readonly string[]) =>
    until(
      () =>
        JSON.stringify(diagnosticsOf(broad).map((line) => line.split(' ').slice(0, 3).join(' '))) ===
        JSON.stringify(expected),
      () => diagnosticsOf(broad),
    );
  const fixes = async (line: number) => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uriOf(broad),
      new vscode.Range(line, 16, line, 16),
    );
    return actions.filter(({ title }) => /^(?:Only|Use) /.test(title));
  };

  before(async () => {
    await write('barn/hay.py', `${'lift(1)\n'.repeat(30)}lift(2, fast=True)\n`);
    await write('barn/loft/b.py', 'def climb():\n    lift(3, fast=True)\n    lift(4)\n');
    await write(
      broad,
      `---
id: LSN-0000000S
title: A lesson for a test
applies_to:
  - pattern: lift\\(
tests: {match: 'lift(3, fast=True)'}
evidence: {path: barn/loft/b.py, lines: '2', symbol: climb}
---
`,
    );
  });
  after(async () => {
    // What is left unsaved would be saved by itself, after the file is gone.
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await Promise.all(['barn', broad].map(remove));
  });

  it('are problems while they are proposed, with ways to narrow them', async () => {
    const editor = await show(broad);
    await untilCodes('Warning scope-too-broad 4:13');
    const offered = await fixes(4);
    assert.deepEqual(
      offered.map(({ title }) => title),
      [
        'Only below barn/loft/ (2 hits in 1 file)',
        'Only in barn/loft/b.py (2 hits in 1 file)',
        'Only in climb (2 hits in 1 file)',
        'Use the pattern \\blift\\(\\d+,\\s*fast=True\\) (2 hits in 2 files)',
        'Use the pattern lift\\(3,\\s+fast=True\\) (1 hit)',
      ],
    );
    const edit = offered.find(({ title }) => title.startsWith('Only in climb'))?.edit;
    assert.ok(edit);
    await vscode.workspace.applyEdit(edit);
    await untilCodes();
    assert.match(editor.document.getText(), /- pattern: lift\\\(\n {4}symbols:\n {6}- climb\n/);
  });

  it('are problems where they miss the code that they come from', async () => {
    const editor = await show(broad);
    const at = editor.document.getText().indexOf('climb');
    const [start, end] = [at, at + 'climb'.length].map((offset) => editor.document.positionAt(offset));
    assert.ok(start && end);
    await editor.edit((edit) => edit.replace(new vscode.Range(start, end), 'lie'));
    await until(
      () => diagnosticsOf(broad).some((line) => line.includes('scope-misses-origin')),
      () => diagnosticsOf(broad),
    );
  });
});
