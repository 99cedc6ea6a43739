import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, folder, remove, show, until, uriOf, write } from './workspace';

/** A place as `path line:character`, relative to the folder. */
const placeOf = (uri: vscode.Uri, { line, character }: vscode.Position) =>
  `${uri.path.slice(folder.path.length + 1)} ${line}:${character}`;

/** The place of a text in a file, and a little into it. */
async function placeIn(uri: vscode.Uri, text: string): Promise<vscode.Position> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `${text} in ${document.getText()}`);
  return document.positionAt(at + 2);
}

async function definitions(uri: vscode.Uri, text: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    uri,
    await placeIn(uri, text),
  );
  return found.map((link) =>
    'targetUri' in link
      ? placeOf(link.targetUri, link.targetRange.start)
      : placeOf(link.uri, link.range.start),
  );
}

async function references(uri: vscode.Uri, text: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    uri,
    await placeIn(uri, text),
  );
  return found.map((location) => placeOf(location.uri, location.range.start)).sort();
}

async function rename(uri: vscode.Uri, text: string, to: string): Promise<vscode.WorkspaceEdit> {
  const place = await placeIn(uri, text);
  return vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, place, to);
}

/** An unsaved document at its final path. */
async function draft(path: string, text: string): Promise<vscode.Uri> {
  const uri = uriOf(path).with({ scheme: 'untitled' });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), text);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
  return uri;
}

const lessonOf = (id: string, more = '', body = '') =>
  `---\nid: ${id}\ntitle: A lesson for a test\n${more}applies_to: {symbols: nowhere}\n---\n${body}`;

/** Two lessons with ids of their own, and every kind of file that names the first one, or only seems to. */
async function makeFiles(letter: string) {
  const [a, b] = [`LSN-AAAAAAA${letter}`, `LSN-BBBBBBB${letter}`];
  const [lessons, code] = [`.lessons/nav${letter}`, `nav${letter}`];
  const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  const filesWith = (id: string): Readonly<Record<string, string>> => ({
    [`${lessons}/a.md`]: lessonOf(id, '', `This is ${id}.\n`),
    [`${lessons}/b.md`]: windows(
      lessonOf(b, `related: [${id}]\nsupersedes: '${id}'\n`, `é https://a.example/${a}\n`),
    ),
    [`${lessons}/broken.md`]: `---\ntags: [x\ntitle: a: b\nrelated: ${id}\n---\n`,
    [`${lessons}/README.md`]: `# About ${id}\n`,
    [`.lessons/events/nav${letter}/1.jsonl`]: `{"lesson":"${id}"}\n`,
    [`${code}/a.ts`]: `// lessons-ignore ${id} -- as ${a} says\nconst text = '${a}';\n`,
    [`${code}/windows.py`]: windows(`x = "é"\ny = 1  # lessons-ignore ${b}, ${id} -- ünï\n`),
    [`${code}/binary.bin`]: `\0 lessons-ignore ${a}`,
    [`${code}/node_modules/x/index.js`]: `// lessons-ignore ${a} -- not ours\n`,
  });
  await Promise.all(Object.entries(filesWith(a)).map(([path, content]) => write(path, content)));
  await until(() => diagnosticsOf(`${lessons}/broken.md`).length > 0);
  const naming = [
    ...[`.lessons/events/nav${letter}/1.jsonl 0:11`, `${lessons}/README.md 0:8`, `${lessons}/a.md 1:4`],
    ...[`${lessons}/a.md 5:8`, `${lessons}/b.md 3:10`, `${lessons}/b.md 4:13`, `${lessons}/broken.md 3:9`],
    ...[`${code}/a.ts 0:18`, `${code}/windows.py 1:38`],
  ];
  return { a, b, lessons, code, filesWith, naming };
}

