import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering } from './answers';
import { MemoryFiles } from './memoryFiles';
import { changeFolders, closeAll, folder, until } from './workspace';

const title = 'A draft that is closed early';
const path = '.lessons/a-draft-that-is-closed-early.md';

const capture = (...args: unknown[]) => vscode.commands.executeCommand('lessons.capture', ...args);

function front(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  return document;
}

describe('a draft in a folder that is on no disk', () => {
  const root = vscode.Uri.parse('memdraft:/');
  const files = new MemoryFiles({
    '/.lessons/a.md': '---\nid: LSN-0000000W\ntitle: A needle in the hay\napplies_to: {pattern: hay}\n---\n',
    '/src/hay.ts': 'export const hay = 1;\n',
  });
  let provider: vscode.Disposable;

  before(async () => {
    provider = vscode.workspace.registerFileSystemProvider('memdraft', files);
    await changeFolders(1, 0, { uri: root, name: 'memory' });
  });
  after(async () => {
    await closeAll();
    await changeFolders(1, 1);
    provider.dispose();
  });

  it('is a file from the start, as the editor would save it elsewhere', async () => {
    const code = vscode.Uri.joinPath(root, 'src/hay.ts');
    await vscode.window.showTextDocument(code);
    await until(() => vscode.languages.getDiagnostics(code).length > 0);
    await answering([title, '', ''], () => capture());
    assert.equal(front().uri.toString(), vscode.Uri.joinPath(root, path).toString());
    assert.equal(new TextDecoder().decode(files.readFile(front().uri)), front().getText());
    assert.notEqual(vscode.workspace.getWorkspaceFolder(front().uri)?.uri.toString(), folder.toString());
  });
});
