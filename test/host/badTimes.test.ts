import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, remove, setShow, show, until, uriOf, write } from './workspace';

const folder = 'src/hard';
const lesson = '.lessons/hard.md';

function lessonWith(advice: string, more = ''): string {
  const keys = [
    'id: LSN-HARDTEST',
    'title: A lesson for hard times',
    `advice: ${advice}`,
    ...['status: accepted', 'severity: high', 'confidence: high'],
    `applies_to: {paths: ${folder}/, pattern: needle}`,
  ];
  return `---\n${keys.join('\n')}\n${more}---\n\n## What happened\n\nIt was hard.\n`;
}

/** What a person reads in the hovers over a place. */
async function hoversAt(path: string, line: number, character: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uriOf(path),
    new vscode.Position(line, character),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((one) => (typeof one === 'string' ? one : one.value))
    .join('\n');
}

const ours = (path: string) => diagnosticsOf(path).filter((line) => line.includes('LSN-HARDTEST'));

describe('in bad times', () => {
  before(async () => {
    await setShow('all');
    await write(lesson, lessonWith('Mind the needle in the hay.'));
    await write(`${folder}/small.ts`, 'const needle = 1;\n');
    await show(`${folder}/small.ts`);
    await until(() => ours(`${folder}/small.ts`).length === 1);
  });
  afterEach(closeAll);
  after(async () => {
    await remove(folder);
    await remove(lesson);
    await setShow(undefined);
  });

  /** After a document that is too hard, and that has nothing, an ordinary one is served as ever. */
  const checkSkipped = (what: string, text: string) =>
    it(`${what} has no lessons, and hinders no other document`, async () => {
      await write(`${folder}/large.ts`, text);
      await show(`${folder}/large.ts`);
      await write(`${folder}/next.ts`, 'const one = 1;\nconst needle = 1;\n');
      await show(`${folder}/next.ts`);
      await until(() => ours(`${folder}/next.ts`).length === 1);
      assert.deepEqual(ours(`${folder}/large.ts`), []);
    }).timeout(60_000);

  checkSkipped('a line of 5 MB', `const needle = '${'x'.repeat(5_000_000)}';\n`);
  checkSkipped('a text of 200,000 lines', 'const needle = 1;\n'.repeat(200_000));

  it('of 10,000 hits of a lesson ten are shown, and others tell when asked', async () => {
    const path = `${folder}/many.ts`;
    await write(path, 'const needle = 1;\n'.repeat(10_000));
    await show(path);
    await until(() => ours(path).length > 0);
    assert.equal(ours(path).length, 10);
    assert.match(await hoversAt(path, 700, 8), /It was hard/);
  }).timeout(60_000);

  it('60 tabs at once are all served', async () => {
    const paths = Array.from({ length: 60 }, (_, index) => `${folder}/tab${index}.ts`);
    for (const path of paths) {
      await write(path, 'export class A { go() {} }\nconst needle = 1;\n');
    }
    for (const path of paths) {
      await vscode.window.showTextDocument(uriOf(path), { preview: false, preserveFocus: true });
    }
    const missing = () => paths.filter((path) => ours(path).length !== 1);
    await until(() => missing().length === 0, missing);
    await write(lesson, lessonWith('Mind the other needle.'));
    const old = () => paths.filter((path) => !ours(path)[0]?.endsWith('Mind the other needle.'));
    await until(() => old().length === 0, old);
  }).timeout(120_000);

  it('a hostile lesson that is edited while it is shown runs nothing and links to nothing', async () => {
    const path = `${folder}/hostile.ts`;
    await write(path, 'const needle = 1;\n');
    await show(path);
    await until(() => ours(path).length === 1);
    const advice =
      '"Mind [this](command:workbench.action.quit) ![x](https://evil.example/x.png) <img src=x>"';
    await write(lesson, lessonWith(advice, "references: ['javascript:alert(1)']\n"));
    await until(() => ours(path)[0]?.includes('Mind [this]'));
    const told = await hoversAt(path, 0, 8);
    assert.match(told, /It was hard/);
    assert.doesNotMatch(told, /\]\((?:command:workbench|javascript:|https:\/\/evil)|<img/);
  }).timeout(60_000);

  it('refuses an address that is a script', async () => {
    const problems = () => vscode.languages.getDiagnostics(uriOf(lesson)).map(({ message }) => message);
    await write(lesson, lessonWith('Mind the needle.', "references: ['javascript:alert(1)']\n"));
    await until(() => problems().some((message) => message.includes('https')), problems);
  }).timeout(60_000);
});
