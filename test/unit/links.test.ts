import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type LinkTarget, linksIn } from '../../src/core/author/links';
import { SourceText } from '../../src/core/text';
import { lessonFiles } from './lessonFiles';

const a = 'LSN-7K3QF2XM';
const b = 'LSN-00000001';

const destination = (target: LinkTarget) =>
  target.kind === 'lesson'
    ? target.id
    : target.kind === 'page'
      ? target.url
      : `${target.path}${target.lines === undefined ? '' : `#${target.lines.join('-')}`}`;

/** Each link as `written -> where it leads`. */
const shape = (file: string) => {
  const text = new SourceText(file);
  return linksIn(text).map(({ range, target }) => {
    const written = text.value.slice(text.offsetAt(range.start), text.offsetAt(range.end));
    return `${written} -> ${destination(target)}`;
  });
};

describe('the links of a lesson file', () => {
  const check = (what: string, file: string, expected: readonly string[]) =>
    it(what, () => assert.deepEqual(shape(file), expected));
  const checkKeys = (what: string, keys: string, expected: readonly string[]) =>
    check(what, `---\nid: ${a}\n${keys}\n---\n`, expected);

  checkKeys('ids of others', `related: [${b}]\nsupersedes:\n  - ${a}`, [`${b} -> ${b}`, `${a} -> ${a}`]);
  check('as they follow each other', `---\nid: ${a}\nreferences: https://a.example/1\nrelated: ${b}\n---\n`, [
    'https://a.example/1 -> https://a.example/1',
    `${b} -> ${b}`,
  ]);
  check('ids in the body, also its own', `---\nid: ${a}\n---\nSee ${b} and ${a}.`, [
    `${b} -> ${b}`,
    `${a} -> ${a}`,
  ]);
  checkKeys('a reference', 'references: https://a.example/1', ['https://a.example/1 -> https://a.example/1']);
  checkKeys(
    'references',
    'references:\n  - https://a.example/1\n  - type: FIX\n    url: https://a.example/2',
    [...['https://a.example/1 -> https://a.example/1', 'https://a.example/2 -> https://a.example/2']],
  );
  checkKeys(
    'what is no https address',
    'references: ["http://a.example", "command:x", "javascript:alert(1)", 1, ~]',
    [],
  );
  checkKeys('a reference in quotes', "references: 'https://a.example/1' # the report", [
    'https://a.example/1 -> https://a.example/1',
  ]);
  checkKeys('a place in code', 'evidence: {commit: abcdef1, path: src/a.ts, lines: 3-7}', [
    'src/a.ts -> src/a.ts#3-7',
  ]);
  checkKeys('one line', 'evidence:\n  - path: src/a b.ts\n    lines: 3', ['src/a b.ts -> src/a b.ts#3-3']);
  checkKeys('lines as code hosts write them', 'evidence: {path: a.ts, lines: L3-L7}', ['a.ts -> a.ts#3-7']);
  checkKeys('lines that are none', 'evidence: [{path: a, lines: all}, {path: b, lines: 0}]', [
    'a -> a',
    'b -> b',
  ]);
  checkKeys('a commit alone', 'evidence: {commit: abcdef1}', []);
  checkKeys('a path as text alone', 'evidence: src/a.ts', []);
  for (const path of [
    '../a',
    'a/../../b',
    '/etc/passwd',
    'C:/a',
    'file:///etc/passwd',
    '..\\\\a',
    'a//b',
    '',
    'a/',
  ]) {
    checkKeys(`no path out of the folder: ${path}`, `evidence: {path: "${path}"}`, []);
  }
  checkKeys('below a key that is broken', `tags: [x\ntitle: a: b\nreferences:\n  - https://a.example/1`, [
    'https://a.example/1 -> https://a.example/1',
  ]);
  check('a block without an end', `---\nreferences:\n  - https://a.example/1\n  - `, [
    'https://a.example/1 -> https://a.example/1',
  ]);
  check('no front matter', `https://a.example/1 ${b}`, [`${b} -> ${b}`]);

  it('never throw', () =>
    fc.assert(
      fc.property(lessonFiles, fc.nat(400), (file, length) => {
        assert.equal(Array.isArray(linksIn(new SourceText(file.slice(0, length)))), true);
      }),
    ));
});
