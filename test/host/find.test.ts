import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, remove, show, until, write } from './workspace';

const run = (command: string) => vscode.commands.executeCommand(command);
const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
const front = () => vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1);

/** Opens the list and moves through it, until a second lesson is being shown. */
async function lookAround(): Promise<void> {
  const before = tabs();
  await run('lessons.find');
  const seen = new Set<string>();
  await until(
    async () => {
      await run('workbench.action.quickOpenSelectNext');
      // Longer than a person has to stay for a look.
      await new Promise((resolve) => setTimeout(resolve, 400));
      const { fileName = '' } = vscode.window.activeTextEditor?.document ?? {};
      return fileName.includes('.lessons') && seen.add(fileName).size > 1;
    },
    () => [...seen],
  );
  const name = front() ?? '';
  await until(() => tabs().length === before.length + 1 && tabs().includes(name), tabs);
}

describe('finding a lesson', () => {
  before(async () => {
    await write('docs/zz-from.md', 'one two three\n');
    await write('zz-from.ts', 'one two three\n');
  });

  afterEach(async () => {
    await run('workbench.action.closeQuickOpen');
    await run('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
  });

  after(async () => {
    await vscode.workspace
      .getConfiguration('workbench.editor')
      .update('enablePreview', undefined, vscode.ConfigurationTarget.Global);
    await remove('docs');
    await remove('zz-from.ts');
  });

  for (const enablePreview of [true, false]) {
    it(`shows one lesson after another and leads back, with enablePreview ${enablePreview}`, async () => {
      await vscode.workspace
        .getConfiguration('workbench.editor')
        .update('enablePreview', enablePreview, vscode.ConfigurationTarget.Global);
      const editor = await show('zz-from.ts');
      editor.selection = new vscode.Selection(0, 4, 0, 7);
      await lookAround();
      await run('workbench.action.closeQuickOpen');
      await until(() => front() === 'zz-from.ts' && tabs().length === 1, tabs);
      assert.deepEqual(tabs(), ['zz-from.ts']);
      await until(() => vscode.window.activeTextEditor?.selection.isEqual(new vscode.Selection(0, 4, 0, 7)));
    });
  }

  it('leaves the one open that is chosen', async () => {
    await show('zz-from.ts');
    await lookAround();
    const chosen = front();
    await run('workbench.action.acceptSelectedQuickOpenItem');
    await until(() => front() === chosen && tabs().length === 2, tabs);
  });

  const checkLink = (path: string, expected: RegExp) =>
    it(`leaves a link in ${path}`, async () => {
      const editor = await show(path);
      editor.selection = new vscode.Selection(0, 4, 0, 7);
      await lookAround();
      await run('lessons.insertLink');
      const text = () => vscode.window.activeTextEditor?.document.getText() ?? '';
      await until(() => /LSN-/.test(text()), text);
      assert.match(text(), expected);
      assert.deepEqual(tabs(), [path.split('/').at(-1)]);
    });

  checkLink('docs/zz-from.md', /^one \[LSN-[0-9A-Z]{8}: [^\]]+\]\(\.\.\/\.lessons\/[a-z-]+\.md\) three\n$/);
  checkLink('zz-from.ts', /^one LSN-[0-9A-Z]{8} [A-Z][^\n]+ three\n$/);

  it('copies the link where there is no editor', async () => {
    await vscode.env.clipboard.writeText('');
    await lookAround();
    await run('lessons.insertLink');
    const text = await until(async () => await vscode.env.clipboard.readText());
    assert.match(text, /^LSN-[0-9A-Z]{8} [A-Z]/);
    assert.deepEqual(tabs(), []);
  });
});
