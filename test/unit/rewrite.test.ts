import assert from 'node:assert/strict';
import { diffLines } from 'diff';
import fc from 'fast-check';
import { Lexer, type Node, parseDocument } from 'yaml';
import type { Data } from '../../src/core/edit/data';
import { formatLesson } from '../../src/core/edit/format';
import { type Change, rewrite } from '../../src/core/edit/rewrite';
import { parseLessonText } from '../../src/core/lesson/parse';
import type { FrontMatter } from '../../src/core/lesson/vocabulary';
import { SourceText } from '../../src/core/text';
import { frontMatters, lessonFiles } from './lessonFiles';
import { runs } from './runs';

const set = (key: string, value: Data): Change => ({ kind: 'set', key, value });
const append = (key: string, value: Data): Change => ({ kind: 'append', key, value });
const remove = (key: string): Change => ({ kind: 'remove', key });
const inScope = (change: Change, index = 0): Change => ({ ...change, entry: { list: 'applies_to', index } });
const incident = { type: 'INCIDENT', url: 'https://b.example/2' };

const changes: readonly Change[] = [
  set('status', 'accepted'),
  set('id', 'LSN-00000009'),
  set('advice', 'Ask: first, then # do'),
  set('review_by', '2027-01-31'),
  set('factors', ['tooling', 'incentive']),
  append('references', incident),
  append('references', 'https://c.example/3'),
  append('superseded_by', 'LSN-00000008'),
  append('tags', 'a, b: c'),
  remove('tags'),
  remove('advice'),
];

const yamlOf = (text: SourceText) => text.value.slice(4, text.value.indexOf('\n---\n', 3) + 1);
const dataOf = (text: SourceText): Record<string, unknown> => {
  const yaml = yamlOf(text);
  // An alias whose anchor the file has not, or only further down, is no more than a text.
  return parseDocument(/&t.*\*t/s.test(yaml) ? yaml : yaml.replace('*t', "'*t'")).toJS() ?? {};
};
const commentsOf = (text: SourceText) =>
  [...new Lexer().lex(yamlOf(text))].filter((token) => token.startsWith('#'));

