import assert from 'node:assert/strict';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import { sourceOf } from '../../src/core/match/source';
import { SymbolFinder } from '../../src/core/match/symbolFinder';

describe('symbols', () => {
  const finder = new SymbolFinder(grammarFilesIn('dist'));
  const check = (path: string, text: string, expected: readonly string[]) =>
    it(`${path}: ${text.replace(/\s+/g, ' ').slice(0, 60)}`, async () => {
      const source = sourceOf(path, text);
      const symbols = await finder.symbolsOf(source);
      assert.deepEqual(
        symbols.map(({ name }) => name),
        expected,
      );
      for (const { name, nameStart, nameEnd } of symbols) {
        assert.equal(source.text.value.slice(nameStart, nameEnd), name.split('.').at(-1));
      }
    });

  check('a.ts', 'function f() { function g() {} }', ['f', 'f.g']);
  check('a.ts', 'export class A { #p() {} m() {} readonly q = () => 1; static s() {} }', [
    'A',
    'A.#p',
    'A.m',
    'A.q',
    'A.s',
  ]);
  check('a.ts', 'export default async function load() {}', ['load']);
  check('a.ts', 'export const f = () => 1, g = async function () {};', ['f', 'g']);
  check('a.ts', 'export const handlers = { open() {}, close: () => 1, n: 2 };', [
    'handlers',
    'handlers.open',
    'handlers.close',
  ]);
  check('a.ts', 'namespace billing { export class Invoice { charge() {} } }', [
    'billing',
    'billing.Invoice',
    'billing.Invoice.charge',
  ]);
  check('a.ts', 'interface I { m(): void } type T = 1; enum E { A }', ['I', 'I.m', 'T', 'E']);
  check('a.ts', 'const rules = [/a/]; function f() { const local = 1; }', ['rules', 'f']);
  check('a.ts', 'const s = "😀"; function f() {}', ['s', 'f']);
  check('a.ts', 'function whole() {}\nfunction broken( {', ['whole']);
  check('a.tsx', 'export function View() { return <p onClick={() => 1}/>; }', ['View']);
  check('a.js', 'class A { x = () => 1; get y() { return 1; } }\nA.prototype.z = function () {};', [
    'A',
    'A.x',
    'A.y',
    'A.prototype.z',
  ]);
  check(
    'a.py',
    'LIMIT = 3\nclass A:\n  @staticmethod\n  def f():\n    def g(): pass\nasync def h(): pass\n',
    ['LIMIT', 'A', 'A.f', 'A.f.g', 'h'],
  );
  check(
    'a.go',
    'package a\ntype T struct{}\nfunc (t *T) M() {}\nfunc (t T) N() {}\nfunc F() {}\ntype I interface{ O() }\nconst C = 1\nvar (\n\tv = 1\n)',
    ['T', 'T.M', 'T.N', 'F', 'I', 'I.O', 'C', 'v'],
  );
  check('a.go', 'package a\nfunc (s *Stack[T]) Push(x T) {}', ['Stack.Push']);
  check('a.sql', 'SELECT 1', []);
});
