import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodedText } from '../../src/cli/scan/decodedText';
import { bytesOf, contentId } from '../../src/cli/scan/fileBytes';
import type { FileOutcome } from '../../src/cli/scan/fileChecker';
import { walk } from '../../src/cli/scan/folderWalk';
import { userCacheFolder } from '../../src/cli/scan/machine';
import { workerDataOf } from '../../src/cli/scan/scanWorker';
import type { Skipped } from '../../src/cli/scan/skipped';
import { WorkerCrew } from '../../src/cli/scan/workerCrew';
import { parseLesson } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { buildLibrary } from '../../src/core/library/library';
import { checkIn, machineWith } from './checks';
import { type Files, gitIn, inFolder } from './commandLine';

const lesson = (scope: string, id = 'LSN-00000000') =>
  `---\nid: ${id}\ntitle: A lesson of the test\napplies_to: ${scope}\n---\n`;

describe('a check of a whole project', () => {
  it('says the same on two threads as on one', () =>
    inFolder(manyFiles(), (root) =>
      inFolder({}, async (cache) => {
        const one = await checkIn(root);
        assert.equal(one.matches.length, 300);
        assert.deepEqual(await checkIn(root, machineWith(cache, 2), ['--no-cache']), one);
        assert.deepEqual(await checkIn(root, machineWith(cache, 2)), one);
        assert.deepEqual(await checkIn(root, machineWith(cache, 2)), one);
      }),
    ));

  it('tells what it skipped, and only where a lesson asks for it', () =>
    inFolder(
      {
        '.lessons/a.md': lesson("{pattern: load, paths: ['*.ts', '*.bin']}"),
        'a.bin': 'load\0',
        'b.dat': '\0',
      },
      async (root) => {
        writeFileSync(join(root, 'large.ts'), 'x'.repeat(2 * 1024 * 1024 + 1));
        writeFileSync(join(root, 'wide.ts'), Buffer.from('\uFEFFload', 'utf16le'));
        writeFileSync(join(root, 'broken.ts'), Buffer.from([0xff, 0x6c, 0x6f, 0x61, 0x64]));
        const { stats, stderr, matches } = await checkIn(root);
        assert.deepEqual(
          matches.map(({ path }) => path),
          ['broken.ts', 'wide.ts'],
        );
        assert.deepEqual(stats.skipped, {
          binary: 1,
          large: 1,
          unreadable: 0,
          vanished: 0,
          failed: 0,
          nested: 0,
        });
        assert.equal(
          stderr,
          '1 binary file was skipped: a.bin\n1 file of more than 2 MiB was skipped: large.ts\n',
        );
      },
    ));

  it('goes by paths alone where it cannot read', () =>
    inFolder(
      { '.lessons/a.md': lesson("[{pattern: load}, {paths: '*.bin'}]"), 'a.bin': 'load\0' },
      async (root) => {
        assert.equal((await checkIn(root)).matches.length, 0);
        assert.equal((await checkIn(root, undefined, ['--all'])).matches.length, 1);
      },
    ));

  it('says which repositories lie within, and follows no links', () =>
    inFolder(
      { '.lessons/a.md': lesson('{pattern: load}'), 'a.ts': 'load', 'sub/b.ts': 'load' },
      async (root) => {
        await gitIn(root)('init', '-q');
        await gitIn(join(root, 'sub'))('init', '-q');
        symlinkSync('a.ts', join(root, 'link.ts'));
        const { stderr, matches } = await checkIn(root);
        assert.deepEqual(
          matches.map(({ path }) => path),
          ['a.ts'],
        );
        assert.equal(stderr, '1 repository within this one was left out; check it by itself: sub\n');
      },
    ));
});

function manyFiles(): Files {
  const files: Record<string, string> = {
    '.lessons/a.md': lesson("{pattern: 'load\\('}"),
    '.lessons/b.md': lesson('{symbols: wipe}', 'LSN-00000001'),
    '.lessons/c.md': lesson("{languages: python, pattern: 'wipe'}", 'LSN-00000002'),
  };
  for (let at = 0; at < 100; at++) {
    files[`src/${at % 7}/f${at}.py`] = `def wipe(path):\n\tload(path)\n`;
  }
  return files;
}

