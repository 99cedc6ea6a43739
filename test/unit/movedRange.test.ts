import assert from 'node:assert/strict';
import fc from 'fast-check';
import { movedRange } from '../../src/core/movedRange';
import { SourceText } from '../../src/core/text';
import { runs } from './runs';

describe('a range that goes along with its text', () => {
  const text = 'one two\nthree four\nfive';
  /** The range of a word, after a stretch of the text was replaced. */
  const check = (
    what: string,
    word: string,
    [from, to]: readonly [number, number],
    by: string,
    expected: string | undefined,
  ) => it(what, () => assert.equal(after(word, from, to, by), expected));
  function after(word: string, from: number, to: number, by: string): string | undefined {
    const before = new SourceText(text);
    const at = text.indexOf(word);
    const moved = movedRange(before.range(at, at + word.length), { range: before.range(from, to), text: by });
    const now = new SourceText(text.slice(0, from) + by + text.slice(to));
    return moved && now.value.slice(now.offsetAt(moved.start), now.offsetAt(moved.end));
  }

  check('typing before it in its line', 'four', [8, 8], 'xx', 'four');
  check('a new line before it', 'four', [8, 8], 'a\nb', 'four');
  check('a line break right before it', 'four', [14, 14], '\r\n', 'four');
  check('typing behind it', 'three', [13, 13], '!', 'three');
  check('typing within it', 'three', [10, 10], 'XY', 'thXYree');
  check('a line break within it', 'three', [10, 10], '\n', 'th\nree');
  check('lines deleted above it', 'five', [0, 19], '', 'five');
  check('its end deleted', 'three', [11, 14], '', 'thr');
  check('its begin deleted', 'three', [7, 10], '', 'ree');
  check('all of it deleted', 'three', [7, 14], '', undefined);
  check('all of it replaced', 'three', [8, 13], 'drei', undefined);

  it('covers what is left of it, and nothing that stood beside it', () => {
    const place = fc.nat(text.length);
    fc.assert(
      fc.property(place, place, place, place, fc.string({ maxLength: 4 }), (a, b, c, d, by) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const [from, to] = [Math.min(c, d), Math.max(c, d)];
        fc.pre(start < end && !(from === to && (from === start || from === end)));
        const before = new SourceText(text);
        const moved = movedRange(before.range(start, end), { range: before.range(from, to), text: by });
        const now = new SourceText(text.slice(0, from) + by + text.slice(to));
        const left = moved && now.value.slice(now.offsetAt(moved.start), now.offsetAt(moved.end));
        const kept = [text.slice(start, Math.min(end, from)), text.slice(Math.max(start, to), end)];
        const within = start < from && to < end ? by : '';
        const expected =
          from >= end || to <= start ? text.slice(start, end) : `${kept[0]}${within}${kept[1]}`;
        assert.equal(left ?? '', from <= start && end <= to ? '' : expected);
      }),
      { numRuns: runs(500) },
    );
  });
});
