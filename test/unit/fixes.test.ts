import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll } from '../../src/core/edit/fixAll';
import { fixesFor } from '../../src/core/edit/fixes';
import { parseLessonText } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { fixTitle } from '../../src/core/present/fixWording';
import { type Position, SourceText } from '../../src/core/text';
import { applyEdits, type TextEdit } from '../../src/core/textEdit';
import { lessonFiles } from './lessonFiles';
import { runs } from './runs';

const facts = { today: '2026-01-31', policy: defaultPolicy, newId: () => 'LSN-NEWNEW00' };
const head = 'id: LSN-7K3QF2XM\ntitle: A title that is long enough\n';

/** Each fix of a file as `title -> the file's changed lines`, with `safe` in front of a safe one. */
function fixesOf(file: string): string[] {
  const text = new SourceText(file);
  const old = file.split('\n');
  return parseLessonText('a', text).problems.flatMap((problem) =>
    fixesFor(text, problem, facts).map((fix) => {
      const lines = applyEdits(file, fix.edits).split('\n');
      const changed = lines.filter((line) => !old.includes(line));
      return `${fix.isSafe ? 'safe ' : ''}${fixTitle(fix)} -> ${changed.join(' | ')}`;
    }),
  );
}

describe('fixes', () => {
  const check = (what: string, yaml: string, expected: readonly string[]) =>
    it(what, () => assert.deepEqual(fixesOf(`---\n${yaml}---\n\n## A heading of a lesson\n`), expected));
  const checkKeys = (what: string, keys: string, expected: readonly string[]) =>
    check(what, `${head}${keys}`, expected);

  const story = (what: string, body: string, expected: string | undefined) =>
    it(what, () => {
      const text = new SourceText(`---\n${head}---\n${body}`);
      const { problems } = parseLessonText('a', text);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['wording'],
      );
      const after = problems
        .flatMap((problem) => fixesFor(text, problem, facts))
        .map(({ edits, isSafe }) => [
          isSafe,
          applyEdits(
            body,
            edits.map((edit) => moved(edit)),
          ),
        ]);
      assert.deepEqual(after, expected === undefined ? [] : [[false, expected]]);
    });
  const moved = ({ range, newText }: TextEdit): TextEdit => {
    const up = ({ line, character }: Position) => ({ line: line - 4, character });
    return { range: { start: up(range.start), end: up(range.end) }, newText };
  };
  const told = '## What happened\nIt fell.\n';

  story('a story without a way out', told, `${told}\n## What to do instead\n\n`);
  story(
    'a story without a way out, before what comes later',
    `#${told}\n### Why it made sense\n\n### Does not apply to\n`,
    `#${told}\n### Why it made sense\n\n### What to do instead\n\n### Does not apply to\n`,
  );
  story('a way out that is empty', `${told}## What to do instead\n`, undefined);

  check('no id', 'title: A title that is long\n', ['safe Give it the id LSN-NEWNEW00 -> id: LSN-NEWNEW00']);
  check('no title', 'id: LSN-7K3QF2XM\n', [
    'Use the heading as the title: "A heading of a lesson" -> title: A heading of a lesson',
  ]);
  check('an id in small letters', 'id: lsn-7k3qf2xm # c\ntitle: A title that is long\n', [
    'safe Write the id as LSN-7K3QF2XM -> id: LSN-7K3QF2XM # c',
  ]);
  check('an id with a letter that is not used', 'id: LSN-7K3QFOIL\ntitle: A title that is long\n', [
    'safe Write the id as LSN-7K3QF011 -> id: LSN-7K3QF011',
  ]);
  check('no id at all', 'id: payments\ntitle: A title that is long\n', [
    'Give it the id LSN-NEWNEW00 -> id: LSN-NEWNEW00',
  ]);
  checkKeys('a mistyped key', 'sevrity: high\n', ['safe Change the key to "severity" -> severity: high']);
  checkKeys('a mistyped key of a scope', 'applies_to:\n  - symbls: f\n', [
    'safe Change the key to "symbols" ->   - symbols: f',
  ]);
  checkKeys('a key like no other', 'qqqq: 1\n', []);
  checkKeys('capitals', 'severity: High\n', ['safe Change it to "high" -> severity: high']);
  checkKeys('a mistyped value', 'severity: hihg # c\n', ['Change it to "high" -> severity: high # c']);
  checkKeys('a number', 'aliases: [12e4567, b]\n', ["safe Put it in quotes -> aliases: ['12e4567', b]"]);
  checkKeys('a glob that YAML takes for an alias', 'applies_to:\n  - paths: *.ts\n', [
    "safe Put it in quotes ->   - paths: '*.ts'",
  ]);
  checkKeys('a lone star', 'applies_to:\n  - paths: *\n', ["safe Put it in quotes ->   - paths: '*'"]);
  check('a colon in a title', 'id: LSN-7K3QF2XM\ntitle: CORS: the wildcard\nstatus: proposed\n', [
    "safe Put it in quotes -> title: 'CORS: the wildcard'",
  ]);
  checkKeys('a tab', 'applies_to:\n\t- symbols: f\n', ['safe Indent with blanks ->   - symbols: f']);
  checkKeys('a date with slashes', 'occurred: 2026/3/5\n', [
    'safe Change it to "2026-03-05" -> occurred: 2026-03-05',
  ]);
  checkKeys('a date that may be two', 'occurred: 03.05.2026\n', []);
  checkKeys('http', 'references: "http://a.example"\n', [
    'Change it to "https://a.example" -> references: "https://a.example"',
  ]);
  checkKeys('acceptance', 'status: accepted\n', ['Set the status to proposed -> status: proposed']);

  it('makes a lesson of any text', () => {
    const [fix] = fixesOf('## What we learned\n\nText\n');
    assert.match(fix ?? '', /^Make it a lesson/);
    const text = new SourceText('## What we learned\n\nText\n');
    const [problem] = parseLessonText('a', text).problems;
    const made = problem && fixesFor(text, problem, facts)[0];
    const { lesson, problems } = parseLessonText(
      'a',
      new SourceText(applyEdits(text.value, made?.edits ?? [])),
    );
    assert.deepEqual([lesson?.title, problems], ['What we learned', []]);
  });

  it('makes all safe ones, and keeps line breaks and byte order mark', () => {
    const file = `\uFEFF---\r\ntitle: Wildcards: a lesson\r\nsevrity: High\r\naliases: 12e4567 # c\r\n---\r\nbody\r\n`;
    const { raw, fixes } = fixAll('a', file, facts);
    assert.equal(
      raw,
      "\uFEFF---\r\nid: LSN-NEWNEW00\r\ntitle: 'Wildcards: a lesson'\r\nseverity: high\r\naliases: '12e4567' # c\r\n---\r\nbody\r\n",
    );
    assert.equal(fixes.length, 5);
  });

  it('only ever leaves fewer problems, and the body as it is', () => {
    fc.assert(
      fc.property(lessonFiles, (file) => {
        const before = parseLessonText('a', new SourceText(file)).problems;
        const { raw, fixes } = fixAll('a', file, { ...facts, newId: () => 'LSN-00000009' });
        const after = parseLessonText('a', new SourceText(raw)).problems;
        const isBroken = before.some(({ code }) => code === 'yaml-syntax');
        assert.ok(isBroken || after.length <= before.length);
        assert.ok(fixes.length === 0 ? raw === file : raw !== file, `${before.length} ${after.length}`);
        const bodyOf = (text: string) => text.slice(text.search(/\n---\r?\n/));
        assert.equal(bodyOf(raw), bodyOf(file));
      }),
      { numRuns: runs(300) },
    );
  });
});
