import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlob } from '../../src/core/lesson/glob';
import { ProjectPaths } from '../../src/core/match/projectPaths';
import { runs } from './runs';

describe('the paths of a project', () => {
  const paths = [
    ...['README.md', 'src/a.ts', 'src/b/a.ts', 'src/b/c.go', 'srcs/a.ts', 'db/1.sql', 'db/old/2.sql'],
    ...['tools/Makefile', '.lessons/a.md', '.github/a.yml'],
  ];
  const check = (globs: string | readonly string[], expected: readonly string[]) =>
    it(`tries ${JSON.stringify(globs)} on ${expected.length} paths`, () =>
      assert.deepEqual([...new ProjectPaths(paths, true, 0).candidates([globs].flat())].sort(), expected));

  check('src/b/c.go', ['src/b/c.go']);
  check('src/', ['src/a.ts', 'src/b/a.ts', 'src/b/c.go']);
  check('src/*.ts', ['src/a.ts', 'src/b/a.ts', 'src/b/c.go']);
  check('*.sql', ['db/1.sql', 'db/old/2.sql']);
  check('**/*.{go,sql}', ['db/1.sql', 'db/old/2.sql', 'src/b/c.go']);
  check('Makefile', ['tools/Makefile']);
  check('**/old/**', ['db/old/2.sql']);
  check('**/typo/*', []);
  check('nowhere/**', []);
  check(['db/old/*', '*.go'], ['db/old/2.sql', 'src/b/c.go']);
  check('.lessons/**', []);

  it('gives every path where no glob is asked for, but no lesson files', () =>
    assert.equal([...new ProjectPaths(paths, true, 0).candidates(undefined)].length, paths.length - 1));

  it('takes a hostile glob once through all paths at most', () =>
    assert.equal(
      [...new ProjectPaths(paths, true, 0).candidates(['{*,?*}'.repeat(9)])].length,
      paths.length - 1,
    ));

  it('leaves out nothing that a glob means', () => {
    const name = fc.constantFrom('a', 'b', 'c.ts', 'd.test.ts', '.e', 'f+g', '@h', '{i}', 'é', 'j k');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    const piece = fc.constantFrom(
      ...['a', 'b', 'c.ts', 'd.test', '.ts', '.e', 'f+g', '@h', 'é', 'j k', '*', '**', '?', '[ab]', '{a,b}'],
      ...['{a/b,c}', '{c,d.test}.ts', '@(a|b)', '!(a)', '*(a|b/c)', '\\{i\\}', '{i}', '.', '', '!', '#'],
    );
    const segment = fc.array(piece, { minLength: 1, maxLength: 2 }).map((pieces) => pieces.join(''));
    const glob = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
    fc.assert(
      fc.property(fc.array(path, { maxLength: 30 }), fc.array(glob, { maxLength: 3 }), (names, globs) => {
        const index = new ProjectPaths(new Set(names), true, 0);
        const tests = globs.map(compileGlob);
        const isMeant = (one: string) => tests.some((test) => test(one));
        const found = [...new Set(index.candidates(globs))].filter(isMeant).sort();
        assert.deepEqual(found, [...new Set(names)].filter(isMeant).sort());
      }),
      { numRuns: runs(1000) },
    );
  });
});
