import assert from 'node:assert/strict';
import fc from 'fast-check';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import { sourceOf } from '../../src/core/match/source';
import { SymbolFinder } from '../../src/core/match/symbolFinder';
import { atOnce } from '../../src/core/pieces';
import { changeBetween, SourceText } from '../../src/core/text';
import { runs } from './runs';

/** Code with something of each kind, so that an edit anywhere has much to get wrong. */
const samples: Readonly<Record<string, string>> = {
  'a.ts': `import { a } from 'a';
export const limit = 3, name = \`x\${limit}\`;
/** Charges. */
export class Invoice<T> extends Base {
  private total = 0; // of all
  constructor(private readonly db: Db) { super(); this.later = () => 1; }
  async charge(amount: number): Promise<void> { const local = { go() {} }; }
}
namespace billing { export const rate = 1; export function f() { function g() {} } }
interface I { m(): void; p: string }
`,
  'a.py': `LIMIT = 3
class Invoice(Base):
    total = 0
    @property
    def charge(self):
        def inner(): pass
        # said behind it
    def other(self): return """x"""
def f(): return [x for x in y]
`,
  'a.go': `package billing
const ( A = iota; B )
type Invoice struct { Total int; Db *Db }
func (i *Invoice) Charge(n int) error { f := func() {}; return nil }
func New() *Invoice { return &Invoice{} } // new
`,
  'a.php': `<?php
namespace A\\B;
class C { const Q = 1; function m() { $f = function () {}; } }
namespace D;
function g() { return "x"; }
`,
  'a.cpp': `#define X 1
namespace a { class Foo { public: Foo(); void m() const; int f_; }; }
void a::Foo::m() const { auto l = [] {}; int x = 1; }
static const int N = 1;
`,
  'a.h': 'int f(int a);\nstruct S { int a; };\n#define X 1\nnamespace a { void g(); }\n',
};
const pieces = [
  '{',
  '}',
  '(',
  ')',
  '"',
  "'",
  '`',
  '/*',
  '*/',
  '//',
  '\n',
  '#',
  '<',
  ';',
  ' ',
  'x',
  '=',
  '😀',
];
const longer = [
  'class A {\n',
  'function f() {}\n',
  'namespace b;\n',
  'def f():\n',
  '    ',
  'const a = 1;\n',
  '@flow',
];

describe('a session of symbols', () => {
  const finder = new SymbolFinder(grammarFilesIn('dist'));
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(200)),
    added: fc.oneof(fc.constant(''), fc.constantFrom(...pieces), fc.constantFrom(...longer)),
    isUndone: fc.boolean(),
    isSettled: fc.boolean(),
  });

  it('has the symbols that the text has: at once while the code is whole, else when it has settled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(samples)),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        async (path, edits) => {
          const source = sourceOf(path, samples[path] ?? '');
          const session = await finder.open(source);
          assert.ok(session);
          let text = source.text;
          atOnce(session.update(text));
          for (const { at, removed, added, isUndone, isSettled } of edits) {
            const start = Math.round(at * text.value.length);
            const edited = text.value.slice(0, start) + added + text.value.slice(start + removed);
            for (const value of isUndone ? [edited, text.value] : [edited]) {
              const change = changeBetween(text.value, value);
              text = new SourceText(value);
              if (change !== undefined) {
                atOnce(session.update(text, change));
              }
              if (isSettled) {
                atOnce(session.settle());
              }
              if (session.isExact) {
                assert.deepEqual(session.symbols, await finder.symbolsOf({ ...source, text }));
              }
            }
          }
          session.dispose();
        },
      ),
      { numRuns: runs(30) },
    );
  });

  it('has none in a language without a grammar', async () =>
    assert.equal(await finder.open(sourceOf('a.sql', 'SELECT 1')), undefined));

  it('has none while the text is too long, and tells why', async () => {
    const session = await finder.open(sourceOf('a.ts', 'class A {}'));
    const long = new SourceText(`class A {}${' '.repeat(2_000_000)}`);
    assert.ok(session);
    atOnce(session.update(new SourceText('class A {}')));
    atOnce(session.update(long, { start: 10, oldEnd: 10, newEnd: long.value.length }));
    assert.deepEqual([session.symbols, session.trouble?.reason], [[], 'too-slow']);
    atOnce(session.update(new SourceText('class B {}'), { start: 0, oldEnd: long.value.length, newEnd: 10 }));
    assert.deepEqual(
      session.symbols.map(({ name }) => name),
      ['B'],
    );
    session.dispose();
  });
});
