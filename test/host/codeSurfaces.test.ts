import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, show, until, uriOf } from './workspace';

const rules = 'src/firewall/rules.ts';
const regex = '1 lesson: Rewrite the expression without a quantifier inside a…';

describe('lenses on code', () => {
  after(async () => {
    await setting('codeLens.code', undefined);
    await closeAll();
  });

  it('are off until somebody wants them', async () => {
    await show(rules);
    await until(() => diagnosticsOf(rules).length === 2);
    assert.deepEqual(await lensesOf(rules), []);
  });

  it('stand above the code that has lessons', async () => {
    await setting('codeLens.code', true);
    await untilLenses(rules, [`12 ${regex}`, `42 ${regex}`]);
    await show('src/net/heartbeat.ts');
    await untilLenses('src/net/heartbeat.ts', [
      '27 1 lesson: Compare the claimed length with the number of bytes that…',
    ]);
  });

  it('follow the text', async () => {
    const editor = await show(rules);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
    await untilLenses(rules, [`13 ${regex}`, `43 ${regex}`]);
    await takeBack(editor);
    await untilLenses(rules, [`12 ${regex}`, `42 ${regex}`]);
  });

  it('lead to the place, or to the nearest one where the text has changed meanwhile', async () => {
    const editor = await show(rules);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const [, lens] = await lenses(rules);
    const click = (line: unknown) =>
      vscode.commands.executeCommand(lens?.command?.command ?? '', lens?.command?.arguments?.[0], line);
    await click(14);
    assert.deepEqual(editor.selection.active, new vscode.Position(12, 31));
    await click(42);
    assert.deepEqual(editor.selection.active, new vscode.Position(42, 20));
  });
});

describe('going from lesson to lesson', () => {
  after(closeAll);

  const check = (command: string, from: [number, number], to: [number, number]) =>
    it(`${command} from ${from.join(':')} comes to ${to.join(':')}`, async () => {
      const editor = await show(rules);
      await until(() => diagnosticsOf(rules).length === 2);
      const start = new vscode.Position(...from);
      editor.selection = new vscode.Selection(start, start);
      await vscode.commands.executeCommand(`lessons.${command}`);
      assert.deepEqual(editor.selection.active, new vscode.Position(...to));
    });

  check('nextInFile', [0, 0], [12, 31]);
  check('nextInFile', [12, 31], [42, 20]);
  check('nextInFile', [42, 20], [12, 31]);
  check('previousInFile', [12, 31], [42, 20]);
  check('previousInFile', [50, 0], [42, 20]);

  it('stays where it is where no lesson has a place', async () => {
    const editor = await show('src/flags.ts');
    const before = editor.selection.active;
    await vscode.commands.executeCommand('lessons.nextInFile');
    assert.deepEqual(editor.selection.active, before);
  });
});

describe('the master switch', () => {
  before(() => setting('codeLens.code', true));
  after(async () => {
    await vscode.commands.executeCommand('lessons.turnOn');
    await setting('codeLens.code', undefined);
    await closeAll();
  });

  it('leaves nothing of lessons at the code', async () => {
    const editor = await show(rules);
    await until(
      async () => (await shownAt(rules)).length === 4,
      () => shownAt(rules),
    );
    await vscode.commands.executeCommand('lessons.turnOff');
    await until(async () => (await shownAt(rules)).length === 0);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('lessons.nextInFile');
    assert.equal(editor.selection.active.line, 0);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'const slow = /(?:a+)+$/;\n'));
    assert.deepEqual(await shownAt(rules), []);
    await takeBack(editor);
  });

  it('brings all of it back, and leaves no setting behind', async () => {
    await show(rules);
    await vscode.commands.executeCommand('lessons.turnOn');
    await until(async () => (await shownAt(rules)).length === 4);
    const { workspaceValue, globalValue } =
      vscode.workspace.getConfiguration('lessons', uriOf(rules)).inspect('enabled') ?? {};
    assert.deepEqual([workspaceValue, globalValue], [undefined, undefined]);
  });
});

/** Deletes the first line, and saves: the window saves by itself after a while what a test has typed. */
async function takeBack(editor: vscode.TextEditor): Promise<void> {
  await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
  await editor.document.save();
}

/** The kinds of what is to be seen in a file, at the hit in line 43. */
async function shownAt(path: string): Promise<string[]> {
  const place = new vscode.Position(42, 25);
  const uri = uriOf(path);
  const [hovers, actions] = await Promise.all([
    vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place),
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(place, place),
    ),
  ]);
  const words = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
  const isThere = {
    diagnostics: diagnosticsOf(path).length > 0,
    hovers: words.some(({ value }) => value.includes('LSN-BSEBK5W4') || value.includes('command:lessons.')),
    actions: actions.some(({ command }) => command?.command.startsWith('lessons.')),
    lenses: (await lenses(path)).length > 0,
  };
  return Object.entries(isThere).flatMap(([kind, isShown]) => (isShown ? [kind] : []));
}

async function lenses(path: string): Promise<vscode.CodeLens[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uriOf(path),
    100,
  );
  return all.filter(({ command }) => command?.command.startsWith('lessons.'));
}

async function lensesOf(path: string): Promise<string[]> {
  return (await lenses(path)).map(({ range, command }) => `${range.start.line} ${command?.title}`);
}

async function untilLenses(path: string, expected: readonly string[]): Promise<void> {
  let last: string[] = [];
  await until(
    async () => {
      last = await lensesOf(path);
      return JSON.stringify(last) === JSON.stringify(expected);
    },
    () => last,
  );
}

async function setting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('lessons').update(name, value, vscode.ConfigurationTarget.Global);
}
