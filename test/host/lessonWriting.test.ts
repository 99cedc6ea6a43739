import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, folder, remove, show, until, uriOf, write } from './workspace';

const complete = `\uFEFF---
id: LSN-00000001
title: A lesson for a test # kept
advice: Do it the other way
status: 'proposed'
severity: critical
confidence: high
applies_to: {symbols: nowhereAtAll}
references: https://a.example/1
factors: tooling
---
body
`.replaceAll('\n', '\r\n');

const diagnosticsAt = (uri: vscode.Uri) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Lessons')
    .map(({ code, range }) => `${code} ${range.start.line}:${range.start.character}`);

const untilProblems = (uri: vscode.Uri, expected: readonly string[]) =>
  until(
    () => JSON.stringify(diagnosticsAt(uri)) === JSON.stringify(expected),
    () => diagnosticsAt(uri),
  );

/** The quick fixes at the first problem of a document. */
async function fixesOf(uri: vscode.Uri): Promise<readonly vscode.CodeAction[]> {
  const [first] = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Lessons');
  assert.ok(first);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    first.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ edit, command }) => edit !== undefined || command?.command.startsWith('lessons.'));
}

async function applyFirst(uri: vscode.Uri): Promise<string> {
  const fix = await until(async () => (await fixesOf(uri))[0]);
  assert.ok(fix.edit, fix.title);
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  return fix.title;
}

async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  return vscode.window.showTextDocument(document, { preview: false });
}

describe('a lesson that is being written', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
  });

  it('tells its problems before it is saved, and how to mend them', async () => {
    const uri = vscode.Uri.joinPath(folder, '.lessons/untitled-draft.md').with({ scheme: 'untitled' });
    const editor = await open(uri);
    const text = '---\ntitle: Retries: never without end\nsevrity: High\napplies_to:\n  - paths: *.ts\n---\n';
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    await untilProblems(uri, ['yaml-syntax 1:7']);
    assert.equal(await applyFirst(uri), 'Put it in quotes');
    await untilProblems(uri, ['key-missing 0:0', 'key-unknown 2:0', 'value-unquoted 4:11']);
    assert.match(await applyFirst(uri), /^Give it the id LSN-/);
    await untilProblems(uri, ['key-unknown 3:0', 'value-unquoted 5:11']);
    assert.equal(await applyFirst(uri), 'Change the key to "severity"');
    await untilProblems(uri, ['value-unknown 3:10', 'value-unquoted 5:11']);
    assert.equal(await applyFirst(uri), 'Change it to "high"');
    await untilProblems(uri, ['value-unquoted 5:11']);
    assert.equal(await applyFirst(uri), 'Put it in quotes');
    await untilProblems(uri, []);
    const lines = editor.document.getText().split(/\r?\n/);
    assert.deepEqual(
      [lines[2], lines[3], lines[5]],
      [...["title: 'Retries: never without end'", 'severity: high', "  - paths: '*.ts'"]],
    );
  });

  it('offers to answer what acceptance needs, or to wait with it', async () => {
    await write(
      '.lessons/waiting.md',
      complete.replace("'proposed'", 'accepted').replace('factors: tooling\r\n', ''),
    );
    try {
      const uri = uriOf('.lessons/waiting.md');
      await show('.lessons/waiting.md');
      await untilProblems(uri, ['acceptance-incomplete 4:8']);
      assert.deepEqual(
        (await fixesOf(uri)).map(({ title }) => title),
        ['Add what acceptance needs: factors…', 'Set the status to proposed'],
      );
    } finally {
      await remove('.lessons/waiting.md');
    }
  });

  it('is accepted without a question where nothing is missing, byte by byte', async () => {
    await write('.lessons/whole.md', complete);
    try {
      const uri = uriOf('.lessons/whole.md');
      await vscode.commands.executeCommand('lessons.accept', uri);
      const saved = await until(async () => {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
          await vscode.workspace.fs.readFile(uri),
        );
        return text === complete ? undefined : text;
      });
      const [day] = /\d{4}-\d\d-\d\d/.exec(saved) ?? [''];
      assert.equal(
        saved,
        complete
          .replace("'proposed'", "'accepted'")
          .replace(
            'references: https://a.example/1\r\n',
            `references: https://a.example/1\r\nreview_by: ${day}\r\n`,
          ),
      );
    } finally {
      await remove('.lessons/whole.md');
    }
  });

  it('stays unsaved where it was, and can be undone in one step', async () => {
    await write('.lessons/typed.md', complete);
    try {
      const uri = uriOf('.lessons/typed.md');
      const editor = await show('.lessons/typed.md');
      await editor.edit((edit) => edit.insert(new vscode.Position(11, 0), 'typed on\n'));
      const before = editor.document.getText();
      await vscode.commands.executeCommand('lessons.accept', uri);
      await until(() => editor.document.getText().includes("status: 'accepted'"));
      assert.equal(editor.document.isDirty, true);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), before);
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await remove('.lessons/typed.md');
    }
  });

  it('offers the next steps of its life where its status stands', async () => {
    await write('.lessons/steps.md', complete);
    try {
      await show('.lessons/steps.md');
      const titlesAt = async (line: number) => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uriOf('.lessons/steps.md'),
          new vscode.Range(line, 0, line, 0),
          vscode.CodeActionKind.RefactorRewrite.value,
        );
        return actions.map(({ title }) => title).filter((title) => title.includes('this lesson'));
      };
      assert.deepEqual(await titlesAt(4), [
        ...['Accept this lesson…', 'Supersede this lesson with…', 'Retire this lesson…'],
      ]);
      assert.deepEqual(await titlesAt(3), []);
    } finally {
      await remove('.lessons/steps.md');
    }
  });

  it('has a config that tells its problems, too', async () => {
    await write('.lessons/config.yaml', 'budgets: {}\n');
    try {
      const uri = uriOf('.lessons/config.yaml');
      await untilProblems(uri, ['key-unknown 0:0']);
      await show('.lessons/config.yaml');
      assert.equal(await applyFirst(uri), 'Change the key to "budget"');
      await untilProblems(uri, []);
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await remove('.lessons/config.yaml');
    }
  });
});
