import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileOrFault, compilePattern } from '../../../src/core/lesson/pattern';
import { PatternSession } from '../../../src/core/library/patterns/patternSession';
import { PatternSet } from '../../../src/core/library/patterns/patternSet';
import { atOnce } from '../../../src/core/pieces';
import { changeBetween } from '../../../src/core/text';
import { patternFlags, patterns, texts } from '../regexp/arbitraryPattern';
import { runs } from '../runs';

/** `RUNS=100000 mocha …` looks longer. */
const numRuns = runs(15);

describe('patterns in a text that is edited', () => {
  const check = (pattern: string, states: readonly string[], limit = 100) =>
    it(`${pattern} through ${states
      .slice(0, 7)
      .map((state) => JSON.stringify(state.slice(0, 12)))
      .join(', ')}`, () => assertSame(new PatternSet([compilePattern(pattern)]), states, limit));

  check('ab', ['ab', 'xab', 'xaab', 'xaa b', 'ab\nab', 'ab\n\nab', 'b\nab']);
  check('a(?:[^b]*b)?', ['a xx', 'a xx b', 'a x b', 'aa x b', 'a x']);
  check('^x$', ['x\nx\nx', 'x\n\nx', '\nx\n\nx', 'xx', '']);
  check('\\Ax|x\\z', ['x', 'x ', ' x', 'x x', '']);
  check('a\\s+b', ['a\nb', 'a\n\nb', `a${' '.repeat(600)}b`, `a${' '.repeat(600)}c`, 'a b a b']);
  check('a', ['aaaa', 'aaa', 'aa', 'aaaaa', 'baaaa'], 3);
  check('a\\n?', ['aa\naa', 'aaa', 'aa', 'aa\naaa', 'baaaa'], 3);
  check('(?:a?)*b', ['aab', 'ab', 'b\naab', '']);
  check('foo\\s*\\(', [...grown('foo (\n'.repeat(300), 'x'), 'foo', '', 'foo ('], 50);

  describe('that read far behind their hits', () => {
    const checkCut = (pattern: string, line: string, expected: number) =>
      it(`${pattern} ends after ${expected} hits`, () => {
        const text = line.repeat(1_000_000 / line.length);
        const set = new PatternSet([compilePattern(pattern)]);
        assert.equal(atOnce(set.hits(text, 1000)).get(0)?.length ?? 0, expected);
        assertSame(set, [text, `${text.slice(0, 900_000)}b${text.slice(900_000)}`], 1000);
      });

    checkCut('fn[^b\\n]*b|fn', 'fn ', 17);
    checkCut('(?:a[^b]*b)?', 'a ', 0);
  });

  it('hit what they hit in a text that was never edited', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(6),
      text: texts,
    });
    const pattern = fc
      .tuple(patterns, patternFlags)
      .map(([source, flags]) => compileOrFault(source, flags))
      .filter((compiled) => compiled.kind === 'pattern')
      .map(({ pattern: compiled }) => compiled);
    const all = fc.array(pattern, { minLength: 1, maxLength: 4 });
    const start = fc.tuple(texts, fc.constantFrom(1, 1, 60)).map(([text, times]) => text.repeat(times));
    fc.assert(
      fc.property(
        all,
        start,
        fc.array(edit, { maxLength: 8 }),
        fc.constantFrom(2, 100),
        (some, text, edits, limit) => {
          const states = [text];
          for (const { at, length, text: typed } of edits) {
            const last = states.at(-1) ?? '';
            const from = Math.floor(at * last.length);
            states.push(last.slice(0, from) + typed + last.slice(from + length));
          }
          assertSame(new PatternSet(some), states, limit);
        },
      ),
      { numRuns },
    );
  });
});

/** One key after another, at places that jump. */
function grown(text: string, key: string): string[] {
  const states = [text];
  for (let count = 0; count < 20; count++) {
    const last = states.at(-1) ?? '';
    const at = (count * 7919) % last.length;
    states.push(last.slice(0, at) + key + last.slice(at));
  }
  return states;
}

function assertSame(set: PatternSet, [first = '', ...others]: readonly string[], limit: number): void {
  const session = new PatternSession(set, limit);
  atOnce(session.open(first));
  let text = first;
  for (const state of others) {
    const change = changeBetween(text, state);
    if (change !== undefined) {
      atOnce(session.update(state, change));
    }
    text = state;
    assert.deepEqual([...session.hits], [...atOnce(set.hits(text, limit))]);
  }
}
