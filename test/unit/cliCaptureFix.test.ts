import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../src/core/lesson/calendar';
import { doors, gitIn, inFolder, type Outcome } from './commandLine';

const faulty = `export function read(cache, key) {
  const value = cache[key];
  return value;
}

export function other(cache) {
  return cache['x'];
}
`;
const mended = faulty.replace(
  'const value = cache[key];',
  'const value = Object.hasOwn(cache, key) ? cache[key] : undefined;',
);

/** A repository in which a fault was written and mended, and what a command line gives there. */
async function inRepository<T>(
  run: (capture: (...argv: string[]) => Promise<Outcome>, root: string) => Promise<T>,
) {
  return inFolder({ '.lessons/README.md': '' }, async (root) => {
    const git = gitIn(root);
    mkdirSync(join(root, 'src'));
    await git('init', '-q');
    const commit = async (text: string, message: string) => {
      writeFileSync(join(root, 'src/cache.js'), text);
      await git('add', 'src');
      await git('commit', '-qm', message);
    };
    await commit(faulty, 'Add a cache');
    await commit(
      mended,
      'fix: prototype pollution by keys of the cache\n\nCVE-2024-1234, see https://a.example/1',
    );
    return run((...argv) => doors.main(['capture', ...argv], root), root);
  });
}

describe('lessons capture --fix', function () {
  this.timeout(20_000);

  it('writes what the fix teaches, and proves its pattern', () =>
    inRepository(async (capture, root) => {
      const { code, stdout, stderr } = await capture(
        '--fix',
        'HEAD',
        '--advice',
        'Ask hasOwn before a key is read.',
      );
      assert.equal(code, 0);
      const [path = ''] = stdout.split('\n', 1);
      const text = readFileSync(join(root, path), 'utf8').replace(/\b[0-9a-f]{40}\b/g, 'COMMIT');
      assert.match(
        text,
        /title: Prototype pollution by keys of the cache\nadvice: Ask hasOwn before a key is read\.\n/,
      );
      assert.match(text, /severity: high\n/);
      assert.match(text, /aliases:\n {2}- CVE-2024-1234\n/);
      assert.match(text, /- introduced: COMMIT\n\s+- fixed: COMMIT\n/);
      assert.match(text, new RegExp(`occurred: ${dayOf(new Date())}`));
      assert.match(
        stderr,
        /The pattern was tried: it hits the code before the fix \(1\), and no more after it\.\n/,
      );
      assert.match(stdout, /\n {2}src\/cache\.js:1\n/);
    }));

  it('takes another title, and tells all as JSON', () =>
    inRepository(async (capture, root) => {
      const { stdout } = await capture('--fix', 'HEAD', '--title', 'Keys', '--print', '--format', 'json');
      const { fix, text, path } = JSON.parse(stdout);
      assert.match(text, /title: "?Keys: what went wrong"?\n/);
      assert.deepEqual(
        [path, fix.files, fix.symbols, fix.introduced.length, fix.removed.length],
        [null, ['src/cache.js'], [{ path: 'src/cache.js', name: 'read', new: false }], 1, 1],
      );
      assert.deepEqual([fix.candidates[0].hitsParent, fix.candidates[0].hitsFix], [1, 0]);
      assert.deepEqual(readdirSync(join(root, '.lessons')), ['README.md']);
    }));

  it('says what cannot be told', () =>
    inRepository(async (capture) => {
      const { code, stderr } = await capture('--fix', 'HEAD~1', '--print');
      assert.equal(code, 0);
      assert.match(stderr, /^It is the first commit, so there is nothing to compare it with\.\n/);
    }));

  it('knows no other commit', () =>
    inRepository(async (capture) => {
      for (const revision of ['nowhere', '--all', 'HEAD~9']) {
        const { code, stderr } = await capture(`--fix=${revision}`);
        assert.deepEqual(
          [code, stderr.split('\n', 1)],
          [2, [`lessons: There is no commit "${revision}" here. git log tells the commits.`]],
        );
      }
    }));
});
