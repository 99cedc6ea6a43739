import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseLessonText } from '../../src/core/lesson/parse';
import { SourceText } from '../../src/core/text';
import { type Answer, answering, discardDraft } from './answers';
import { closeAll, folder, remove, show, until, uriOf, write } from './workspace';

const path = 'src/captured/fault.ts';
const code =
  'export function outer() {\n  function inner() {\n    return dangerous(1, "a");\n  }\n  return inner();\n}\n';
const capture = (...args: unknown[]) => vscode.commands.executeCommand('lessons.capture', ...args);

/** The document in front, parsed as the lesson file that it will be. */
function draft() {
  const document = vscode.window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, 'untitled', document?.uri.toString());
  const name = document.uri.path.slice(folder.path.length + 1);
  const { lesson, problems } = parseLessonText(name, new SourceText(document.getText()));
  assert.ok(lesson, document.getText());
  return { document, name, lesson, codes: problems.map((problem) => problem.code) };
}

describe('capturing a lesson', () => {
  before(async () => {
    await write(path, code);
    await vscode.env.clipboard.writeText('');
  });
  after(async () => {
    await closeAll();
    await remove('src/captured');
  });
  afterEach(async () => {
    await discardDraft();
    await closeAll();
  });

  const at = (line: number, character: number, toLine = line, toCharacter = character) =>
    new vscode.Selection(line, character, toLine, toCharacter);

  it('opens a draft where it will lie, with all that is known, and asks three times', async () => {
    const editor = await show(path);
    editor.selection = at(2, 11, 2, 28);
    const { boxes } = await answering(
      ['The dangerous call was made', 'Make the harmless call', 'https://incidents.example/7'],
      () => capture(),
    );
    assert.equal(boxes.length, 3);
    const { name, lesson, codes, document } = draft();
    assert.deepEqual(codes, []);
    assert.equal(name, '.lessons/the-dangerous-call-was-made.md');
    assert.equal(lesson.frontMatter.advice, 'Make the harmless call');
    assert.deepEqual(lesson.references, [{ type: 'INCIDENT', url: 'https://incidents.example/7' }]);
    assert.deepEqual(lesson.frontMatter.tests?.match, ['dangerous(1, "a")']);
    const [evidence] = lesson.frontMatter.evidence ?? [];
    assert.deepEqual(
      { path: evidence?.path, symbol: evidence?.symbol, lines: evidence?.lines },
      { path, symbol: 'outer.inner', lines: '3' },
    );
    assert.match(evidence?.commit ?? '', /^[0-9a-f]{40}$/);
    assert.equal(lesson.scopes.length, 1);
    // What is left to write is the story, and there the cursor stands.
    const { active } = vscode.window.activeTextEditor?.selection ?? {};
    assert.equal(document.lineAt((active?.line ?? 0) - 2).text, '## What happened');
  });

  const check = (
    what: string,
    answers: readonly Answer[],
    expected:
      | {
          readonly title: string;
          readonly body?: RegExp;
          readonly boxes?: number;
          readonly codes?: readonly string[];
        }
      | undefined,
  ) =>
    it(what, async () => {
      const editor = await show(path);
      editor.selection = at(2, 5);
      const { boxes } = await answering(answers, () => capture());
      if (expected === undefined) {
        assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(path).toString());
        assert.equal(boxes.length, 1);
        return;
      }
      const { lesson, codes } = draft();
      assert.deepEqual(codes, expected.codes ?? []);
      assert.equal(lesson.title, expected.title);
      assert.match(lesson.body.value, expected.body ?? /./);
      assert.equal(boxes.length, expected.boxes ?? 3);
    });

  const away = { key: 'escape' } as const;
  check(
    'begins nothing where the first question is turned away',
    [{ ...away, typed: 'Something' }],
    undefined,
  );
  check('keeps what was said before a later question is turned away', ['It fell over', away], {
    ...{ title: 'It fell over', boxes: 2 },
  });
  check('keeps what was being typed then', ['It fell over', { ...away, typed: 'no' }], {
    ...{ title: 'It fell over', boxes: 2, body: /## What to do instead\n\nno\n/ },
  });
  check('can be done without a word', ['', '', ''], { title: 'What went wrong in outer.inner' });
  check('goes back, and forth again', ['It fell', { key: 'back' }, 'It fell over', '', ''], {
    ...{ title: 'It fell over', boxes: 5 },
  });
  check('makes something of little', ['no', 'no', 'see the wiki'], {
    ...{ title: 'no in outer.inner', body: /## What happened\n\nsee the wiki\n[\s\S]*instead\n\nno\n/ },
  });
  check('loses nothing of much', [`${'word '.repeat(100)}end`, '', ''], {
    ...{ title: `${'word '.repeat(19).trim()}…`, body: /word word end\n/ },
    // A story is there, and what to do instead is not.
    codes: ['wording'],
  });
  check('takes quotes, slashes and emoji as they are', ['"a/b" \\ \'c\' 😀: #1', '', ''], {
    title: '"a/b" \\ \'c\' 😀: #1',
  });
  check('takes a title that is no file name', ['日本語のタイトル', '', ''], { title: '日本語のタイトル' });

  const checkFrom = (
    what: string,
    args: () => readonly unknown[],
    expected: {
      readonly scopes: readonly unknown[];
      readonly title: string;
      readonly [key: string]: unknown;
    },
  ) =>
    it(`begins with ${what}`, async () => {
      await show(path);
      const { boxes } = await answering(['', '', ''], () => capture(...args()));
      const { lesson, codes } = draft();
      assert.deepEqual(codes, []);
      const { scopes, title, proposed, ...keys } = expected;
      assert.deepEqual(
        lesson.scopes.map(({ scope }) => scope),
        scopes,
      );
      assert.equal(lesson.title, title);
      assert.equal(boxes[0], proposed ?? 'What went wrong, in one line');
      for (const [key, value] of Object.entries(keys)) {
        assert.deepEqual(lesson.frontMatter[key as keyof typeof lesson.frontMatter], value);
      }
    });

  const scope = { languages: ['typescript'], pattern: 'return\\s+dangerous\\(1,\\s+"a"\\)' };
  const range = new vscode.Range(2, 4, 2, 29);
  checkFrom('the line whose number was asked', () => [{ lineNumber: 3, uri: uriOf(path) }], {
    ...{ scopes: [scope], title: 'What went wrong in outer.inner' },
  });
  checkFrom('an empty line', () => [{ lineNumber: 7, uri: uriOf(path) }], {
    ...{ scopes: [{ paths: [path] }], title: 'What went wrong in fault.ts' },
  });
  checkFrom('files and folders', () => [uriOf(path), [uriOf(path), uriOf('src/http')]], {
    ...{ scopes: [{ paths: [path, 'src/http/**'] }], title: 'What went wrong in fault.ts' },
  });
  checkFrom('the whole folder', () => [folder, [folder]], {
    ...{ scopes: [{ paths: ['**'] }], title: 'What went wrong' },
  });
  checkFrom(
    'the message of a test that failed',
    () => [
      {
        test: { id: 't', uri: uriOf(path) },
        message: { message: 'Expected\n1', location: { uri: uriOf(path), range } },
      },
    ],
    {
      scopes: [scope],
      title: 'What went wrong in outer.inner',
      proposed: 'What went wrong, in one line: Expected 1',
      origin: 'test',
    },
  );
  checkFrom(
    'a test',
    () => [{ id: 't', label: 'x', uri: uriOf(path), range: new vscode.Range(4, 2, 4, 2) }],
    {
      ...{
        scopes: [{ paths: [path], symbols: ['outer'] }],
        title: 'What went wrong in outer',
        origin: 'test',
      },
    },
  );
  checkFrom('a file that was changed', () => [{ resourceUri: uriOf('src/gone.ts') }], {
    ...{ scopes: [{ paths: ['src/gone.ts'] }], title: 'What went wrong in gone.ts', origin: 'review' },
  });
  checkFrom(
    'several files that were changed',
    () => ['a.ts', 'b.ts'].map((name) => ({ resourceUri: uriOf(name) })),
    {
      ...{ scopes: [{ paths: ['a.ts', 'b.ts'] }], title: 'What went wrong in a.ts', origin: 'review' },
    },
  );

  it('is offered at what other tools say, to whoever asks', async () => {
    const tool = vscode.languages.createDiagnosticCollection('another tool');
    try {
      await write('src/captured/wrong.txt', code);
      const { document } = await show('src/captured/wrong.txt');
      const said = new vscode.Diagnostic(range, 'Do not call\n\u001b[31mdangerous\u001b[0m');
      said.code = { value: 'no-danger', target: vscode.Uri.parse('https://rules.example/no-danger') };
      tool.set(document.uri, [said]);
      const actionsAt = async (line: number) => {
        const at = new vscode.Range(line, 12, line, 12);
        const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          at,
        );
        return found.filter(({ title }) => title.startsWith('Capture a lesson'));
      };
      const [action, ...others] = await until(async () => {
        const found = await actionsAt(2);
        return found.length > 0 ? found : undefined;
      });
      assert.equal(action?.title, 'Capture a lesson from this problem…');
      assert.deepEqual(others, []);
      assert.deepEqual(await actionsAt(0), []);
      const { boxes } = await answering(['', '', ''], () => capture(...(action.command?.arguments ?? [])));
      assert.equal(boxes[0], 'What went wrong, in one line: Do not call dangerous');
      const { lesson } = draft();
      assert.deepEqual(lesson.references, [{ type: 'WEB', url: 'https://rules.example/no-danger' }]);
      assert.equal(lesson.frontMatter.evidence?.[0]?.lines, '3');
    } finally {
      tool.dispose();
    }
  });

  it('takes a selection of ten thousand lines, and a place in a line without end', async () => {
    const [large, flat] = ['src/captured/large.txt', 'src/captured/flat.min.js'];
    await write(large, 'one two three\n'.repeat(10_000));
    await write(flat, 'a=[1,2,3];'.repeat(5000));
    for (const [name, selection, lines] of [
      [large, at(0, 0, 9_999, 13), '1-10000'],
      [flat, at(0, 20_004), '1'],
    ] as const) {
      const editor = await show(name);
      editor.selection = selection;
      await answering(['', '', ''], () => capture());
      const { lesson, codes } = draft();
      assert.deepEqual(codes, []);
      const [evidence] = lesson.frontMatter.evidence ?? [];
      assert.deepEqual([evidence?.path, evidence?.lines], [name, lines]);
      await discardDraft();
    }
  });

  it('makes nothing of arguments that mean nothing', async () => {
    for (const argument of [
      null,
      7,
      'x',
      {},
      { lineNumber: -1, uri: 'x' },
      { document: 'file:///etc/passwd' },
    ]) {
      const editor = await show(path);
      editor.selection = at(2, 5);
      const { boxes } = await answering([{ key: 'escape' }], () => capture(argument));
      assert.deepEqual(boxes, ['What went wrong, in one line']);
    }
  });
});
