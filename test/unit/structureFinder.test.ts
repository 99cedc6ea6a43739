import assert from 'node:assert/strict';
import { Parser, Tree } from 'web-tree-sitter';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import { sourceOf } from '../../src/core/match/source';
import { StructureFinder, type StructureResult } from '../../src/core/match/structure/structureFinder';

describe('structures', () => {
  const finder = new StructureFinder(grammarFilesIn('dist'));
  const shown = (result: StructureResult, text: string) =>
    result.kind === 'none' ? [result.reason] : result.hits.map(({ start, end }) => text.slice(start, end));
  const check = (path: string, pattern: string, text: string, expected: readonly string[]) =>
    it(`${path}: ${pattern} in ${text.replace(/\s+/g, ' ').slice(0, 50)}`, async () =>
      assert.deepEqual(shown(await finder.hits(sourceOf(path, text), pattern, 100), text), expected));

  check('a.ts', 'fetch($URL)', 'fetch(a); fetch(a, b); "fetch(a)"; // fetch(a)', ['fetch(a)']);
  check('a.ts', 'f($A)', '"😀"; f(f(2))', ['f(f(2))', 'f(2)']);
  check('a.ts', 'f($A, $A)', 'f(1, 1); f(1, 2)', ['f(1, 1)']);
  check('a.ts', 'f($$$A, true)', 'f(true); f(1, 2, true); f(1)', ['f(true)', 'f(1, 2, true)']);
  check('a.ts', 'if ($C) { $$$ }', 'if (a) {}\nif (b) { return 1 }', ['if (a) {}', 'if (b) { return 1 }']);
  check('a.ts', 'constructor($$$A) { $$$B }', 'class A { constructor(a) { b() } }', [
    'constructor(a) { b() }',
  ]);
  check('a.tsx', '<a href={$X}/>', 'const a = <a href={y}/>;', ['<a href={y}/>']);
  check('a.js', '$A == null', 'a == null; a === null', ['a == null']);
  check('a.py', 'get($$$A, verify=False)', 'get(u, timeout=3, verify=False)\nget(u)', [
    'get(u, timeout=3, verify=False)',
  ]);
  check('a.py', 'except: $$$B', 'try:\n  x\nexcept:\n  pass\n', ['except:\n  pass']);
  check('a.py', '@route($A)', '@route("/")\ndef f(): pass\n', ['@route("/")']);
  check('a.ts', 'class $C { $$$ }', 'class A { b = 1; c() {} }', ['class A { b = 1; c() {} }']);
  check('a.go', 'http.Get($A)', 'package a\nfunc f() { a := http.Get(x) }', ['http.Get(x)']);
  check('a.go', 'func $F() { $$$ }', 'package a\nfunc f() { g() }', ['func f() { g() }']);
  check(
    'a.go',
    'if err != nil { return $$$A }',
    'package a\nfunc f() { if err != nil { return nil, err } }',
    ['if err != nil { return nil, err }'],
  );
  check('a.ts', 'fetch(', 'fetch(a)', ['not-code']);
  check('a.ts', 'a; b', 'a; b', ['not-code']);
  check('a.ts', ')(', 'a)(', ['not-code']);
  check('a.sql', 'f($A)', 'f(1)', ['no-grammar']);
  check('a.ts', 'f($A)', 'f(1);'.padEnd(1_000_001), ['too-large']);
  check('a.ts', 'f($A)', `f("\ud800", 1); f("\u0000")`, ['f("\u0000")']);

  const text = 'f(1); g(1, 2); f(g(3, 3)); h.f(4); if (a) { f(5) }';
  const patterns = ['f($A)', '$A(3, $B)', 'g($$$ARGS)', '$O.f($_X)', 'x; y', 'nowhere()', 'g($A, $A)'];

  it('of several patterns are those of each, in a text of few hits and of many', async () => {
    for (const source of [sourceOf('a.ts', text), sourceOf('a.ts', `${text}\n`.repeat(30))]) {
      const each = await Promise.all(patterns.map((pattern) => finder.hits(source, pattern, 1000)));
      assert.deepEqual(await finder.hitsOfAll(source, patterns, 1000), each);
    }
  });

  it('tell what metavariables stand for', async () => {
    const captures = async (pattern: string) => {
      const result = await finder.hits(sourceOf('a.ts', text), pattern, 1);
      const found = result.kind === 'hits' ? result.hits.flatMap((hit) => hit.captures) : [];
      return found.map(({ name, start, end }) => ({ name, text: text.slice(start, end) }));
    };
    assert.deepEqual(await captures('g($$$ARGS)'), [{ name: 'ARGS', text: '1, 2' }]);
    assert.deepEqual(await captures('if ($C) { $S }'), [
      { name: 'C', text: 'a' },
      { name: 'S', text: 'f(5)' },
    ]);
    assert.deepEqual(await captures('$_.f($_X)'), []);
  });

  it('end where the limit is', async () => {
    const result = await finder.hits(sourceOf('a.ts', text), 'f($A)', 2);
    assert.equal(result.kind === 'hits' && result.hits.length, 2);
  });

  it('parse nothing where a word of the pattern is not there', async () => {
    const none = new StructureFinder({ read: assert.fail, readStructures: assert.fail });
    assert.deepEqual(await none.hits(sourceOf('a.ts', text), 'fetch($A)', 9), { kind: 'hits', hits: [] });
  });

  it('are not compared where code is nested beyond measure, and found all the same', async () => {
    const nested = `${'f('.repeat(5000)}1${')'.repeat(5000)}`;
    const source = sourceOf('a.ts', `g(${nested}, ${nested}); h(1)`);
    const results = await finder.hitsOfAll(source, ['g($A, $A)', 'h($A)', 'g($A, $B)'], 9);
    const hits = results.map((result) => (result.kind === 'hits' ? result.hits.length : result.reason));
    assert.deepEqual(hits, ['too-deep', 1, 1]);
  });

  it('come back once files can be read', async () => {
    let isThere = false;
    const files = grammarFilesIn('dist');
    const late = new StructureFinder({
      ...files,
      read: (name) => (isThere ? files.read(name) : Promise.reject(new Error('away'))),
    });
    const source = sourceOf('a.js', 'f(1)');
    assert.equal((await late.hits(source, 'f($A)', 9)).kind, 'none');
    isThere = true;
    assert.equal((await late.hits(source, 'f($A)', 9)).kind, 'hits');
  });

  it('gives back all trees that a search makes', async () => {
    const search = () => finder.hits(sourceOf('a.ts', 'fetch(a, a);'), 'fetch($A, $A)', 1);
    await search();
    const { copy, delete: give } = Tree.prototype;
    const { parse } = Parser.prototype;
    const trees = new Set<Tree>();
    let made = 0;
    const note = <T extends Tree | null>(tree: T): T => {
      made++;
      if (tree !== null) {
        trees.add(tree);
      }
      return tree;
    };
    Parser.prototype.parse = function (...given) {
      return note(parse.apply(this, given));
    };
    Tree.prototype.copy = function () {
      return note(copy.call(this));
    };
    Tree.prototype.delete = function () {
      trees.delete(this);
      give.call(this);
    };
    try {
      await search();
    } finally {
      Parser.prototype.parse = parse;
      Object.assign(Tree.prototype, { copy, delete: give });
    }
    assert.deepEqual([made > 1, trees.size], [true, 0]);
  });
});
