import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, folder, remove, until, uriOf, write } from './workspace';

const saved = '.lessons/authoring.md';

/** Opens a text with a `|` in it, and puts the cursor there. */
async function open(uri: vscode.Uri, written: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.edit((edit) => edit.replace(whole, written.replace('|', '')));
  const cursor = document.positionAt([...written].indexOf('|'));
  editor.selection = new vscode.Selection(cursor, cursor);
  return editor;
}

/** What is offered at the cursor by us. */
async function offered({
  document,
  selection,
}: vscode.TextEditor): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  return list.items.filter(({ sortText }) => /^\d{5}$/.test(sortText ?? ''));
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

const places = {
  saved: uriOf(saved),
  untitled: folder.with({ scheme: 'untitled', path: `${folder.path}/.lessons/not-yet.md` }),
  config: uriOf('.lessons/config.yaml'),
};

describe('help while writing', () => {
  before(async () => {
    await write(saved, '');
    await write('.lessons/config.yaml', '');
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
  });
  after(async () => {
    await remove(saved);
    await remove('.lessons/config.yaml');
  });

  const check = (place: keyof typeof places, written: string, expected: readonly string[]) =>
    it(`in ${place}: ${JSON.stringify(written)}`, async () => {
      const labels = (await offered(await open(places[place], written))).map(labelOf);
      assert.deepEqual(labels.slice(0, expected.length + 1), expected);
    });
  const checkFirst = (place: keyof typeof places, written: string, expected: readonly string[]) =>
    it(`in ${place}, first: ${JSON.stringify(written)}`, async () => {
      const labels = (await offered(await open(places[place], written))).map(labelOf);
      assert.deepEqual(labels.slice(0, expected.length), expected);
    });

  for (const place of ['saved', 'untitled'] as const) {
    check(place, '|', ['A whole lesson']);
    check(place, '---\nseverity: |\n---\n', ['critical', 'high', 'medium', 'low']);
    check(place, '---\nid: a\nstatus: x\n---\n\nSome text |', []);
    checkFirst(place, '---\napplies_to:\n  - paths: src/|\n---\n', ['firewall/', 'http/', 'net/', 'orders/']);
    checkFirst(place, '---\nstatus: proposed\n|\n---\n', ['id', 'title', 'advice']);
    checkFirst(place, '---\napplies_to:\n  - paths: src/http/**\n    symbols: |\n---\n', ['TimeoutError']);
    checkFirst(place, '---\nsupersedes: |\n---\n', ['LSN-DEC427EW']);
  }
  checkFirst('saved', '---\napplies_to:\n  - paths: |\n---\n', [
    'config/',
    'db/',
    'deploy/',
    'resolver/',
    'src/',
  ]);
  checkFirst('saved', '---\napplies_to:\n  - languages: [|]\n---\n', ['plaintext']);
  check('config', 'review_months:\n  |', ['critical', 'high', 'medium', 'low']);
  checkFirst('config', 'ignore: src/ht|', ['firewall/', 'http/']);

  it('inserts what was chosen with the file’s line breaks and its own indentation', async () => {
    const editor = await open(places.saved, '---\napplies_to:\n  - pat|\n---\n');
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    const text = await until(async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes('paths') && editor.document.getText();
    });
    assert.equal(text, '---\r\napplies_to:\r\n  - paths:\r\n      - \r\n---\r\n');
  });

  it('explains keys, values and ids', async () => {
    const editor = await open(places.untitled, '---\nseverity: |high\nrelated: LSN-BSEBK5W4\n---\n');
    const hoverAt = async (line: number, character: number) => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        new vscode.Position(line, character),
      );
      return hovers.flatMap(({ contents }) =>
        contents.map((content) => (typeof content === 'string' ? content : content.value)),
      );
    };
    assert.match((await hoverAt(1, 2))[0] ?? '', /^\*\*severity\*\*: /);
    assert.match((await hoverAt(1, 12))[0] ?? '', /^\*\*high\*\*: /);
    assert.match((await hoverAt(2, 14))[0] ?? '', /^\*\*A backtracking regular expression/);
  });
});
