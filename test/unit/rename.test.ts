import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renamingEdits, renamingFault } from '../../src/core/author/rename';
import { SourceText } from '../../src/core/text';
import { applyEdits } from '../../src/core/textEdit';
import { lessonFiles } from './lessonFiles';

const from = 'LSN-7K3QF2XM';
const to = 'LSN-NEWNEW00';
const renamed = (path: string, raw: string, ids = { from, to }) =>
  applyEdits(raw, renamingEdits(path, new SourceText(raw), ids));

describe('renaming an id', () => {
  const check = (what: string, path: string, written: string, expected: string) =>
    it(what, () => assert.equal(renamed(path, written), expected));

  check(
    'in a lesson: everywhere',
    '.lessons/a.md',
    `\uFEFF---\r\nid: ${from}\r\nrelated: [${from}]\r\n---\r\nAs ${from}: é\r\n`,
    `\uFEFF---\r\nid: ${to}\r\nrelated: [${to}]\r\n---\r\nAs ${to}: é\r\n`,
  );
  check(
    'in a lesson that is broken',
    '.lessons/a.md',
    `---\ntitle: a: [\nid: '${from}'\n`,
    `---\ntitle: a: [\nid: '${to}'\n`,
  );
  check(
    'in an event',
    '.lessons/events/1.jsonl',
    `{"lesson":"${from}"}\n{"x":1}`,
    `{"lesson":"${to}"}\n{"x":1}`,
  );
  check('in the config', '.lessons/config.yaml', `x-a: ${from} # ${from}`, `x-a: ${to} # ${to}`);
  check(
    'in code: in suppressions alone',
    'a.ts',
    `const id = '${from}'; // lessons-ignore LSN-00000001 ${from} -- ${from}`,
    `const id = '${from}'; // lessons-ignore LSN-00000001 ${to} -- ${from}`,
  );
  check('in a README elsewhere: not in prose', 'README.md', `See ${from}.`, `See ${from}.`);

  const piece = fc.oneof(
    fc.constantFrom(
      from,
      to,
      'LSN-00000001',
      `${from}-x`,
      `x/${from}.md`,
      `https://a.example/${from}`,
      'lessons-ignore ',
    ),
    fc.constantFrom('\n', '\r\n', '\r', '\uFEFF', ' ', ', ', '-- ', '---\n', 'id: ', '\u2028', '😀'),
    fc.string({ maxLength: 8 }),
  );
  const texts = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    lessonFiles,
  );
  const path = fc.constantFrom('.lessons/a.md', 'src/a.ts');

  it('there and back is as if nothing had been', () =>
    fc.assert(
      fc.property(path, texts, (where, raw) => {
        fc.pre(!raw.includes(to));
        assert.equal(renamed(where, renamed(where, raw), { from: to, to: from }), raw);
      }),
      { numRuns: 1000 },
    ));

  it('touches nothing but the id', () =>
    fc.assert(
      fc.property(path, texts, (where, raw) => {
        const blank = (text: string) => text.replaceAll(from, '?').replaceAll(to, '?');
        assert.equal(blank(renamed(where, raw)), blank(raw));
      }),
      { numRuns: 1000 },
    ));
});

describe('a new id', () => {
  const check = (what: string, renaming: Parameters<typeof renamingFault>[0], expected: RegExp | undefined) =>
    it(what, () => {
      const fault = renamingFault(renaming);
      assert.equal(expected === undefined ? fault === undefined : expected.test(fault ?? ''), true, fault);
    });
  const free = { from, to, holders: ['.lessons/a.md'], takenBy: [] };

  check('that is free', free, undefined);
  check('for an id that no lesson has', { ...free, holders: [] }, undefined);
  check('in small letters', { ...free, to: to.toLowerCase() }, /^"lsn-newnew00" is no lesson id\. Write /);
  check('with a letter that is not used', { ...free, to: 'LSN-UUUUUUUU' }, /is no lesson id/);
  check('that is empty', { ...free, to: '' }, /is no lesson id/);
  check(
    'that another lesson has',
    { ...free, takenBy: ['.lessons/b.md'] },
    /id of \.lessons\/b\.md\. Choose/,
  );
  check(
    'for two lessons at once',
    { ...free, holders: ['a.md', 'b.md'] },
    /id of a\.md, b\.md, so .* first\.$/,
  );
});
