import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, remove, setShow, show, until, write } from './workspace';

const lesson = `---
id: LSN-0000000R
title: A lesson with a replacement
applies_to:
  - {paths: barn/, structure: 'send($TO)', fix: 'deliver($TO)'}
  - {paths: barn/, pattern: 'debug\\((\\w+)\\);', fix: ''}
---
`;

const ours = /lesson's fix/;

async function actionsAt(document: vscode.TextDocument, line: number, character: number) {
  const place = new vscode.Range(line, character, line, character);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    place,
    vscode.CodeActionKind.QuickFix.value,
    10,
  );
  return actions.filter(({ title }) => ours.test(title));
}

describe('the replacement of a lesson', () => {
  beforeEach(async () => {
    await setShow('all');
    await write('.lessons/replacement.md', lesson);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await Promise.all([remove('.lessons/replacement.md'), remove('barn')]);
    await setShow(undefined);
  });

  it('is made at the live place, alone or at all places, and undone at once', async () => {
    await write('barn/a.ts', 'send(1);\r\nsend([\r\n  2,\r\n]);\r\ndebug(x);\r\n');
    const { document, edit } = await show('barn/a.ts');
    await until(() => diagnosticsOf('barn/a.ts').length === 3);
    await edit((change) => change.insert(new vscode.Position(0, 0), '\n'));
    const [one, all] = await actionsAt(document, 2, 1);
    assert.deepEqual(
      [one?.title, all?.title, one?.isPreferred],
      [
        "Replace with the lesson's fix: deliver([ 2, ])",
        "Make the lesson's fix at all 3 places in this file",
        undefined,
      ],
    );
    assert.ok(one?.edit && all?.edit);
    await vscode.workspace.applyEdit(one.edit);
    assert.equal(document.getText(), '\r\nsend(1);\r\ndeliver([\r\n  2,\r\n]);\r\ndebug(x);\r\n');
    await vscode.commands.executeCommand('undo');
    await vscode.workspace.applyEdit(all.edit);
    assert.equal(document.getText(), '\r\ndeliver(1);\r\ndeliver([\r\n  2,\r\n]);\r\n\r\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), '\r\nsend(1);\r\nsend([\r\n  2,\r\n]);\r\ndebug(x);\r\n');
  });

  it('removes what an empty one is for, and is not made everywhere where hits overlap', async () => {
    await write('barn/b.ts', 'send(send(2));\ndebug(x);\n');
    const { document } = await show('barn/b.ts');
    await until(() => diagnosticsOf('barn/b.ts').length > 0);
    const titles = async (line: number, character: number) =>
      (await actionsAt(document, line, character)).map(({ title }) => title);
    assert.deepEqual(await titles(0, 6), [
      "Replace with the lesson's fix: deliver(send(2))",
      "Replace with the lesson's fix: deliver(2)",
    ]);
    assert.deepEqual(await titles(1, 0), ["Remove it, which is the lesson's fix"]);
    assert.deepEqual(await titles(2, 0), []);
  });
});
