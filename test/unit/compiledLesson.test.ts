import assert from 'node:assert/strict';
import { CompiledScope } from '../../src/core/library/compiledLesson';

describe('a compiled scope', () => {
  const place = { line: 0, character: 0 };
  const ranges = { scope: { start: place, end: place }, symbols: [] };
  /** How many hits it has in a text, and whether they are wanted. */
  const check = (
    what: string,
    scope: CompiledScope['scope'],
    text: string,
    expected: readonly [number, boolean],
  ) =>
    it(what, () => {
      const compiled = new CompiledScope({ index: 0, scope, ranges });
      const isWanted = compiled.notPattern?.test(text) !== true;
      assert.deepEqual([compiled.pattern?.hits(text, 10).length, isWanted], expected);
    });

  check('hits by its pattern', { pattern: 'a' }, 'aba', [2, true]);
  check('drops by its other pattern', { pattern: 'a', not_pattern: 'b' }, 'aba', [2, false]);
  check('hits nothing by a pattern that is not whole', { pattern: '(' }, '(', [0, true]);
  check('drops all by another that is not whole', { pattern: 'a', not_pattern: '(' }, 'aba', [2, false]);
});
