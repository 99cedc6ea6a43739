import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  diagnosticsOf,
  folder,
  remove,
  setShow,
  show,
  until,
  untilDiagnostics,
  uriOf,
  write,
} from './workspace';

const id = 'LSN-BSEBK5W4';
const path = 'src/notHere.ts';
const advice =
  'Rewrite the expression without a quantifier inside a quantified group, or run it in a linear-time engine with a time limit.';
const warning = (place: string) => `Warning ${id} ${place} ${advice}`;

describe('not here', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await remove(path);
  });

  async function open(text: string): Promise<vscode.TextEditor> {
    await write(path, text);
    return show(path);
  }

  async function problemsUntil(expected: readonly string[]): Promise<void> {
    await untilDiagnostics(path, expected);
  }

  it('keeps a lesson quiet where a comment says why, and only there', async () => {
    await open(`const a = /(?:a+)+$/; // lessons-ignore ${id} -- a constant\nconst b = /(?:a+)+$/;\n`);
    await problemsUntil([warning('1:11')]);
  });

  it('tells what is wrong with such comments, and mends it', async () => {
    const { document } = await open(
      [
        `const a = /(?:a+)+$/; // lessons-ignore ${id}`,
        `const b = /(?:a+)+$/; // lessons-ignore ${id} -- x (until 2020-01-01)`,
        `// lessons-ignore ${id} -- x`,
        'const c = 1;',
        'const d = 2; // lessons-ignore LSN-00000000 -- x',
        '',
      ].join('\n'),
    );
    await problemsUntil([
      `Error suppression-reason-missing 0:25 Say why ${id} does not apply here: write -- and the reason behind the id.`,
      `Information suppression-expired 1:25 This kept ${id} quiet until 2020-01-01. Follow the lesson, or give a later day and say why.`,
      `Information suppression-unused 2:3 ${id} has nothing to say here, so this comment can go.`,
      'Warning suppression-unknown-lesson 4:31 No lesson here has the id LSN-00000000. Correct it, or take the comment out.',
      warning('1:11'),
    ]);
    for (const [line, character, title] of [
      [4, 32, 'Take out the comment about LSN-00000000'],
      [2, 4, `Take out the comment about ${id}`],
      [1, 30, `Let ${id} speak here again`],
    ] as const) {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(line, character, line, character),
      );
      const action = actions.find((one) => one.title === title);
      assert.ok(action?.edit, actions.map((one) => one.title).join());
      await vscode.workspace.applyEdit(action.edit);
    }
    assert.equal(
      document.getText(),
      `const a = /(?:a+)+$/; // lessons-ignore ${id}\nconst b = /(?:a+)+$/;\nconst c = 1;\nconst d = 2;\n`,
    );
  });

  it('says nothing of comments while diagnostics are off', async () => {
    await open(`// lessons-ignore ${id}\nconst c = 1;\n`);
    await until(() => diagnosticsOf(path).length === 2);
    await setShow('off');
    try {
      await untilDiagnostics(path, []);
    } finally {
      await setShow(undefined);
    }
    await until(() => diagnosticsOf(path).length === 2);
  });

  it('does nothing on arguments that name nothing', async () => {
    const { document } = await open('const a = /(?:a+)+$/;\n');
    await until(() => diagnosticsOf(path).length === 1);
    const before = document.getText();
    for (const argument of [
      ...[null, 1, 'x', {}, { folder: folder.toString(), id, document: 'file:///etc/passwd', line: 0 }],
      { folder: folder.toString(), id: 'LSN-00000000', document: uriOf(path).toString(), line: 0 },
      { folder: folder.toString(), id, document: uriOf(path).toString(), line: 99 },
      { folder: folder.toString(), id, document: uriOf(path).toString(), line: -1 },
    ]) {
      await vscode.commands.executeCommand('lessons.notHere', argument);
      await vscode.commands.executeCommand('lessons.giveReason', argument);
    }
    assert.equal(document.getText(), before);
    assert.equal(
      vscode.workspace.textDocuments.some(({ uri }) => uri.path === '/etc/passwd'),
      false,
    );
  });
});