describe('navigation between lessons', () => {
  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await closeAll();
  });
  after(async () => {
    for (const parent of ['', '.lessons/', '.lessons/events/']) {
      const entries = await vscode.workspace.fs.readDirectory(uriOf(parent));
      const ours = entries.map(([name]) => name).filter((name) => /^nav\d$/.test(name));
      await Promise.all(ours.map((name) => remove(`${parent}${name}`)));
    }
    await remove('.lessons/events');
  });

  it('goes from an id to its lesson, in lessons and in code', async () => {
    const { a, b, lessons, code } = await makeFiles('1');
    assert.deepEqual(await definitions(uriOf(`${lessons}/b.md`), a), [`${lessons}/a.md 1:4`]);
    assert.deepEqual(await definitions(uriOf(`${lessons}/a.md`), `${a}.`), [`${lessons}/a.md 1:4`]);
    assert.deepEqual(await definitions(uriOf(`${code}/windows.py`), b), [`${lessons}/b.md 1:4`]);
    assert.deepEqual(await definitions(uriOf(`${code}/windows.py`), 'ignore'), []);
    assert.deepEqual(await definitions(uriOf(`${lessons}/b.md`), 'A lesson'), []);
  });

  it('finds a lesson that is not saved yet, and one that is broken', async () => {
    await write('.lessons/nav2/broken.md', '---\ntags: [x\nid: LSN-BBBBBBB2\n---\n');
    const uri = await draft(
      '.lessons/nav2/draft.md',
      '---\nid: LSN-AAAAAAA2\nrelated: LSN-BBBBBBB2\ntitle: [',
    );
    assert.deepEqual(await definitions(uri, 'LSN-AAAAAAA2'), ['.lessons/nav2/draft.md 1:4']);
    await until(() => diagnosticsOf('.lessons/nav2/broken.md').length > 0);
    assert.deepEqual(await definitions(uri, 'LSN-BBBBBBB2'), ['.lessons/nav2/broken.md 2:4']);
  });

  it('finds everything that names a lesson, and nothing that only seems to', async () => {
    const { a, lessons, code, naming } = await makeFiles('3');
    assert.deepEqual(await references(uriOf(`${lessons}/b.md`), a), naming);
    assert.deepEqual(await references(uriOf(`${code}/a.ts`), a), naming);
    assert.deepEqual(await references(uriOf(`${code}/a.ts`), 'says'), []);
  });

  it('reads what is open as it stands in the editor', async () => {
    const { a, lessons, code } = await makeFiles('4');
    const editor = await show(`${code}/a.ts`);
    const line = `// lessons-ignore ${a}\n\n`;
    assert.equal(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), line)), true);
    const last = [`${code}/a.ts 0:18`, `${code}/a.ts 2:18`, `${code}/windows.py 1:38`];
    assert.deepEqual((await references(uriOf(`${lessons}/a.md`), a)).slice(-3), last);
  });

  it('renames an id in every file, open or not, and leaves all other bytes', async () => {
    const { a, lessons, code, filesWith, naming } = await makeFiles('5');
    const fresh = 'LSN-NEWNEW05';
    const editor = await show(`${code}/a.ts`);
    assert.equal(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// é\n')), true);
    const edit = await rename(uriOf(`${lessons}/b.md`), a, fresh);
    assert.equal(edit.size, 7);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    const changed = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
    assert.deepEqual(await Promise.all(changed.map((document) => document.save())), Array(7).fill(true));
    for (const [path, expected] of Object.entries(filesWith(fresh))) {
      const bytes = await vscode.workspace.fs.readFile(uriOf(path));
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      assert.equal(text, path === `${code}/a.ts` ? `// é\n${expected}` : expected, path);
    }
    await closeAll();
    const unknown = () => diagnosticsOf(`${lessons}/b.md`).filter((line) => line.includes('id-unknown'));
    await until(() => unknown().length === 0, unknown);
    const found = () => definitions(uriOf(`${code}/windows.py`), fresh);
    await until(async () => (await found()).join() === `${lessons}/a.md 1:4`);
    const moved = naming.map((place) => (place === `${code}/a.ts 0:18` ? `${code}/a.ts 1:18` : place));
    assert.deepEqual(await references(uriOf(`${lessons}/a.md`), fresh), moved);
  });

  it('renames an id that stands in a broken lesson', async () => {
    await write('.lessons/nav6/broken.md', '---\ntags: [x\nid: LSN-AAAAAAA6\n---\n');
    await until(() => diagnosticsOf('.lessons/nav6/broken.md').length > 0);
    const edit = await rename(uriOf('.lessons/nav6/broken.md'), 'LSN-AAAAAAA6', 'LSN-NEWNEW06');
    const places = edit
      .entries()
      .flatMap(([uri, edits]) => edits.map(({ range }) => placeOf(uri, range.start)));
    assert.deepEqual(places, ['.lessons/nav6/broken.md 2:4']);
  });

  it('renames nothing where the new id is none, or taken, or the old one is not clear', async () => {
    const { a, b, lessons } = await makeFiles('7');
    const uri = uriOf(`${lessons}/b.md`);
    // Markdown would take the brackets around the id for a link, and rename it in this file alone.
    assert.deepEqual((await rename(uri, a, 'payments')).size, 0);
    assert.deepEqual((await rename(uri, a, b)).size, 0);
    await assert.rejects(rename(uri, 'A lesson', 'x'), /Put the cursor on the id of a lesson to rename it/);
    await write(`${lessons}/twin.md`, lessonOf(a));
    await until(() => diagnosticsOf(`${lessons}/twin.md`).length > 0);
    assert.equal((await definitions(uri, a)).length, 2);
    assert.equal((await rename(uri, a, 'LSN-NEWNEW07')).size, 0);
  });

  it('damages no file in another encoding', async () => {
    const { a, lessons, code } = await makeFiles('8');
    const suppression = new TextEncoder().encode(` lessons-ignore ${a}\n`);
    await write(`${code}/latin.ts`, new Uint8Array([0x2f, 0x2f, 0xe9, ...suppression]));
    const found = await references(uriOf(`${lessons}/a.md`), a);
    assert.equal(found.includes(`${code}/latin.ts 0:19`), true, found.join());
    assert.equal((await rename(uriOf(`${lessons}/a.md`), a, 'LSN-NEWNEW08')).size, 0);
  });

  it('offers to rename an id alone', async () => {
    const uri = uriOf('.lessons/integer-key.md');
    const prepare = async (text: string) =>
      vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
        'vscode.prepareRename',
        uri,
        await placeIn(uri, text),
      );
    const { range, placeholder } = await prepare('LSN-');
    assert.deepEqual([range.start.line, range.start.character, placeholder], [1, 4, 'LSN-2M1BTQJW']);
    await assert.rejects(prepare('A 32-bit'), /Put the cursor on the id of a lesson to rename it/);
  });

  it('links ids, references and evidence, and nothing outside of the folder', async () => {
    const { a, b, lessons, code } = await makeFiles('9');
    const evidence = [
      ...[`{path: ${code}/windows.py, lines: 1-2, commit: abcdef1}`, '{path: gone.ts}', '{commit: abcdef1}'],
      ...['{path: ../../secret}', '{path: /etc/passwd}', '{path: "C:/secret"}'],
    ];
    const keys = [
      `related: [${a}]`,
      'references: ["https://a.example/1?a=b&c#d", "command:x"]',
      ...['evidence:', ...evidence.map((entry) => `  - ${entry}`), ''],
    ];
    const textOf = (own: string) => lessonOf(own, keys.join('\n'), `See ${b}, LSN-ZZZZZZZZ and ${own}.\n`);
    const linksOf = async (uri: vscode.Uri) => {
      const document = await vscode.workspace.openTextDocument(uri);
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        uri,
      );
      return found.map(({ range, target }) => `${document.getText(range)} -> ${target?.toString(true)}`);
    };
    const expectedAt = (own: string, uri: vscode.Uri) => [
      `${a} -> ${uriOf(`${lessons}/a.md`)}#L2,5`,
      'https://a.example/1?a=b&c#d -> https://a.example/1?a=b&c#d',
      `${code}/windows.py -> ${uriOf(`${code}/windows.py`)}#L1-L2`,
      `${b} -> ${uriOf(`${lessons}/b.md`)}#L2,5`,
      `${own} -> ${uri}#L2,5`,
    ];
    const unsaved = await draft(`${lessons}/draft.md`, textOf('LSN-CCCCCCC9'));
    assert.deepEqual(await linksOf(unsaved), expectedAt('LSN-CCCCCCC9', unsaved));
    const saved = uriOf(`${lessons}/saved.md`);
    await write(`${lessons}/saved.md`, textOf('LSN-DDDDDDD9').replaceAll('\n', '\r\n'));
    assert.deepEqual(await linksOf(saved), expectedAt('LSN-DDDDDDD9', saved));
  });

  it('outlines and folds the front matter, beside what Markdown makes of the body', async () => {
    const read = async (uri: vscode.Uri) => {
      await vscode.workspace.openTextDocument(uri);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        uri,
      );
      return { symbols, folds: folds.map(({ start, end }) => `${start}-${end}`) };
    };
    const { symbols, folds } = await read(uriOf('.lessons/integer-key.md'));
    const lesson = symbols.find(({ name }) => name.startsWith('A 32-bit'));
    const [id] = lesson?.children ?? [];
    assert.deepEqual([id?.name, id?.detail, id?.range.start.line], ['id', 'LSN-2M1BTQJW', 1]);
    const [scope] = lesson?.children.find(({ name }) => name === 'applies_to')?.children ?? [];
    assert.deepEqual([scope?.name, scope?.detail.slice(0, 20)], ['Scope 1', 'paths *.sql, pattern']);
    assert.deepEqual(folds.slice(0, 4), ['0-43', '7-11', '8-11', '12-20']);
    const unsaved = await read(await draft('.lessons/nav/draft.md', '---\ntags:\n  - a\n  - b'));
    assert.deepEqual(unsaved.folds, ['0-3', '1-3']);
    assert.deepEqual(
      unsaved.symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]),
      ['Lesson', 'tags'],
    );
  });
});
