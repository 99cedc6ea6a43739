import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allLines, changedLines, noLines, touches } from '../../src/core/match/changedLines';
import { SourceText } from '../../src/core/text';

describe('changed lines', () => {
  const check = (committed: string, current: string, expected: readonly (readonly [number, number])[]) =>
    it(`${JSON.stringify(committed)} to ${JSON.stringify(current)}`, () =>
      assert.deepEqual(changedLines(new SourceText(committed), new SourceText(current)), {
        kind: 'some',
        spans: expected.map(([start, end]) => ({ start, end })),
      }));

  check('a\nb', 'a\nb', []);
  check('a\r\nb', 'a\nb', []);
  check('a\nb', 'a\nx\nb', [[1, 2]]);
  check('a\nb', 'x\nb', [
    [0, 1],
    [0, 1],
  ]);
  check('a\nb\nc', 'a\nc', [[1, 2]]);
  check('', 'a', [
    [0, 1],
    [0, 1],
  ]);

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
  const touching = (start: number, end: number) => touches({ kind: 'some', spans: [{ start, end }] }, range);
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
        touching(0, 1) || touches({ kind: 'some', spans: [{ start: 0, end: 1 }] }, undefined),
      ],
      [false, true],
    ));
});
