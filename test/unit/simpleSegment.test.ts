import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Minimatch } from 'minimatch';
import { simpleSegment } from '../../src/core/library/globs/simpleSegment';
import { runs } from './runs';

const options = { dot: true, nocomment: true, nonegate: true, nobrace: true, platform: 'linux' } as const;

describe('a segment of a glob as an expression', () => {
  const check = (glob: string, expected: boolean) =>
    it(`is ${expected ? 'made' : 'not made'} of ${glob}`, () =>
      assert.equal(simpleSegment(glob) !== undefined, expected));
  check('[x_]*.ts', true);
  check('v?.[0-9a-f]', true);
  check('*i?', true);
  check('a**?', true);
  check('*?*', false);
  check('[!a]?', false);
  check('[[:alpha:]]', false);
  check('[]a]', false);
  check('[z-a]', false);
  check('?(a)', false);
  check('\\[a]', false);
  check('a b?', false);

  it('means what minimatch means', () => {
    const part = fc.constantFrom('?', '*', '**', 'a', 'b', '.', '-', '_', 'Z', '[ab]', '[a-c_]', '[A-z]');
    const letter = fc.constantFrom(
      'a',
      'b',
      'c',
      '.',
      '-',
      '_',
      'Z',
      '^',
      '\n',
      'ü',
      '😀',
      '\ud83d',
      '\ude00',
    );
    const globs = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    const names = fc.array(letter, { minLength: 1, maxLength: 5 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(globs, fc.array(names, { minLength: 5, maxLength: 10 }), (glob, all) => {
        const simple = simpleSegment(glob);
        const segments = all.filter((name) => name !== '.' && name !== '..');
        const meant = (test: (name: string) => boolean) => segments.filter(test);
        assert.deepEqual(
          simple === undefined ? [] : meant((name) => simple.test(name)),
          simple === undefined ? [] : meant((name) => new Minimatch(glob, options).match(name)),
          glob,
        );
      }),
      { numRuns: runs(300) },
    );
  });
});