describe('workers', () => {
  const program = `
    const { parentPort, workerData } = require('node:worker_threads');
    if (workerData.lessons.length > 0) process.exit(1);
    parentPort.on('message', (tasks) => {
      for (const { path } of tasks) if (path === 'deadly') process.exit(1);
      parentPort.postMessage({ kind: 'done', manifests: [], outcomes: tasks.map(({ path }) => ({ path, kind: 'known' })) });
    });
    parentPort.postMessage({ kind: 'ready' });
  `;
  const crewOn = (root: string, batches: readonly (readonly string[])[], lessons: readonly never[] = []) => {
    const found: FileOutcome[] = [];
    const tasks = batches.map((batch) => batch.map((path) => ({ path, committed: 'same' })));
    const data = { root, program: join(root, 'worker.js'), lessons, policy: defaultPolicy };
    return WorkerCrew.run(2, data, tasks, (outcomes) => found.push(...outcomes)).then((left) => ({
      left: left.map(({ path }) => path),
      found: Object.fromEntries(
        found.map((one) => [one.path, one.kind === 'skipped' ? one.reason : one.kind]),
      ),
    }));
  };

  it('that end are replaced, and the file that ended them is told', () =>
    inFolder({ 'worker.js': program }, async (root) => {
      const known = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((path) => [path, 'known']));
      assert.deepEqual(await crewOn(root, [['a', 'deadly', 'b'], ['c'], ['d'], ['e']]), {
        left: [],
        found: { ...known, deadly: 'failed' },
      });
    }));

  it('of the real program begin, and take all files', () =>
    inFolder({ 'a.ts': 'load(1)', 'b.ts': '' }, async (root) => {
      const text = lesson("{pattern: 'load'}");
      const library = buildLibrary([parseLesson('.lessons/a.md', Buffer.from(text))]);
      const data = workerDataOf(root, join(process.cwd(), 'dist/cli.js'), library);
      const batches = ['a.ts', 'b.ts'].map((path) => [{ path, committed: 'same' }]);
      const found: FileOutcome[] = [];
      assert.deepEqual(await WorkerCrew.run(2, data, batches, (outcomes) => found.push(...outcomes)), []);
      const matches = found.flatMap((one) => (one.kind === 'matched' ? one.matches : []));
      assert.deepEqual(
        matches.map((match) => match.lesson),
        ['LSN-00000000'],
      );
    }));

  it('that cannot begin leave the files to others', () =>
    inFolder({ 'worker.js': program }, async (root) => {
      const { left, found } = await crewOn(root, [['a'], ['b'], ['c']], [undefined as never]);
      assert.deepEqual([left.sort(), found], [['a', 'b', 'c'], {}]);
    }));
});

describe('the files of a folder without git', () => {
  const check = (name: string, files: Files, expected: readonly string[], arrange?: (root: string) => void) =>
    it(name, () =>
      inFolder(files, async (root) => {
        arrange?.(root);
        assert.deepEqual([...walk(root).files].sort(), expected);
      }),
    );
  check(
    'are those that are not ignored',
    { '.gitignore': '*.log\nout/\n', 'a.ts': '', 'b.log': '', 'out/c.ts': '', 'src/d.log': '' },
    ['.gitignore', 'a.ts'],
  );
  check(
    'go by the ignore file that stands nearest',
    { '.gitignore': '*.log\n', 'src/.ignore': '!b.log\n', 'src/b.log': '', 'c.log': '' },
    ['.gitignore', 'src/.ignore', 'src/b.log'],
  );
  check('do not lie in .git or node_modules', { '.git/a': '', 'x/node_modules/b': '', c: '' }, ['c']);
  check('are found at any depth', { [`${'d/'.repeat(100)}a`]: '' }, [`${'d/'.repeat(100)}a`]);
  check('are no links, whether in circles or out of the folder', { 'a/b': '' }, ['a/b'], (root) => {
    symlinkSync('..', join(root, 'a/up'));
    symlinkSync('/', join(root, 'out'));
    symlinkSync('b', join(root, 'a/c'));
  });
  const checkFailing = (code: string, skipped: readonly Skipped[]) =>
    it(`are those of the others where reading a folder fails with ${code}`, () =>
      inFolder({ 'a/b': '', 'c/d': '' }, async (root) => {
        const list = (folder: string) => {
          if (folder === join(root, 'a')) {
            throw Object.assign(new Error(code), { code });
          }
          return readdirSync(folder, { withFileTypes: true });
        };
        assert.deepEqual(walk(root, list), { files: ['c/d'], skipped });
      }));
  checkFailing('EACCES', [{ path: 'a/', reason: 'unreadable' }]);
  checkFailing('ENOENT', []);
});

describe("a file's bytes", () => {
  const decoded = (bytes: readonly number[] | Buffer, expected: string | undefined) =>
    it(`${[...bytes]}`, () => assert.equal(decodedText(Buffer.from(bytes)), expected));
  decoded([], '');
  decoded([0x61, 0], undefined);
  decoded([0x61, 0xff, 0x62], 'a\uFFFDb');
  decoded([0xff, 0xfe, 0x61, 0], 'a');
  decoded([0xfe, 0xff, 0, 0x61], 'a');
  // A mark of four bytes, which editors do not know either.
  decoded([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], undefined);

  it('have the id that git gives them', () =>
    assert.equal(contentId(Buffer.from('hello\n')), 'ce013625030ba8dba906f756967f9e9ca394464a'));

  it('are none of a folder, and of nothing', () =>
    inFolder({ 'a/b': 'c' }, async (root) => {
      const reasonOf = (path: string) => {
        const read = bytesOf(join(root, path));
        return read.kind === 'skipped' ? read.reason : read.bytes.toString();
      };
      mkdirSync(join(root, 'd'));
      assert.deepEqual(['a/b', 'd', 'e', 'a/b/f'].map(reasonOf), ['c', 'vanished', 'vanished', 'vanished']);
    }));
});

describe("the user's cache folder", () => {
  const check = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, expected: RegExp) =>
    it(`${platform} ${JSON.stringify(env)}`, () => assert.match(userCacheFolder(platform, env), expected));
  check('linux', { XDG_CACHE_HOME: '/x' }, /^\/x\/team-lessons$/);
  check('linux', { XDG_CACHE_HOME: 'x' }, /\.cache.team-lessons$/);
  check('linux', {}, /\.cache.team-lessons$/);
  check('darwin', {}, /Library.Caches.team-lessons$/);
  check('win32', { LOCALAPPDATA: '/local' }, /^.local.team-lessons$/);
});
