import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { discardDraft } from './answers';
import { closeAll, until, uriOf } from './workspace';

const draft = (body: string) => `---
id: LSN-7K3QF2XZ
title: A draft that is worded badly
---

## What happened

${body}`;

const uri = uriOf('.lessons/a-draft-that-is-worded-badly.md').with({ scheme: 'untitled' });

function wording(): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ code }) => code === 'wording');
}

const told = () =>
  wording().map(
    ({ severity, range, message }) =>
      `${vscode.DiagnosticSeverity[severity]} ${range.start.line} ${message.split(' ', 5).join(' ')}`,
  );

async function rewrite(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

describe('the wording of a draft that is not saved', () => {
  afterEach(async () => {
    await discardDraft();
    await closeAll();
  });

  it('is told while it is typed, and a quick fix adds the section that is missing', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await rewrite(document, draft(''));
    await rewrite(document, draft('We should have seen that he forgot the limit.\n'));
    await until(() => wording().length === 3, told);
    assert.deepEqual(told().sort(), [
      'Information 5 Nothing here says what to',
      'Information 7 "We should have seen" tells',
      'Warning 7 "he forgot" blames a person,',
    ]);
    const [missing] = wording().filter(({ range }) => range.start.line === 5);
    assert.ok(missing);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      ...[uri, missing.range],
    );
    const fix = actions.find(({ title }) => title === 'Add the section "What to do instead"');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /limit\.\n\n## What to do instead\n\n$/);
    await rewrite(document, `${document.getText()}- Give each retry a limit.\n`);
    await until(() => wording().length === 2, told);
  });
});
