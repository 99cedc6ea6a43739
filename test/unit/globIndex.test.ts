import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlob } from '../../src/core/lesson/glob';
import type { GlobEntry } from '../../src/core/library/globs/globEntry';
import { GlobIndex } from '../../src/core/library/globs/globIndex';
import { anyGlob, anyPath } from './globCases';
import { runs } from './runs';

type Entry = GlobEntry<string>;

/** The meaning, glob by glob. */
function oneByOne(entries: readonly Entry[], path: string) {
  return entries.flatMap(({ value, paths = [], exclude = [] }) => {
    const glob = paths.length === 0 ? '' : paths.find((one) => compileGlob(one)(path));
    return glob === undefined || exclude.some((one) => compileGlob(one)(path)) ? [] : [{ value, glob }];
  });
}

describe('the index of globs', () => {
  const check = (globs: string | readonly string[], path: string, expected: string | undefined) =>
    it(`${globs} ${expected === undefined ? 'does not mean' : 'means'} ${path}`, () => {
      const index = GlobIndex.of([{ value: 'it', paths: [globs].flat() }]);
      const hits = expected === undefined ? [] : [{ value: 'it', glob: expected }];
      assert.deepEqual(index.lookup(path), hits);
    });

  check('src/a.ts', 'src/a.ts', 'src/a.ts');
  check('src/a.ts', 'lib/src/a.ts', undefined);
  check('a.ts', 'src/a.ts', 'a.ts');
  check('**', 'src/a.ts', '**');
  check('src/**', 'src/a/b.ts', 'src/**');
  check('src/**', 'src', undefined);
  check('src/', 'src/a/b.ts', 'src/');
  check('**/test/**', 'a/test/b/c.ts', '**/test/**');
  check('**/test/**', 'a/b/test', undefined);
  check('src/*/test/**/*.ts', 'src/a/test/b/c/d.ts', 'src/*/test/**/*.ts');
  check('*.ts', 'a/.ts', '*.ts');
  check('*.d.ts', 'a/b.ts', undefined);
  check('*.d.ts', 'a/b.d.ts', '*.d.ts');
  check('*Test.java', 'a/FooTest.java', '*Test.java');
  check('a**b', 'x/a.b', 'a**b');
  check('src/\\[id\\].ts', 'src/[id].ts', 'src/\\[id\\].ts');
  check('{a/..,b}/c', 'c', undefined);
  check('./a', 'a', undefined);
  check('*', 'a/./', undefined);
  check('a/*', 'a//b', 'a/*');
  check(['b.ts', 'src/*', '*.ts'], 'src/a.ts', 'src/*');
  check([], 'src/a.ts', '');

  it('leaves out what is excluded, and has each value once, in the order of insertion', () => {
    const index = GlobIndex.of([
      { value: 'two', paths: ['*.ts', 'src/**'], exclude: ['**/test/**'] },
      { value: 'one', exclude: ['a.ts'] },
      { value: 'three', paths: ['src/{a,b}.ts', 'src/a.*'] },
    ]);
    const values = (path: string) => index.lookup(path).map(({ value, glob }) => `${value} ${glob}`);
    assert.deepEqual(values('src/a.ts'), ['two *.ts', 'three src/{a,b}.ts']);
    assert.deepEqual(values('src/test/b.ts'), ['one ']);
  });

  it('stays as it was when another is made from it', () => {
    const index = GlobIndex.of([{ value: 1, paths: ['*.ts'] }, { value: 2 }]);
    const next = index.with([1], [{ value: 3, paths: ['a.*'] }]);
    const values = (from: GlobIndex<number>) => from.lookup('a.ts').map(({ value }) => value);
    assert.deepEqual(
      [values(index), values(next), values(next.with([], [{ value: 2 }]))],
      [
        [1, 2],
        [2, 3],
        [3, 2],
      ],
    );
  });

  const entry = fc.record({
    paths: fc.option(fc.array(anyGlob, { maxLength: 3 }), { nil: undefined, freq: 8 }),
    exclude: fc.option(fc.array(anyGlob, { maxLength: 2 }), { nil: undefined }),
  });
  const batch = fc.array(entry, { maxLength: 12 });

  it('means what its globs mean one by one', () => {
    fc.assert(
      fc.property(batch, fc.array(anyPath, { maxLength: 8 }), (globs, paths) => {
        const entries = globs.map((one, at) => ({ ...one, value: `${at}` }));
        const index = GlobIndex.of(entries);
        for (const path of paths) {
          assert.deepEqual(index.lookup(path), oneByOne(entries, path), path);
        }
      }),
      { numRuns: runs(70) },
    );
  });

  it('is after any changes what it would be if it were made anew', () => {
    const change = fc.tuple(fc.array(fc.nat(40), { maxLength: 5 }), batch);
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 8 }),
        fc.array(anyPath, { maxLength: 5 }),
        (changes, paths) => {
          let [entries, index]: [Entry[], GlobIndex<string>] = [[], GlobIndex.of<string>([])];
          for (const [round, [leaving, coming]] of changes.entries()) {
            const removed = leaving.map(String);
            const added = coming.map((one, at) => ({ ...one, value: `${(at * 7 + round * 3) % 41}` }));
            const values = new Set([...removed, ...added.map(({ value }) => value)]);
            entries = [...entries.filter(({ value }) => !values.has(value)), ...added];
            index = index.with(removed, added);
            const fresh = GlobIndex.of(entries);
            for (const path of paths) {
              assert.deepEqual(index.lookup(path), fresh.lookup(path), path);
            }
          }
        },
      ),
      { numRuns: runs(30) },
    );
  });
});

/** More where somebody wants to look longer. */
