import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import { definitionsIn } from '../../src/core/match/definition';
import { DefinitionGrammars, Grammar, usualLimits } from '../../src/core/match/grammar';
import { Grammars } from '../../src/core/match/grammars';
import { candidatesFor } from '../../src/core/match/languages/grammarChoice';
import { sourceOf } from '../../src/core/match/source';
import { StructureFinder } from '../../src/core/match/structure/structureFinder';
import { inOrder } from '../../src/core/match/symbolNaming';
import { TextParser } from '../../src/core/match/textParser';
import { atOnce } from '../../src/core/pieces';
import { runs } from './runs';

const files = grammarFilesIn('dist');
const languages = new Grammars(files);

/** Each look at it is a second later, so that a parse is put down as often as it can be. */
function hurriedClock(): () => number {
  let time = 0;
  return () => {
    time += 1000;
    return time;
  };
}

const samples: Readonly<Record<string, string>> = {
  'a.ts': readFileSync('src/core/match/decide.ts', 'utf8'),
  'a.py': 'class A:\n    def f(self):\n        return [x for x in g(1)]  # one\n\n\nB = 2\n'.repeat(12),
  'a.cpp': 'namespace n { int A::f(int a) { return a + 1; } struct S { int x, y; }; }\n'.repeat(12),
  'a.rb': 'module M\n  class A::B\n    def self.f(a) = a\n    X = 1\n  end\nend\n'.repeat(12),
  'a.php': '<?php\nnamespace A;\nclass B { public $x; function f() { return 1; } }\n'.repeat(12),
};

describe('work in pieces', () => {
  const cut = fc.tuple(fc.constantFrom(...Object.keys(samples)), fc.nat(400));

  it('parses to the same tree, also what is broken', () =>
    fc.assert(
      fc.asyncProperty(cut, async ([path, left]) => {
        const [candidate] = candidatesFor(sourceOf(path, '').language, path);
        const language = await languages.language(candidate?.way.grammar ?? '');
        const text = samples[path]?.slice(left) ?? '';
        const [whole, pieces] = [new TextParser(language), new TextParser(language, hurriedClock())];
        const trees = [whole, pieces].map((parser) => atOnce(parser.parse(text, () => false)));
        const [one, other] = trees.map((tree) => tree?.rootNode.toString());
        assert.equal(one, other);
        for (const tree of trees) {
          tree?.delete();
        }
      }),
      { numRuns: runs(8) },
    )).timeout(20_000);

  it('finds the same definitions', () =>
    fc.assert(
      fc.asyncProperty(cut, fc.integer({ min: 20, max: 1000 }), async ([path, left], length) => {
        const [candidate] = candidatesFor(sourceOf(path, '').language, path);
        assert.ok(candidate);
        const grammar = await new DefinitionGrammars(languages, usualLimits).load(candidate.way);
        assert.ok(grammar instanceof Grammar);
        const text = samples[path]?.slice(left) ?? '';
        const tree = atOnce(grammar.parse(text));
        assert.ok('rootNode' in tree);
        const found = [text.length, length].map((piece) =>
          atOnce(definitionsIn(tree.rootNode, grammar, text, undefined, piece)).sort(inOrder),
        );
        assert.ok(found[0] !== undefined && found[0].length > 0);
        assert.deepEqual(found[1], found[0]);
        tree.delete();
      }),
      { numRuns: runs(8) },
    )).timeout(20_000);

  const checkStructure = (code: string, pattern: string, inEach: number) =>
    it(`finds ${pattern} wherever it is built`, async () => {
      const finder = new StructureFinder(files, languages, hurriedClock());
      const times = Math.ceil(18_000 / code.length);
      const whole = sourceOf('a.ts', `function all() {\n${code.repeat(times)}}\n`);
      const result = await finder.hits(whole, pattern, Number.POSITIVE_INFINITY);
      assert.ok(result.kind === 'hits');
      const starts = result.hits.map(({ start }) => start);
      assert.equal(starts.length, inEach * times + (pattern.startsWith('function all') ? 1 : 0));
      assert.deepEqual(
        starts,
        starts.toSorted((a, b) => a - b),
      );
    }).timeout(20_000);

  checkStructure('f(g(f(1)), h);\n', 'f($$$A)', 2);
  checkStructure('if (a) { f(1); }\n', 'if ($C) { $S }', 1);
  checkStructure('x = new Error(y);\n', 'new Error($A)', 1);
  checkStructure('const a = 1;\n', 'function all() { $$$ }', 0);
});
