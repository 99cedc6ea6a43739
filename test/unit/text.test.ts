import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeBetween, SourceText } from '../../src/core/text';

describe('SourceText', () => {
  const check = (raw: string, value: string) => assert.equal(new SourceText(raw).value, value);

  it('drops a byte order mark', () => check('\uFEFFa', 'a'));
  it('makes every line break one', () => check('a\r\nb\rc\n', 'a\nb\nc\n'));

  it('knows the place of every offset, and back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r', ' ')), (letters) => {
        const text = new SourceText(letters.join(''));
        for (let offset = 0; offset <= text.value.length; offset++) {
          const position = text.positionAt(offset);
          const before = text.value.slice(0, offset).split('\n');
          assert.equal(position.line, before.length - 1);
          assert.equal(position.character, before.at(-1)?.length);
          assert.equal(text.offsetAt(position), offset);
        }
        assert.deepEqual(
          text.lines().map((_, line) => text.line(line)),
          text.lines(),
        );
      }),
    );
  });
});

describe('the change between two texts', () => {
  const check = (before: string, after: string, expected: readonly number[] | undefined) =>
    it(`${before} -> ${after}`, () => {
      const change = changeBetween(before, after);
      assert.deepEqual(change && [change.start, change.oldEnd, change.newEnd], expected);
    });

  check('abc', 'abc', undefined);
  check('abc', 'abXc', [2, 2, 3]);
  check('aaa', 'aa', [2, 3, 2]);
  check('', 'a', [0, 0, 1]);
  check('abc', '', [0, 3, 0]);

  it('is as small as can be, and makes one of the other', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '\n') }),
        fc.nat(9000),
        fc.string(),
        (piece, padding, inner) => {
          const [head, tail] = ['x'.repeat(padding), 'y'.repeat(padding)];
          const [before, after] = [`${head}${piece}${tail}`, `${head}${inner}${tail}`];
          const change = changeBetween(before, after);
          if (change === undefined) {
            assert.equal(before, after);
            return;
          }
          const { start, oldEnd, newEnd } = change;
          assert.equal(before.slice(0, start) + after.slice(start, newEnd) + before.slice(oldEnd), after);
          const isSmaller = before[start] === after[start] && start < Math.min(oldEnd, newEnd);
          assert.equal(isSmaller, false);
        },
      ),
    ));
});
