import assert from 'node:assert/strict';
import fc from 'fast-check';
import { minimatch } from 'minimatch';
import { compileGlob, faultOfGlob, type GlobFault } from '../../src/core/lesson/glob';

describe('globs', () => {
  const check = (glob: string, path: string, expected: boolean) =>
    it(`${glob} ${expected ? 'means' : 'does not mean'} ${path}`, () =>
      assert.equal(compileGlob(glob)(path), expected));

  check('src/*.ts', 'src/a.ts', true);
  check('src/*.ts', 'src/b/a.ts', false);
  check('src/**', 'src/b/a.ts', true);
  check('*.sql', 'db/migrations/1.sql', true);
  check('Makefile', 'tools/Makefile', true);
  check('config/', 'config/a/b.json', true);
  check('config/', 'configuration/a', false);
  check('**/*.{ts,tsx}', 'a/.hidden/x.tsx', true);
  check('src/\\[id\\].ts', 'src/[id].ts', true);
  check('#notes.md', 'a/#notes.md', true);
  check('!a.ts', 'b.ts', false);
  check('', 'a', false);

  const fault = (glob: string, expected: GlobFault | undefined) =>
    it(`${glob.slice(0, 30)} (${glob.length}) ${expected === undefined ? 'has no fault' : `is ${expected}`}`, () =>
      assert.equal(faultOfGlob(glob), expected));

  fault('', 'empty');
  fault(' ', 'empty');
  fault('/etc/*', 'absolute');
  fault('C:/x', 'absolute');
  fault('../a', 'outside');
  fault('a/../b', 'outside');
  fault('a/{..,b}/c', 'outside');
  fault('src/[ab', 'unclosed');
  fault('{a,b', 'unclosed');
  fault('a'.repeat(1001), 'too-long');
  fault('{a,b}'.repeat(10), 'too-complex');
  fault('{1..100000}', 'too-complex');
  fault(`{1..1000}/${'a'.repeat(900)}`, 'too-complex');
  fault('{'.repeat(300) + '}'.repeat(300), 'too-complex');
  fault('?(a)'.repeat(100), 'too-complex');
  fault('*('.repeat(300), 'too-complex');
  fault('*!(a)*!(b)*!(c)', 'too-complex');
  fault('!(a!(b!(c)))', 'too-complex');
  fault('*{!,@}(a)'.repeat(3), 'too-complex');
  fault('!(a{1..21})', 'too-complex');
  fault('src/!(a)/!(*.test).{ts,tsx,js,jsx}', undefined);
  fault('log/{1..1000}.{txt}', undefined);

  it('means what minimatch means', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.c',
      '*',
      '**',
      '?',
      '[ab]',
      '{a,b}',
      '+(a|b)',
      'a b',
      'é',
      'x.ts',
    );
    const glob = fc.array(
      fc.array(piece, { minLength: 1, maxLength: 3 }).map((p) => p.join('')),
      { minLength: 2, maxLength: 4 },
    );
    const path = fc.array(fc.constantFrom('a', 'b', '.c', 'ab', 'a b', 'é', 'x.ts', 'bx.ts'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(glob, path, (pieces, names) => {
        const [written, name] = [pieces.join('/'), names.join('/')];
        assert.equal(compileGlob(written)(name), minimatch(name, written, { dot: true, platform: 'linux' }));
      }),
      { numRuns: 500 },
    );
  });

  it('answers a hostile glob at once', () => {
    assert.equal(compileGlob(`${'**/a'.repeat(50)}/b`)('a/'.repeat(60)), false);
  });
});
