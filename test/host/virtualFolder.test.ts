import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MemoryFiles } from './memoryFiles';
import { changeFolders, closeAll, until } from './workspace';

const files = {
  '/.lessons/needle.md':
    '---\nid: LSN-0000000V\ntitle: A needle was left in the hay\nstatus: accepted\nseverity: critical\nconfidence: high\nadvice: Look before you sit.\napplies_to:\n  - paths: src/**\n    pattern: needle\n---\n\nSomebody sat on it.\n',
  '/src/hay.ts': 'export const hay = 1;\nexport const needle = 2;\n',
};

describe('a folder that is on no disk', () => {
  const root = vscode.Uri.parse('memfs:/');
  const code = vscode.Uri.joinPath(root, 'src/hay.ts');
  let provider: vscode.Disposable;

  before(async () => {
    provider = vscode.workspace.registerFileSystemProvider('memfs', new MemoryFiles(files));
    await changeFolders(1, 0, { uri: root, name: 'memory' });
  });
  after(async () => {
    await closeAll();
    await changeFolders(1, 1);
    provider.dispose();
  });

  it('has diagnostics, all of it counting as changed, without git', async () => {
    await vscode.window.showTextDocument(code);
    const diagnostic = await until(() => ours(code)[0]);
    assert.equal(diagnostic.message, 'Look before you sit.');
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(diagnostic.range.start, new vscode.Position(1, 13));
  });

  it('has hovers', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      code,
      new vscode.Position(1, 15),
    );
    const texts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    assert.equal(
      texts.some(({ value }) => value.includes('Somebody sat on it')),
      true,
    );
  });

  it('can be quiet while the other folder is not', async () => {
    const here = vscode.workspace.getConfiguration('lessons', root);
    await here.update('enabled', false, vscode.ConfigurationTarget.WorkspaceFolder);
    await until(() => ours(code).length === 0);
    const [other] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(other);
    const rules = vscode.Uri.joinPath(other.uri, 'src/firewall/rules.ts');
    await vscode.window.showTextDocument(rules, { preview: false });
    await until(() => ours(rules).length === 2);
    await vscode.window.showTextDocument(code);
    await vscode.commands.executeCommand('lessons.turnOn');
    await until(() => ours(code).length === 1);
    assert.equal(
      vscode.workspace.getConfiguration('lessons', root).inspect('enabled')?.workspaceFolderValue,
      undefined,
    );
  });
});

function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Lessons');
}