describe('rewriting a lesson', () => {
  const check = (what: string, yaml: string, change: Change, expected: string) =>
    it(what, () =>
      assert.equal(
        rewrite(new SourceText(`---\n${yaml}---\nbody\n`), [change])?.value,
        `---\n${expected}---\nbody\n`,
      ),
    );

  check(
    'a status',
    'a: 1\nstatus: proposed # c\nb: 2\n',
    changes[0] as Change,
    'a: 1\nstatus: accepted # c\nb: 2\n',
  );
  check('keeps single quotes', "status: 'proposed'\n", set('status', 'accepted'), "status: 'accepted'\n");
  check('keeps double quotes', 'status: "proposed"\n', set('status', 'accepted'), 'status: "accepted"\n');
  check(
    'a key without a value',
    'status: # c\nid: x\n',
    set('status', 'accepted'),
    'status: accepted # c\nid: x\n',
  );
  check(
    'a new key where the format has it',
    'id: x\n# of tags\ntags: a\n',
    set('status', 'accepted'),
    'id: x\nstatus: accepted\n# of tags\ntags: a\n',
  );
  check('a new first key', '# top\ntitle: x\n', set('id', 'LSN-1'), '# top\nid: LSN-1\ntitle: x\n');
  check('into nothing', '', set('id', 'LSN-1'), 'id: LSN-1\n');
  check('into blank lines', '\n\n', set('id', 'LSN-1'), '\n\nid: LSN-1\n');
  check('into comments', '# only\n', set('id', 'LSN-1'), '# only\nid: LSN-1\n');
  check(
    'into a flow map',
    '{id: x, title: y}\n',
    set('status', 'accepted'),
    '{id: x, title: y, status: accepted}\n',
  );
  check('a folded text', 'advice: >-\n  a\n  b\nid: x\n', set('advice', 'c: d'), "advice: 'c: d'\nid: x\n");
  check(
    'a list below a key',
    'factors: # none\nid: x\n',
    set('factors', ['a']),
    'factors: # none\n  - a\nid: x\n',
  );
  check('one more', 'tags: [a, b]\n', append('tags', 'c, d'), "tags: [a, b, 'c, d']\n");
  check('a first one', 'tags: []\n', append('tags', 'c'), 'tags: [c]\n');
  check(
    'one more line',
    'tags:\n- a # c\n\n# id\nid: x\n',
    append('tags', 'b'),
    'tags:\n- a # c\n- b\n\n# id\nid: x\n',
  );
  check(
    'a second beside a lone one',
    'tags: a # c\nid: x\n',
    append('tags', 'b'),
    'tags:\n  - a # c\n  - b\nid: x\n',
  );
  check(
    'a record',
    'references:\n  - https://a\n',
    append('references', incident),
    'references:\n  - https://a\n  - type: INCIDENT\n    url: https://b.example/2\n',
  );
  check('a list that is none yet', 'id: x\n', append('tags', 'b'), 'id: x\ntags:\n  - b\n');
  check('beside a glob without quotes', 'paths: *.ts\n', set('id', 'z'), 'id: z\npaths: *.ts\n');
  check('numbers stay as written', 'x-a: 0x1F\nid: y # 1e3\n', set('id', 'z'), 'x-a: 0x1F\nid: z # 1e3\n');

  check(
    'takes a key out',
    'id: x # c\n# of tags\ntags: [a] # b\n# d\ntitle: y\n',
    remove('tags'),
    'id: x # c\n# of tags\n# d\ntitle: y\n',
  );
  check('takes a list out', 'tags:\n  - a\n  - b\nid: x\n', remove('tags'), 'id: x\n');
  check('takes a text of several lines out', 'id: x\nadvice: >-\n  a\n  b\n', remove('advice'), 'id: x\n');
  check('takes nothing out that is not there', 'id: x\n', remove('tags'), 'id: x\n');
  check(
    'takes a key out of a flow map',
    '{id: x, tags: a, title: y}\n',
    remove('tags'),
    '{id: x, title: y}\n',
  );
  check('takes the last key out of a flow map', '{id: x, tags: a}\n', remove('tags'), '{id: x}\n');

  const scopes = 'applies_to:\n  - pattern: a # why\n    # and here\n    paths: b\n  - symbols: c\n';
  check(
    'a new key in an entry, where the format has it',
    scopes,
    inScope(set('symbols', ['d'])),
    scopes.replace('paths: b\n', 'paths: b\n    symbols:\n      - d\n'),
  );
  check(
    'a new key before the first of an entry, behind all of it',
    scopes,
    inScope(set('paths', ['d/']), 1),
    `${scopes}    paths:\n      - d/\n`,
  );
  check(
    'takes the first key out of an entry',
    scopes,
    inScope(remove('pattern')),
    scopes.replace('pattern: a # why\n    ', ''),
  );
  check(
    'takes another key out of an entry',
    scopes,
    inScope(remove('paths')),
    scopes.replace('    paths: b\n', ''),
  );

  it('leaves alone what others share, and what is broken', () => {
    for (const yaml of [
      'status: &s proposed\ntags: *s\n',
      'status: [a\n',
      '- a\n',
      'status: a\nstatus: b\n',
    ]) {
      assert.equal(rewrite(new SourceText(`---\n${yaml}---\n`), [set('status', 'accepted')]), undefined);
    }
    assert.equal(rewrite(new SourceText('no lesson'), [set('id', 'a')]), undefined);
  });

  it('changes what it is told, and nothing else', () => {
    let done = 0;
    fc.assert(
      fc.property(lessonFiles, fc.constantFrom(...changes), (file, change) => {
        const before = new SourceText(file);
        const after = rewrite(before, [change]);
        if (after === undefined) {
          // Only what another key shares by an alias is out of reach.
          assert.match(file, /[&*]/);
          return;
        }
        done++;
        const data = dataOf(before);
        const { [change.key]: changed, ...rest } = dataOf(after);
        const { [change.key]: old, ...others } = data;
        assert.deepEqual(rest, others);
        const list = old === undefined || old === null ? [] : Array.isArray(old) ? old : [old];
        const wanted =
          change.kind === 'remove'
            ? undefined
            : change.kind === 'set'
              ? change.value
              : [...list, change.value];
        assert.deepEqual(changed, wanted);
        assert.equal(
          after.value.slice(after.value.indexOf('\n---\n', 3)),
          before.value.slice(before.value.indexOf('\n---\n', 3)),
        );
        checkDiff(before, after, change);
      }),
      { numRuns: runs(600) },
    );
    assert.ok(done > runs(400), `${done} changes were made`);
  });

  it('reads back what it formats', () => {
    fc.assert(
      fc.property(frontMatters, fc.constantFrom('', '\n## What happened\n'), (frontMatter, body) => {
        const file = formatLesson(frontMatter as FrontMatter, body);
        const { lesson } = parseLessonText('a', new SourceText(file));
        assert.deepEqual(lesson?.frontMatter, frontMatter);
        assert.equal(lesson?.body.value, body);
      }),
      { numRuns: runs(500) },
    );
  });
});

/** No line goes but those of the value itself, and no comment at all unless it stood inside of a list that was replaced. */
function checkDiff(before: SourceText, after: SourceText, change: Change): void {
  const lines = diffLines(before.value, after.value);
  const removed = lines.filter((part) => part.removed).flatMap(({ value }) => value.trimEnd().split('\n'));
  const value = parseDocument(yamlOf(before)).get(change.key, true) as Node | undefined;
  const [start, end] = value?.range ?? [0, 0];
  const height = yamlOf(before).slice(start, end).split('\n').length + 1;
  assert.ok(removed.length <= height, `${removed.length} lines went: ${removed.join('\n')}`);
  const isReplaced = change.kind === 'remove' || (change.kind === 'set' && Array.isArray(change.value));
  if (!isReplaced) {
    const left = commentsOf(after);
    for (const comment of commentsOf(before)) {
      const at = left.indexOf(comment);
      assert.notEqual(at, -1, `lost ${comment}`);
      left.splice(at, 1);
    }
  }
}
