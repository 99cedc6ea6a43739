import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, remove, until, uriOf, write } from './workspace';

const lesson = `---
id: LSN-0000000K
title: A lesson that becomes a check
severity: high
applies_to:
  - {languages: typescript, structure: 'send($TO)'} # where
tests:
  match: send(1)
---
`;
const path = '.lessons/becomes-check.md';
const control = `controls:
  - kind: lint
    effect: detect
    status: planned
    ref: eslint/lessons/becomes-check.mjs
`;

/** Runs the command and takes the first kind of check. */
async function turn(): Promise<void> {
  const running = vscode.commands.executeCommand('lessons.turnIntoCheck', uriOf(path));
  const isDone = { value: false };
  void running.then(() => {
    isDone.value = true;
  });
  await until(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone.value;
  });
}

describe('turning a lesson into a check', () => {
  afterEach(async () => {
    while (vscode.window.activeTextEditor !== undefined) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await closeAll();
    await remove(path);
  });

  it('opens the check unsaved at its place, and names it in the lesson beside, once', async () => {
    await write(path, lesson);
    await turn();
    const skeleton = await until(() => vscode.window.activeTextEditor?.document);
    assert.deepEqual(
      [skeleton.isUntitled, skeleton.uri.path],
      [true, uriOf('eslint/lessons/becomes-check.mjs').path],
    );
    assert.match(
      skeleton.getText(),
      /^\/\/ A lesson that becomes a check \(LSN-0000000K\)\n[\s\S]*no-restricted-syntax/,
    );
    const beside = vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(path));
    assert.equal(beside?.viewColumn, vscode.ViewColumn.Two);
    const expected = lesson.replace(/(?<=\n)---\n$/, `${control}---\n`);
    assert.equal(beside?.document.getText(), expected);
    await until(
      () => !beside?.document.isDirty,
      () => vscode.workspace.textDocuments.map(({ uri, isDirty }) => `${uri} ${isDirty}`),
    );
    await turn();
    assert.equal(beside?.document.getText(), expected);
    await vscode.window.showTextDocument(beside.document, beside.viewColumn);
    await vscode.commands.executeCommand('undo');
    assert.equal(beside.document.getText(), lesson);
  });

  it('leaves a file alone that is there', async () => {
    await write(path, lesson);
    await write('eslint/lessons/becomes-check.mjs', 'mine');
    try {
      await turn();
      const there = await until(() => vscode.window.activeTextEditor?.document);
      assert.deepEqual([there.isUntitled, there.getText()], [false, 'mine']);
    } finally {
      await remove('eslint');
    }
  });
});
