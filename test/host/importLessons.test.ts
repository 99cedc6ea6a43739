import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, folder, remove, uriOf, write } from './workspace';

/** Answers the pick, the dialog and the message of an import; gives what the message said. */
async function importing(isFolder: boolean, chosen: readonly vscode.Uri[] | undefined): Promise<string> {
  const { showQuickPick, showOpenDialog, showInformationMessage, showWarningMessage } = vscode.window;
  let said = '';
  const tell = async (message: string) => {
    said = message;
  };
  Object.assign(vscode.window, {
    showQuickPick: async (items: readonly { readonly isFolder?: boolean }[]) =>
      items.find((item) => item.isFolder === isFolder) ?? items[0],
    showOpenDialog: async () => chosen,
    ...{ showInformationMessage: tell, showWarningMessage: tell },
  });
  try {
    await vscode.commands.executeCommand('lessons.import');
  } finally {
    Object.assign(vscode.window, {
      showQuickPick,
      showOpenDialog,
      showInformationMessage,
      showWarningMessage,
    });
  }
  return said;
}

const record = (id: string, modified = '2026-01-02T00:00:00Z') =>
  JSON.stringify({ id, modified, summary: `Imported tokens of ${id} stay valid` });
const written = async () =>
  (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, '.lessons')))
    .map(([name]) => name)
    .filter((name) => name.startsWith('imported-tokens-'))
    .sort();

describe('importing lessons', () => {
  before(async () => {
    await write('imports/a.json', record('IMP-1'));
    await write('imports/deep/b.json', record('IMP-2'));
    await write('imports/broken.json', '{');
    await write('imports/package.json', '{"name": "a"}');
  });
  after(async () => {
    await closeAll();
    await remove('imports');
    for (const name of await written()) {
      await remove(`.lessons/${name}`);
    }
  });

  it('reads a folder, and tells what is no lesson', async () => {
    const said = await importing(true, [uriOf('imports')]);
    assert.match(said, /^2 lessons are proposed\. .*broken\.json: The file is no whole JSON: /);
    assert.deepEqual(await written(), [
      'imported-tokens-of-imp-1-stay-valid.md',
      'imported-tokens-of-imp-2-stay-valid.md',
    ]);
  });

  it('adds nothing the second time, and says what has changed', async () => {
    assert.equal(
      await importing(false, [uriOf('imports/a.json'), uriOf('imports/deep/b.json')]),
      '0 lessons are proposed. 2 were there already.',
    );
    await write('imports/a.json', record('IMP-1', '2026-03-04T00:00:00Z'));
    assert.match(
      await importing(false, [uriOf('imports/a.json')]),
      /^0 lessons are proposed\. 1 was there already\. IMP-1 has changed since it became \.lessons\//,
    );
    assert.equal((await written()).length, 2);
  });

  it('does nothing where nothing is chosen', async () => assert.equal(await importing(false, undefined), ''));
});
