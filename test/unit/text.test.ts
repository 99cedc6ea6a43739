import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SourceText } from '../../src/core/text';

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
