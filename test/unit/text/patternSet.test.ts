import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  compileOrFault,
  compilePattern,
  type Pattern,
  type PatternHit,
} from '../../../src/core/lesson/pattern';
import { PatternSet } from '../../../src/core/library/patterns/patternSet';
import { atOnce } from '../../../src/core/pieces';
import { SourceText } from '../../../src/core/text';
import { patternFlags, patterns, texts } from '../regexp/arbitraryPattern';
import { runs } from '../runs';

/** `RUNS=100000 mocha …` looks longer. */
const numRuns = runs(25);

describe('many patterns at once', () => {
  const check = (
    all: readonly string[],
    text: string,
    expected: readonly (readonly string[])[],
    flags?: string,
  ) =>
    it(`${all.join(' ')} hit ${JSON.stringify(expected)} in ${JSON.stringify(text)}`, () => {
      const hits = atOnce(
        new PatternSet(all.map((pattern) => compilePattern(pattern, flags))).hits(text, 100),
      );
      assert.deepEqual(
        all.map((_, index) => (hits.get(index) ?? []).map(({ start, end }) => text.slice(start, end))),
        expected,
      );
    });

  check(['fetch\\(', 'eval'], 'fetch(1)\nevaluate(fetch (', [['fetch('], ['eval']]);
  check(['fetch', '\\bfetch\\b'], 'prefetch fetch', [['fetch', 'fetch'], ['fetch']]);
  check(['aba'], 'abababa', [['aba', 'aba']]);
  check(['password\\s*='], 'PassWord\n=', [['PassWord\n=']], 'i');
  check(['kiss'], 'Ki\u017fs \u212aISS', [['Ki\u017fs', '\u212aISS']], 'i');
  check(['\\w+Error$'], 'aError\nbError c', [['aError']]);
  check(['<(?:script|style)[^>]*>'], '<script\nx>é<style>', [['<script\nx>', '<style>']]);
  check(['é😀=', 'b=='], 'a😀é😀=é b==', [['é😀='], ['b==']]);
  check(['getElementById', 'ElementBy', 'By'], 'getElementById', [['getElementById'], ['ElementBy'], ['By']]);
  check(['\\Aimport', 'import\\z'], 'import x\nimport', [['import'], ['import']]);

  it('hit what each hits by itself', () => {
    fc.assert(
      fc.property(sets(), texts, fc.integer({ min: 1, max: 5 }), (all, text, limit) => {
        assert.deepEqual([...atOnce(new PatternSet(all).hits(text, limit))], oneByOne(all, text, limit));
      }),
      { numRuns },
    );
  });

  it('hit the same where the bytes of a file were searched before', () => {
    const ending = fc.constantFrom('\n', '\r\n', '\r');
    const mark = fc.constantFrom('', '\uFEFF', '\uFEFF\uFEFF');
    fc.assert(
      fc.property(
        sets(),
        mark,
        texts,
        ending,
        garbles,
        fc.nat(3),
        (all, start, text, lineEnd, garble, shift) => {
          const written = start + text.replaceAll('\n', lineEnd);
          const bytes = garble(new TextEncoder().encode(written));
          const memory = new Uint8Array(bytes.length + shift);
          memory.set(bytes, shift);
          const source = new SourceText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).value;
          const set = new PatternSet(all);
          const scan = set.scan(memory.subarray(shift));
          const expected = oneByOne(all, source, 5);
          assert.deepEqual([...atOnce(set.hits(source, 5, undefined, scan))], expected);
          assert.equal(expected.length > 0 && !set.mayHit(scan), false);
        },
      ),
      { numRuns },
    );
  });
});

/** Bytes as they are, or with some that are no UTF-8. */
const garbles = fc.constantFrom<(bytes: Uint8Array) => Uint8Array>(
  (bytes) => bytes,
  (bytes) => bytes.map((byte, at) => (at % 5 === 2 ? byte | 0x80 : byte)),
  (bytes) => bytes.slice(0, -1),
);

function sets(): fc.Arbitrary<Pattern[]> {
  const pattern = fc
    .tuple(patterns, patternFlags)
    .map(([source, flags]) => compileOrFault(source, flags))
    .filter((compiled) => compiled.kind === 'pattern')
    .map(({ pattern: compiled }) => compiled);
  return fc.array(pattern, { minLength: 1, maxLength: 6 });
}

function oneByOne(all: readonly Pattern[], text: string, limit: number): (readonly [number, PatternHit[]])[] {
  return all.flatMap((pattern, index) => {
    const hits = pattern.hits(text, limit);
    return hits.length > 0 ? [[index, hits] as const] : [];
  });
}
