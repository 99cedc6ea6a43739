import assert from 'node:assert/strict';
import fc from 'fast-check';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import { usualLimits } from '../../src/core/match/grammar';
import { ParserRuntime } from '../../src/core/match/parserRuntime';
import { sourceOf } from '../../src/core/match/source';
import { type SymbolFacts, SymbolFinder } from '../../src/core/match/symbolFinder';
import { atOnce, type Pieces } from '../../src/core/pieces';
import { runs } from './runs';

describe('the finder of symbols', () => {
  const files = grammarFilesIn('dist');
  const finder = new SymbolFinder(files);
  const short = new SymbolFinder(files, { limits: { ...usualLimits, length: 100 } });
  const broken = new SymbolFinder({
    ...files,
    read: async (name) => (name === 'go' ? new Uint8Array([1, 2, 3]) : files.read(name)),
  });

  const check = (who: SymbolFinder, path: string, text: string, expected: string) =>
    it(`${path}: ${text.replace(/\s+/g, ' ').slice(0, 40)}`, async () =>
      assert.equal(inShort(await who.factsOf(sourceOf(path, text))), expected));

  check(finder, 'a.sql', 'SELECT 1', 'no-grammar');
  check(finder, 'a.ts', '', '0 symbols');
  check(finder, 'a.ts', 'function f() {}', '1 symbols');
  check(short, 'a.ts', 'function f() {}', '1 symbols');
  check(short, 'a.ts', `const f = ${'1 + '.repeat(30)}1;`, 'too-slow');
  check(broken, 'a.go', 'package a\nfunc f() {}', 'failed');
  check(broken, 'a.go', 'package a\nfunc again() {}', 'failed');
  check(broken, 'a.ts', 'function f() {}', '1 symbols');

  it('gives up what takes too long, and is ready for the next text', async () => {
    let clock = 0;
    const impatient = new SymbolFinder(files, { now: () => (clock += 1000) });
    const long = sourceOf('a.ts', 'function f() { g(); }\n'.repeat(1000));
    assert.equal(inShort(await impatient.factsOf(long)), 'too-slow');
    assert.equal(inShort(await finder.factsOf(long)), '1000 symbols');
    assert.equal(inShort(await impatient.factsOf(sourceOf('a.ts', 'class A {}'))), '1 symbols');
  });

  it('finds the same in broken code, however slow the machine is', async () => {
    let clock = 0;
    const slow = new SymbolFinder(files, { now: () => (clock += 5) });
    const code = 'class A { b() { return `c`; } static d = async (e: string) => f(e); }\n'.repeat(9);
    const faults = fc.array(fc.tuple(fc.nat(code.length), fc.constantFrom(...'{}()`"\'/*;,')), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(faults, async (some) => {
        const text = some.reduce((whole, [at, fault]) => whole.slice(0, at) + fault + whole.slice(at), code);
        const source = sourceOf('a.ts', text);
        assert.deepEqual(await slow.factsOf(source), await finder.factsOf(source));
      }),
      { numRuns: runs(100) },
    );
  });

  it('gives callers who ask no reasons no symbols', async () => {
    assert.deepEqual(await finder.symbolsOf(sourceOf('a.sql', 'SELECT 1')), []);
    assert.deepEqual(await broken.symbolsOf(sourceOf('a.go', 'package a\nfunc f() {}')), []);
    assert.equal(await broken.open(sourceOf('a.go', '')), undefined);
  });

  it('trusts no parser any more after one has trapped', () => {
    const runtime = new ParserRuntime();
    const one = function* (): Pieces<number> {
      yield;
      return 1;
    };
    const trap = (): never => {
      throw new Error('unreachable');
    };
    const expected = { reason: 'failed', detail: 'unreachable' };
    assert.equal(atOnce(runtime.attempt(one)), 1);
    assert.deepEqual(atOnce(runtime.attempt(trap)), expected);
    assert.deepEqual(atOnce(runtime.attempt(one)), expected);
  });
});

function inShort(facts: SymbolFacts): string {
  return facts.kind === 'symbols' ? `${facts.symbols.length} symbols` : facts.reason;
}
