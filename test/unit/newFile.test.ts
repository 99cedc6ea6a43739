import assert from 'node:assert/strict';
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NewFiles, writeNew } from '../../src/cli/newFile';
import { type Files, inFolder } from './commandLine';
import { isWhole, withoutLinks } from './writtenFiles';

const program = join(process.cwd(), 'out/test/unit/writerProcess.mjs');
const disks = { links: () => new NewFiles(), none: () => new NewFiles(withoutLinks) };

describe('processes that are ended while they write', () => {
  const rounds = 5;
  const perRound = 100;

  for (const disk of Object.keys(disks)) {
    it(`leave whole files or none, on a disk with ${disk}`, () =>
      inFolder({}, async (root) => {
        const written = () => readdirSync(root).filter((name) => name.endsWith('.md'));
        for (let round = 1; round <= rounds; round++) {
          await endInTheMiddle(root, disk, () => written().length >= round * perRound);
        }
        const names = written();
        assert.ok(names.length >= rounds * perRound);
        assert.deepEqual(
          names.filter((name) => !isWhole(readFileSync(join(root, name), 'utf8'))),
          [],
        );
      })).timeout(60_000);
  }
});

/** Lets two write the same names, until there is enough. */
async function endInTheMiddle(root: string, disk: string, isEnough: () => boolean): Promise<void> {
  const writers = [0, 1].map(() => fork(program, [root, disk]));
  const exits = writers.map((writer) => once(writer, 'exit'));
  try {
    while (!isEnough()) {
      assert.deepEqual(
        writers.map(({ exitCode }) => exitCode),
        [null, null],
      );
      await pause(1);
    }
  } finally {
    for (const writer of writers) {
      writer.kill('SIGKILL');
    }
    await Promise.all(exits);
  }
}

describe('a new file', () => {
  const check = (
    what: string,
    files: Files,
    path: string,
    expected: boolean | RegExp,
    after: readonly string[],
  ) => {
    for (const [disk, open] of Object.entries(disks)) {
      it(`${what}, on a disk with ${disk}`, () =>
        inFolder(files, async (root) => {
          const writing = open().write(join(root, path), 'new');
          await (typeof expected === 'boolean'
            ? assert.doesNotReject(async () => assert.equal(await writing, expected))
            : assert.rejects(writing, ({ message }: Error) => expected.test(message)));
          assert.deepEqual(readdirSync(root, { recursive: true }).sort(), after);
          for (const [name, text] of Object.entries(files)) {
            assert.equal(readFileSync(join(root, name), 'utf8'), text);
          }
          if (expected === true) {
            assert.equal(readFileSync(join(root, path), 'utf8'), 'new');
          }
        }));
    }
  };

  check('is written with the folders above it', {}, 'a/b/c.md', true, ['a', 'a/b', 'a/b/c.md']);
  check('takes no name that is taken', { 'a.md': 'old' }, 'a.md', false, ['a.md']);
  check('takes no name of a folder', { 'a.md/b': 'old' }, 'a.md', false, ['a.md', 'a.md/b']);
  check('lies in no file', { a: 'old' }, 'a/b.md', /b\.md cannot be written: part of its path is a file\.$/, [
    'a',
  ]);
  check('lies below no file', { a: 'old' }, 'a/b/c.md', /cannot be written: part of its path is a file\.$/, [
    'a',
  ]);
  check(
    'has no name that is too long',
    {},
    `${'a'.repeat(300)}.md`,
    /cannot be written: its path is too long\.$/,
    [],
  );

  it('is refused where nobody may write', function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) {
      this.skip();
    }
    return inFolder({ 'a/b': 'old' }, async (root) => {
      chmodSync(join(root, 'a'), 0o555);
      const message = `${join(root, 'a/c.md')} cannot be written: you have no right to write there.`;
      await assert.rejects(writeNew(join(root, 'a/c.md'), 'new'), { message });
      chmodSync(join(root, 'a'), 0o755);
      assert.deepEqual(readdirSync(join(root, 'a')), ['b']);
    });
  });

  it('takes no name of a link that leads nowhere', () =>
    inFolder({}, async (root) => {
      symlinkSync('nowhere', join(root, 'a.md'));
      assert.equal(await writeNew(join(root, 'a.md'), 'new'), false);
      assert.deepEqual(readdirSync(root), ['a.md']);
    }));

  it('is written by one of many', () =>
    inFolder({}, async (root) => {
      for (const [disk, open] of Object.entries(disks)) {
        const file = join(root, `${disk}.md`);
        const tries = Array.from({ length: 20 }, (_, index) => open().write(file, String(index)));
        const won = (await Promise.all(tries)).flatMap((isWritten, index) => (isWritten ? [index] : []));
        assert.deepEqual(won.map(String), [readFileSync(file, 'utf8')]);
      }
    }));
});

describe('what ended processes leave', () => {
  it('is removed an hour later, and nothing else', () =>
    inFolder({}, async (root) => {
      const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
      const names = ['.lessons-0123456789abcdef.tmp', '.lessons-mine.tmp', 'a.tmp'];
      for (const name of names) {
        writeFileSync(join(root, name), '');
        utimesSync(join(root, name), old, old);
      }
      writeFileSync(join(root, '.lessons-ffffffffffffffff.tmp'), '');
      assert.equal(await writeNew(join(root, 'b.md'), 'new'), true);
      assert.deepEqual(readdirSync(root).sort(), [
        '.lessons-ffffffffffffffff.tmp',
        '.lessons-mine.tmp',
        'a.tmp',
        'b.md',
      ]);
    }));
});

describe('a disk that takes no more', () => {
  before(function () {
    if (process.platform === 'win32') {
      this.skip();
    }
  });

  it('leaves no half of a file, and says so', () =>
    inFolder({}, async (root) => {
      mkdirSync(join(root, 'out'));
      // No file may have more than 512 or 1,024 bytes, as the shell counts.
      const line = 'ulimit -f 1; exec "$0" "$@"';
      const run = () =>
        execFileSync('sh', ['-c', line, process.execPath, program, join(root, 'out'), 'links'], {
          stdio: 'pipe',
          encoding: 'utf8',
        });
      assert.throws(run, /0\.md cannot be written: it would be larger than a file may be here\./);
      assert.deepEqual(readdirSync(join(root, 'out')), []);
    }));
});
