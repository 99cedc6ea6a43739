import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, closeDraft, discardDraft } from './answers';
import { closeAll, remove, until, uriOf, write } from './workspace';

const title = 'A draft that is closed early';
const path = '.lessons/a-draft-that-is-closed-early.md';

const capture = (...args: unknown[]) => vscode.commands.executeCommand('lessons.capture', ...args);

function front(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  return document;
}

async function textAt(at: string): Promise<string | undefined> {
  return vscode.workspace.fs.readFile(uriOf(at)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

describe('a draft', () => {
  afterEach(async () => {
    while (vscode.window.activeTextEditor?.document.isUntitled) {
      await discardDraft();
    }
    await closeAll();
    for (const [name] of await vscode.workspace.fs.readDirectory(uriOf('.lessons'))) {
      if (name.startsWith('a-draft')) {
        await remove(`.lessons/${name}`);
      }
    }
  });

  const open = async (said = title) => {
    await answering([said, '', ''], () => capture(uriOf('src'), [uriOf('src')]));
    return front();
  };
  const type = async (text: string) => {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount, 0), text));
  };

  it('is saved where it lies, without a question', async () => {
    const document = await open();
    const text = document.getText();
    assert.equal(document.uri.path, uriOf(path).path);
    const { messages } = await answering([], async () => {
      assert.equal(await document.save(), true);
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    assert.deepEqual(messages, []);
    assert.equal(await textAt(path), text);
  });

  it('that is closed unsaved is written as it was left, if that is wanted', async () => {
    await open();
    await type('Written [on: {\nand on\n');
    const text = front().getText();
    assert.deepEqual(await closeDraft('Keep'), [`Keep the draft of "${title}"?`]);
    await until(async () => (await textAt(path)) === text);
    await until(() => vscode.window.activeTextEditor?.document.uri.toString() === uriOf(path).toString());
  });

  it('is kept byte by byte although it is no lesson by then', async () => {
    const document = await open();
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 999, 0), '---\nid: "\ntitle: [\n\t');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(await closeDraft('Keep'), ['Keep the draft of "["?']);
    await until(async () => (await textAt(path)) === '---\nid: "\ntitle: [\n\t');
  });

  it('is gone where it is thrown away', async () => {
    await open();
    assert.equal((await closeDraft('Discard')).length, 1);
    assert.equal(await textAt(path), undefined);
    const { messages } = await answering([], () => vscode.commands.executeCommand('lessons.recoverDraft'));
    assert.deepEqual(messages, ['No draft waits here.']);
  });

  it('waits to be recovered where the question is left open', async () => {
    await open();
    await type('Not to be lost\n');
    const text = front().getText();
    assert.equal((await closeDraft(undefined)).length, 1);
    assert.equal(await textAt(path), undefined);
    const recovering = vscode.commands.executeCommand('lessons.recoverDraft');
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.isUntitled;
    });
    await recovering;
    assert.equal(front().getText(), text);
    assert.equal(front().uri.path, uriOf(path).path);
  });

  it('leaves nothing behind where nobody said or wrote anything', async () => {
    await open('');
    const { messages } = await answering([], async () => {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    assert.deepEqual(messages, []);
  });

  it('takes another path where a lesson has its own', async () => {
    await write(path, '---\nid: LSN-00000001\ntitle: A lesson that is there\n---\n');
    const document = await open();
    assert.match(document.uri.path, /a-draft-that-is-closed-early\.LSN-[0-9A-Z]{8}\.md$/);
    await vscode.commands.executeCommand('lessons.refresh');
  });

  it('takes another path where a draft has its own', async () => {
    await open();
    const second = await open();
    assert.match(second.uri.path, /a-draft-that-is-closed-early\.LSN-[0-9A-Z]{8}\.md$/);
  });

  it('moves out of the way of a lesson that another window saves', async () => {
    const document = await open();
    await type('Not to be lost\n');
    const text = document.getText();
    const other = '---\nid: LSN-00000001\ntitle: A lesson of another window\n---\n';
    const { messages } = await answering([], async () => {
      await write(path, other);
      await vscode.commands.executeCommand('lessons.refresh');
      await until(() => document.isClosed && front().isUntitled);
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /Another lesson was saved as a-draft-that-is-closed-early\.md meanwhile/);
    assert.equal(front().getText(), text);
    await front().save();
    assert.equal(await textAt(path), other);
  });
});
