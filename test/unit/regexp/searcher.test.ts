import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { compilePattern } from '../../../src/core/lesson/pattern';
import { parseExpression } from '../../../src/core/lesson/regexp/parse';
import { SeededRandom } from '../../bench/random';
import { runs } from '../runs';
import { patternFlags, patterns, texts } from './arbitraryPattern';

/** `RUNS=1000000 mocha …` looks longer. */
const numRuns = runs(120);

describe('patterns as automata', () => {
  it('hit what the engine hits', () => {
    fc.assert(
      fc.property(patterns, patternFlags, texts, (pattern, flags, text) => {
        const engine = compiledByEngine(pattern, flags);
        const read = parseExpression(RE2JS.translateRegExp(pattern), flagsOf(flags));
        fc.pre(engine !== undefined && read !== undefined);
        const compiled = compilePattern(pattern, flags);
        assert.deepEqual(compiled.hits(text, 100), hitsOf(engine as RE2JS, text));
        assert.equal(compiled.test(text), engine?.test(text));
      }),
      { numRuns },
    );
  });

  it('forget what they found out when it grows too much, and go on', () => {
    const random = new SeededRandom(3);
    const text = Array.from({ length: 10_000 }, () => random.pick(['a', 'b'])).join('');
    // Which of the last 13 characters were an `a` is 8,000 states, more than are kept.
    const pattern = 'a[ab]{12}(?:bbbbbbb|x)';
    const engine = compiledByEngine(pattern, '');
    assert.deepEqual(compilePattern(pattern).hits(text, 100), engine && hitsOf(engine, text));
  });

  it('read only what the engine reads', () => {
    const pieces = [
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '{2}',
      '{,3}',
      '{1001}',
      '*',
      '+',
      '?',
      '|',
      '\\',
      '^',
      '-',
      ':',
    ];
    const broken = fc
      .array(
        fc.oneof(
          fc.constantFrom(...pieces, '(?i)', '(?P<n>', '[:', ':]', 'Q', '\\p', 'L', '0', '8'),
          patterns,
        ),
        {
          maxLength: 6,
        },
      )
      .map((all) => all.join(''));
    fc.assert(
      fc.property(broken, patternFlags, (pattern, flags) => {
        const read = parseExpression(RE2JS.translateRegExp(pattern), flagsOf(flags));
        assert.equal(read !== undefined && compiledByEngine(pattern, flags) === undefined, false);
      }),
      { numRuns },
    );
  });
});

function flagsOf(flags: string) {
  return { anyCase: flags.includes('i'), dotAll: flags.includes('s'), perLine: true };
}

function compiledByEngine(pattern: string, flags: string): RE2JS | undefined {
  const bits =
    RE2JS.MULTILINE |
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0);
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern), bits);
  } catch {
    return undefined;
  }
}

function hitsOf(expression: RE2JS, text: string): { start: number; end: number }[] {
  const matcher = expression.matcher(text);
  const hits: { start: number; end: number }[] = [];
  while (matcher.find() && hits.length < 100) {
    if (matcher.end() > matcher.start()) {
      hits.push({ start: matcher.start(), end: matcher.end() });
    }
  }
  return hits;
}
