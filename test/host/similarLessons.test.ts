import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, discardDraft } from './answers';
import { closeAll, remove, show, until, uriOf, write } from './workspace';

const old = '.lessons/similar-there.md';
const code = 'src/similar/new.ts';
const link = 'https://incidents.example/similar/1';
const lesson = `---
id: LSN-00000001
title: The purple gearbox overheated
status: accepted
advice: Cool the gearbox before the trip
confidence: high
applies_to:
  - paths: src/elsewhere.ts
references: ${link}
factors: tooling
---
`;

const textOf = async (path: string) =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));

describe('a lesson that is there already', () => {
  before(async () => {
    await write(code, 'export const gear = 1;\n');
  });
  after(async () => {
    await remove('src/similar');
  });
  beforeEach(async () => {
    await write(old, lesson);
    await vscode.commands.executeCommand('lessons.refresh');
  });
  afterEach(async () => {
    await discardDraft();
    await closeAll();
    await remove(old);
  });

  const capture = async (chosen: string, said: readonly string[]) => {
    const editor = await show(code);
    editor.selection = new vscode.Selection(0, 13, 0, 21);
    return answering(said, () => vscode.commands.executeCommand('lessons.capture'), chosen);
  };
  const same = ['The gearbox smoked again', 'Let it stand for an hour', link];

  it('is asked about where it names the same incident, and takes what is new', async () => {
    const { lists } = await capture('Add to this one', same);
    assert.deepEqual(
      lists.map(([first]) => first),
      ['$(add) A new lesson'],
    );
    assert.ok(lists[0]?.includes('Add to this one: The purple gearbox overheated'));
    const text = await until(async () => {
      const now = await textOf(old);
      return now === lesson ? undefined : now;
    });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(old).toString());
    assert.match(text, /paths: src\/elsewhere\.ts\n[\s\S]*pattern: gear\\s\+=\\s\+1\n/);
    assert.match(
      text,
      /## History\n\n- \d{4}-\d\d-\d\d, again: The gearbox smoked again · Let it stand for an hour\n/,
    );
    assert.equal(text.includes(`references: ${link}\n`), true);
  });

  it('is superseded once the new one is saved', async () => {
    await capture('Supersede it', same);
    const draft = vscode.window.activeTextEditor?.document;
    assert.equal(draft?.isUntitled, true);
    assert.match(draft.getText(), /supersedes:\n +- LSN-00000001\n/);
    assert.equal(await textOf(old), lesson);
    await draft.save();
    try {
      await until(
        async () => (await textOf(old)) === lesson.replace('status: accepted', 'status: superseded'),
      );
    } finally {
      await remove('.lessons/the-gearbox-smoked-again.md');
    }
  });

  it('makes room for a new one where the question is left open', async () => {
    const { lists } = await capture('nothing', same);
    assert.equal(lists.length, 1);
    assert.equal(vscode.window.activeTextEditor?.document.isUntitled, true);
    assert.doesNotMatch(vscode.window.activeTextEditor.document.getText(), /supersedes/);
  });

  it('is not asked about where it has nothing in common', async () => {
    const { lists } = await capture('nothing', ['Zebras xylophone quixotic', '', '']);
    assert.deepEqual(lists, []);
  });
});
