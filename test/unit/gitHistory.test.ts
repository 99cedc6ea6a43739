import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gitHistoryOf } from '../../src/cli/gitHistory';
import { blamedLinesIn, commitsIn, fileChangesIn } from '../../src/cli/gitHistoryOutput';
import type { History } from '../../src/core/history/history';
import { inFolder } from './commandLine';
import { WrittenRepository } from './gitRepository';

/** A history's answers, with the names of the commits that the test knows in place of their ids. */
function within(test: (repository: WrittenRepository, history: History) => Promise<void>): Promise<void> {
  return inFolder({}, async (root) => {
    const repository = new WrittenRepository(root);
    const history = await gitHistoryOf(root);
    assert.ok(history);
    await test(repository, history);
  });
}

describe('the past, by the git command', function () {
  // Git takes its time on a busy machine.
  this.timeout(60_000);

  it('is not there without a repository', () =>
    inFolder({}, async (root) => assert.equal(await gitHistoryOf(root), undefined)));

  it('has nothing before the first commit', () =>
    within(async (_, history) => {
      assert.deepEqual(
        [await history.commit('HEAD'), await history.log({}), await history.log({ range: 'HEAD' })],
        [undefined, [], undefined],
      );
    }));

  it('knows commits by their names, and takes none for an option', () =>
    within(async (repository, history) => {
      const first = repository.commit('first\n\nwhy\u0007 it was\n\nCo-authored-by: x', { 'a.txt': 'a' });
      const second = repository.commit('second', { 'a.txt': 'b' });
      repository.git('tag', '-a', '-m', 'a tag', 'v1', first);
      const id = async (revision: string) => (await history.commit(revision))?.id;
      assert.deepEqual(
        await Promise.all(['HEAD', 'main', 'v1', 'HEAD~1', second.slice(0, 8), first].map(id)),
        [second, second, first, first, second, first],
      );
      const none = ['', '-1', '--all', '--output=x', 'HEAD~9', 'main..v1', 'a.txt', 'f'.repeat(40), ':/x\n'];
      assert.deepEqual(
        await Promise.all(none.map(id)),
        none.map(() => undefined),
      );
      assert.deepEqual(await history.commit(first), {
        ...{ id: first, parents: [], date: '2026-01-02' },
        message: 'first\n\nwhy\u0007 it was\n\nCo-authored-by: x',
      });
    }));

  it('tells commits newest first, of a range or of all', () =>
    within(async (repository, history) => {
      const ids = ['one', 'two', 'three'].map((name) => repository.commit(name));
      const log = async (options: Parameters<History['log']>[0]) =>
        (await history.log(options))?.map(({ message }) => message);
      assert.deepEqual(await log({}), ['three', 'two', 'one']);
      assert.deepEqual(await log({ most: 2 }), ['three', 'two']);
      assert.deepEqual(await log({ range: `${ids[0]}..HEAD` }), ['three', 'two']);
      assert.deepEqual(await log({ range: '--all' }), undefined);
      assert.deepEqual(await log({ range: 'nowhere..HEAD' }), undefined);
    }));

  it('tells what a commit did to files, whatever their names', () =>
    within(async (repository, history) => {
      const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
      repository.commit('before', {
        'old name.ts': lines,
        'gone.ts': 'gone',
        'é "x"\t.ts': '1',
        'b.bin': '1',
      });
      repository.commit('after', {
        ...{ 'old name.ts': undefined, 'new/näme.ts': `${lines}\nmore`, 'gone.ts': undefined },
        ...{ 'é "x"\t.ts': '2', '-n.ts': 'added', 'line\nbreak.ts': 'x' },
        'b.bin': Buffer.from([0, 1, 2]),
      });
      const commit = await history.commit('HEAD');
      assert.ok(commit);
      const changes = await history.changes(commit, commit.parents[0]);
      assert.deepEqual(
        new Map(changes.map(({ path, ...rest }) => [path, rest])),
        new Map<string, object>([
          ['-n.ts', { kind: 'added' }],
          ['b.bin', { kind: 'changed' }],
          ['gone.ts', { kind: 'deleted' }],
          ['line\nbreak.ts', { kind: 'added' }],
          ['new/näme.ts', { kind: 'changed', before: 'old name.ts' }],
          ['é "x"\t.ts', { kind: 'changed' }],
        ]),
      );
      assert.deepEqual(
        await Promise.all(
          ['-n.ts', 'line\nbreak.ts', 'é "x"\t.ts', 'b.bin', 'gone.ts'].map((path) =>
            history.text('HEAD', path),
          ),
        ),
        ['added', 'x', '2', undefined, undefined],
      );
    }));

  it('keeps to the folder, and to files', () =>
    inFolder({}, async (root) => {
      const repository = new WrittenRepository(root);
      const inner = join(root, 'packages/shop');
      repository.commit('outside', { 'a.ts': 'const aLongEnoughLine = 1;\n' });
      const outside = repository.commit('more outside', { 'b.ts': '1' });
      mkdirSync(inner, { recursive: true });
      repository.git('mv', 'a.ts', 'packages/shop/a.ts');
      repository.git(
        '-c',
        'core.symlinks=true',
        'update-index',
        '--add',
        '--cacheinfo',
        `120000,${repository.git('hash-object', '-w', 'b.ts')},packages/shop/link`,
      );
      repository.git('update-index', '--add', '--cacheinfo', `160000,${outside},packages/shop/sub`);
      repository.git('commit', '-qm', 'inside');
      const history = await gitHistoryOf(inner);
      const [commit, ...others] = (await history?.log({})) ?? [];
      assert.ok(history && commit);
      assert.deepEqual(others, []);
      assert.deepEqual(await history.changes(commit, outside), [{ kind: 'added', path: 'a.ts' }]);
      assert.deepEqual(await history.text('HEAD', 'a.ts'), 'const aLongEnoughLine = 1;\n');
      assert.deepEqual((await history.blame('HEAD', 'a.ts', [0])).length, 1);
    }));

  it('tells who wrote a line, through renamings, and where history ends', () =>
    within(async (repository, history) => {
      const first = repository.commit('first', { 'a.ts': 'one\ntwo\nthree\nfour\nfive\n' });
      const second = repository.commit('second', { 'a.ts': 'one\nTWO\nthree\nfour\nfive\n' });
      repository.git('mv', 'a.ts', 'b.ts');
      const third = repository.commit('third', { 'b.ts': '  one\nTWO\nthree\nfour\nFIVE\n' });
      const blame = async (from: History, lines: readonly number[]) =>
        (await from.blame('HEAD', 'b.ts', lines)).map(({ line, commit, isBoundary }) => {
          const name = ['first', 'second', 'third'][[first, second, third].indexOf(commit)];
          return `${line} ${name}${isBoundary ? ' or before' : ''}`;
        });
      assert.deepEqual(await blame(history, [0, 1, 2, 4]), ['0 first', '1 second', '2 first', '4 third']);
      assert.deepEqual(await blame(history, []), []);
      assert.deepEqual(await blame(history, [77]), []);
      assert.equal(await history.isCut(), false);

      repository.git('clone', '-q', '--depth=2', `file://${repository.root}`, join(repository.root, 'cut'));
      const cut = await gitHistoryOf(join(repository.root, 'cut'));
      assert.ok(cut);
      assert.deepEqual(await blame(cut, [1, 4]), ['1 second or before', '4 third']);
      assert.equal(await cut.isCut(), true);
      assert.equal((await cut.remote?.())?.startsWith('file://'), true);
    }));
});

