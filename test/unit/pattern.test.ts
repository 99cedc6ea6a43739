import assert from 'node:assert/strict';
import { compileOrFault, compilePattern, isFlags } from '../../src/core/lesson/pattern';

describe('patterns', () => {
  const check = (pattern: string, text: string, expected: readonly string[], flags?: string) =>
    it(`${pattern} hits ${JSON.stringify(expected)}`, () =>
      assert.deepEqual(
        compilePattern(pattern, flags)
          .hits(text, 100)
          .map(({ start, end }) => text.slice(start, end)),
        expected,
      ));

  check('a+', 'caat a', ['aa', 'a']);
  check('^b$', 'a\nb\nc', ['b']);
  check('select', 'SELECT 1', []);
  check('select', 'SELECT 1', ['SELECT'], 'i');
  check('a.b', 'a\nb', []);
  check('a.b', 'a\nb', ['a\nb'], 's');
  check('x*', 'axb', ['x']);
  check('\\u00e9\\/', 'é/', ['é/']);
  check('😀b', 'é😀b', ['😀b']);
  check('(?<name>a)b', 'ab', ['ab']);

  it('refuses what could take forever, and what is not whole', () => {
    const kinds = ['(?=a)b', '(?<!a)b', '(a)\\1', '(a', '', 'a'.repeat(2001)].map((pattern) => {
      const compiled = compileOrFault(pattern);
      return compiled.kind === 'fault' && compiled.fault.kind;
    });
    assert.deepEqual(kinds, ['dialect', 'dialect', 'dialect', 'syntax', 'empty', 'too-long']);
  });

  it('tells the fault in terms of what was written', () =>
    assert.deepEqual(compileOrFault('f\\(('), {
      kind: 'fault',
      fault: { kind: 'syntax', detail: 'missing closing ): `f\\((`' },
    }));

  it('knows its flags', () =>
    assert.deepEqual(['', 'i', 'is', 'ii', 'g'].map(isFlags), [true, true, true, false, false]));

  it('takes a classic of backtracking in its stride', () =>
    assert.equal(compilePattern('(a+)+$').test(`${'a'.repeat(20_000)}b`), false));

  it('looks for what is too large for an automaton in short lines alone, and tells', () => {
    const large = compilePattern('(?:[ab]{1,50}c){1,20}');
    const short = 'abc\n'.repeat(10_000);
    assert.deepEqual([large.hits(short, 20_000).length, large.leavesOut(short)], [10_000, false]);
    const long = `abc${'ab'.repeat(10_000)}\nabc`;
    assert.deepEqual([large.hits(long, 9), large.leavesOut(long)], [[{ start: 20_004, end: 20_007 }], true]);
  }).timeout(20_000);

  it('stops at the limit', () => assert.equal(compilePattern('a').hits('a'.repeat(50), 7).length, 7));
});
