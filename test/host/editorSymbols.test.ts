import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticsOf, remove, setShow, show, until, untilDiagnostics, write } from './workspace';

const lesson = '.lessons/moo.md';
const told = (line: number) => `Hint LSN-0000000M ${line}:4 Milk before noon.`;

/** Finds what `cow` begins and `end` ends, as a language's extension would. */
function cowsIn(document: vscode.TextDocument): vscode.DocumentSymbol[] {
  const barn = new vscode.DocumentSymbol(
    'barn',
    '',
    vscode.SymbolKind.Module,
    new vscode.Range(0, 0, document.lineCount, 0),
    new vscode.Range(0, 0, 0, 0),
  );
  for (const { lineNumber, text } of allLines(document)) {
    const [, name] = /^cow (\w+)/.exec(text) ?? [];
    if (name !== undefined) {
      const whole = new vscode.Range(lineNumber, 0, lineNumber + 2, 1e9);
      const place = new vscode.Range(lineNumber, 4, lineNumber, 4 + name.length);
      barn.children.push(
        new vscode.DocumentSymbol(`${name}(hay)`, '', vscode.SymbolKind.Method, whole, place),
      );
    }
  }
  return [barn];
}

function allLines(document: vscode.TextDocument): vscode.TextLine[] {
  return [...Array(document.lineCount).keys()].map((line) => document.lineAt(line));
}

describe('symbols of a language that only the editor knows', () => {
  let count = 0;
  let path = '';
  let provider: vscode.Disposable | undefined;
  const provide = (
    provideDocumentSymbols: (
      document: vscode.TextDocument,
    ) => vscode.ProviderResult<vscode.DocumentSymbol[] | vscode.SymbolInformation[]>,
  ) => {
    provider?.dispose();
    provider = vscode.languages.registerDocumentSymbolProvider(
      { pattern: '**/*.moo' },
      { provideDocumentSymbols },
    );
  };

  before(async () => {
    await setShow('all');
    await write(
      lesson,
      `---
id: LSN-0000000M
title: A cow for a test
advice: Milk before noon.
applies_to:
  symbols: barn.milk
---
`,
    );
  });
  beforeEach(async () => {
    // What is edited may be saved by itself.
    path = `barn/cow${count++}.moo`;
    await write(path, 'barn\r\ncow milk\r\n  squeeze\r\nend\r\ncow sleep\r\nend\r\n');
  });
  afterEach(async () => {
    provider?.dispose();
    provider = undefined;
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
  });
  after(async () => {
    await setShow(undefined);
    await Promise.all(['barn', lesson].map(remove));
  });

  it('are matched, follow the text, and say who found them', async () => {
    provide(cowsIn);
    const editor = await show(path);
    await untilDiagnostics(path, [told(1)]);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      new vscode.Position(1, 5),
    );
    const words = hovers
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .map(({ value }) => value);
    assert.match(words.join('\n'), /symbol barn\\\.milk \\\(found by the editor\\\)/);
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), 'straw\n\n'));
    await untilDiagnostics(path, [told(3)]);
    await editor.edit((builder) => builder.replace(new vscode.Range(3, 4, 3, 8), 'kick'));
    await untilDiagnostics(path, []);
  });

  it('may be told flat, without the place of the name', async () => {
    // The editor puts one into the other by where they stand, and forgets what they lie in.
    provide((document) =>
      cowsIn(document)
        .flatMap((barn) => [barn, ...barn.children])
        .map(
          ({ name, kind, range }) =>
            new vscode.SymbolInformation(name, kind, '', new vscode.Location(document.uri, range)),
        ),
    );
    await show(path);
    await untilDiagnostics(path, [told(1)]);
  });

  it('come when the language’s extension is ready, and wake those who gave up on it', async () => {
    await show(path);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.deepEqual(diagnosticsOf(path), []);
    provide(cowsIn);
    await untilDiagnostics(path, [told(1)]);
  });

  it('hold up nothing where they come late, and are never those of another text', async () => {
    // The editor asks for its own outline too, so there may be several who wait for one text.
    let waiting: (() => void)[] = [];
    const texts: string[] = [];
    provide((document) => {
      const cows = cowsIn(document);
      texts.push(document.lineAt(0).text);
      return new Promise((resolve) => waiting.push(() => resolve(cows)));
    });
    const answer = () => {
      const all = waiting;
      waiting = [];
      for (const resolve of all) {
        resolve();
      }
    };
    const pattern = '.lessons/hay.md';
    await write(pattern, '---\nid: LSN-0000000H\ntitle: Hay is dry\napplies_to: {pattern: "^barn"}\n---\n');
    const hay = (line: number) => `Hint LSN-0000000H ${line}:0 Hay is dry`;
    try {
      const editor = await show(path);
      await untilDiagnostics(path, [hay(0)]);
      await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), 'straw\n'));
      await untilDiagnostics(path, [hay(1)]);
      answer();
      await until(() => texts.includes('straw') && waiting.length > 0);
      assert.deepEqual(diagnosticsOf(path), [hay(1)]);
      await until(() => {
        answer();
        return diagnosticsOf(path).includes(told(2));
      });
      // The next text has the symbols of the last one until its own are there.
      await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), 'grass\n'));
      await until(() => waiting.length > 0);
      assert.deepEqual(diagnosticsOf(path), [hay(2), told(3)]);
      answer();
    } finally {
      await remove(pattern);
    }
  });

  it('are missed, not mourned, where the language’s extension fails', async () => {
    let asked = 0;
    provide(() => {
      asked++;
      throw new Error('no cows today');
    });
    await show(path);
    await until(() => asked > 1);
    await untilDiagnostics(path, []);
    provide(cowsIn);
    await untilDiagnostics(path, [told(1)]);
  });
});