describe('what git tells of the past', () => {
  it('is read as it is written', () => {
    assert.deepEqual(commitsIn(`${'a'.repeat(40)}\0b c\x002026-01-02\0Subject\n\nBody\n\0`), [
      { id: 'a'.repeat(40), parents: ['b', 'c'], date: '2026-01-02', message: 'Subject\n\nBody' },
    ]);
    assert.deepEqual(fileChangesIn(':100644 100644 1 2 R090\0a\0b\0:000000 120000 0 1 A\0l\0'), [
      { kind: 'changed', path: 'b', before: 'a' },
    ]);
    const id = 'c'.repeat(40);
    assert.deepEqual(
      blamedLinesIn(`${id} 1 5 1\nauthor x\nboundary\nfilename a\n\t${id} 9 9\n${id} 2 6\n\ty\n`),
      [
        { line: 4, commit: id, isBoundary: true },
        { line: 5, commit: id, isBoundary: true },
      ],
    );
  });

  it('is never too broken to read', () => {
    for (const output of ['', '\0', ':\0', ':1 2 3\0', 'x\0y\0z', '\0\0\0\0', `${'d'.repeat(40)} 1`]) {
      assert.doesNotThrow(() => [commitsIn(output), fileChangesIn(output), blamedLinesIn(output)]);
    }
  });
});
