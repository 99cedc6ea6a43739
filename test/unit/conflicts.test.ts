import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { conflictLines } from '../../src/core/match/conflicts';
import { SourceText } from '../../src/core/text';
import { inFolder } from './commandLine';

describe('merge conflicts', () => {
  const [ours, base, middle, theirs] = ['<<<<<<< HEAD', '||||||| 1a2b3c4', '=======', '>>>>>>> other'];
  const found = (text: string) => conflictLines(new SourceText(text)).map(({ start, end }) => [start, end]);
  const check = (lines: readonly (string | undefined)[], expected: readonly (readonly [number, number])[]) =>
    it(JSON.stringify(lines), () => assert.deepEqual(found(lines.join('\n')), expected));

  check([], []);
  check(['a', ours, 'b', middle, 'c', theirs, 'd'], [[1, 6]]);
  check([ours, middle, theirs], [[0, 3]]);
  check([ours, 'b', base, 'c', middle, 'd', theirs], [[0, 7]]);
  check(
    [ours, middle, theirs, 'a', ours, middle, theirs],
    [
      [0, 3],
      [4, 7],
    ],
  );
  check(['<<<<<<<', 'b', middle, 'c', '>>>>>>>'], [[0, 5]]);
  // One side may hold a heading.
  check([ours, 'Title', middle, middle, 'c', theirs], [[0, 6]]);
  // A conflict within the common ancestor, which git writes with longer markers.
  check([ours, '||||||| x', '<<<<<<<<< in', '=========', '>>>>>>>>> in', middle, theirs], [[0, 7]]);
  check(['Title', middle, 'text', '', '> quoted'], []);
  check([ours, 'b', middle, 'c'], []);
  check([ours, 'b', theirs], []);
  check([middle, theirs], []);
  check([theirs, middle, ours], []);
  check([ours, 'unclosed', middle, 'x', ours, 'b', middle, 'c', theirs], [[4, 9]]);
  check([` ${ours}`, middle, theirs], []);
  check(['<<<<<<<a', middle, theirs], []);
  check([ours, '======= ', theirs], []);
  it('with other line breaks', () =>
    assert.deepEqual(found([ours, 'b', middle, 'c', theirs, ''].join('\r\n')), [[0, 5]]));

  for (const style of [[], ['--diff3']]) {
    it(`as git writes them ${style}`, () =>
      inFolder(
        { base: 'one\ntwo\nthree\n', ours: 'one\na\nthree\n', theirs: 'one\nb\nthree\n' },
        async (root) => {
          const names = ['ours', 'base', 'theirs'];
          // The exit code is the number of conflicts.
          const { stdout, status } = spawnSync('git', ['merge-file', '-p', ...style, ...names], {
            cwd: root,
            encoding: 'utf8',
          });
          assert.equal(status, 1);
          assert.deepEqual(found(stdout), [[1, stdout.split('\n').length - 2]]);
        },
      ));
  }
});
