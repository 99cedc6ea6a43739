import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  allLines,
  type ChangeKind,
  changedLines,
  changesOf,
  noLines,
  touches,
} from '../../src/core/match/changedLines';
import { type Range, SourceText } from '../../src/core/text';

describe('changed lines', () => {
  const check = (
    committed: string,
    current: string,
    expected: readonly (readonly [number, number, ChangeKind])[],
  ) =>
    it(`${JSON.stringify(committed)} to ${JSON.stringify(current)}`, () =>
      assert.deepEqual(changedLines(new SourceText(committed), new SourceText(current)), {
        kind: 'some',
        spans: expected.map(([start, end, kind]) => ({ start, end, kind })),
      }));

  check('a\nb', 'a\nb', []);
  check('a\r\nb', 'a\nb', []);
  check('a\nb', 'a\nx\nb', [[1, 2, 'add']]);
  check('a\nb', 'x\nb', [[0, 1, 'edit']]);
  check('a\nb\nc', 'a\nc', [[1, 2, 'delete']]);
  check('a\nb', 'a', [[1, 2, 'delete']]);
  check('', 'a', [[0, 1, 'edit']]);

  it('leave every other line as it was', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changed = changedLines(new SourceText(before.join('\n')), new SourceText(after.join('\n')));
        const kept = after.filter(
          (_, line) => !touches(changed, { start: { line, character: 0 }, end: { line, character: 0 } }),
        );
        const committed = before.join('\n').split('\n');
        let at = 0;
        for (const line of kept) {
          at = committed.indexOf(line, at) + 1;
          assert.notEqual(
            at,
            0,
            'a line that counts as unchanged stood in the committed text, in this order',
          );
        }
      }),
    );
  });

  const range = { start: { line: 3, character: 0 }, end: { line: 5, character: 1 } };
  const touching = (start: number, end: number) =>
    touches({ kind: 'some', spans: [{ start, end, kind: 'edit' }] }, range);
  it('touch a range that they overlap', () =>
    assert.deepEqual(
      [touching(0, 3), touching(0, 4), touching(5, 6), touching(6, 7)],
      [false, true, true, false],
    ));
  it('touch nothing, or everything', () =>
    assert.deepEqual([touches(noLines, range), touches(allLines, range)], [false, true]));
  it('touch a file anywhere', () =>
    assert.deepEqual(
      [
        touches(noLines, undefined),
        touching(0, 1) || touches({ kind: 'some', spans: [{ start: 0, end: 1, kind: 'edit' }] }, undefined),
      ],
      [false, true],
    ));
});

describe('what was done to a place', () => {
  const committed = 'zero\nfunction f() {\n  one();\n  two();\n}\nlast\n';
  const at = (start: number, end = start) => ({
    start: { line: start, character: 0 },
    end: { line: end, character: 1 },
  });
  const check = (
    what: string,
    current: string,
    place: Range | undefined,
    expected: readonly ChangeKind[],
    extent?: Range,
  ) =>
    it(what, () => {
      const changed = changedLines(new SourceText(committed), new SourceText(current));
      assert.deepEqual(changesOf(changed, place, extent), expected);
    });

  check('nothing', committed, at(1), []);
  check('nothing there', committed.replace('zero', 'null'), at(1), []);
  check('a line is new', committed.replace('last', 'more\nlast'), at(5), ['add']);
  check('a line is another', committed.replace('two', 'three'), at(3), ['edit']);
  check('a line of its body is another', committed.replace('two', 'three'), at(1), ['edit'], at(1, 4));
  check('a line of its body is new', committed.replace('  two', '  x();\n  two'), at(1), ['edit'], at(1, 5));
  check('a line of its body is gone', committed.replace('  two();\n', ''), at(1), ['delete'], at(1, 3));
  check(
    'one line of its body is another, and one is gone',
    committed.replace('zero', 'null').replace('  one();\n', '').replace('}', '} // end'),
    at(1),
    ['edit', 'delete'],
    at(1, 3),
  );
  check('a file is another', committed.replace('two', 'three'), undefined, ['edit']);
  it('nothing was committed', () => assert.deepEqual(changesOf(allLines, at(1)), ['add']));
});
