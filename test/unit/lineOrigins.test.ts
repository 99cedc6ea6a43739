import assert from 'node:assert/strict';
import { gitHistoryOf } from '../../src/cli/gitHistory';
import type { History } from '../../src/core/history/history';
import { lineOrigins } from '../../src/core/history/lineOrigins';
import { inFolder } from './commandLine';
import { WrittenRepository } from './gitRepository';

/** Every line of a file by the commit it comes from, asked by steps and by `git blame`. */
async function compared(
  repository: WrittenRepository,
  path: string,
): Promise<readonly [readonly string[], readonly string[]]> {
  const history = await gitHistoryOf(repository.root);
  assert.ok(history);
  const text = (await history.text('HEAD', path)) ?? '';
  const lines = Array.from({ length: text.split('\n').length - 1 }, (_, line) => line);
  const told = (blamed: Awaited<ReturnType<History['blame']>>) =>
    blamed.map(({ line, commit }) => `${line} ${repository.git('log', '-1', '--format=%s', commit)}`);
  const bySteps = await lineOrigins('HEAD', path, lines, {
    text: (commit, of) => history.text(commit, of),
    changes: (commit, parent) => history.changes(commit, parent),
    isCut: () => history.isCut(),
    lastChange: (commit, of) => history.commit(repository.git('log', '-1', '--format=%H', commit, '--', of)),
  });
  return [told(bySteps), told(await history.blame('HEAD', path, lines))];
}

describe('who wrote a line, found step by step', function () {
  // Git takes its time on a busy machine.
  this.timeout(60_000);

  it('is whom blame tells: through changes, renamings, spaces and merges', () =>
    inFolder({}, async (root) => {
      const repository = new WrittenRepository(root);
      const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
      repository.commit('first', { 'a.ts': text('one', 'two', 'three', 'four', 'five', 'six') });
      repository.git('checkout', '-qb', 'side');
      repository.commit('side', { 'a.ts': text('one', 'two', 'three', 'four', 'five', 'six', 'side') });
      repository.git('checkout', '-q', 'main');
      repository.commit('beside', { 'b.ts': text('b') });
      repository.commit('main', { 'a.ts': text('ONE', 'two', 'three', 'four', 'five', 'six') });
      repository.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
      repository.git('mv', 'a.ts', 'c.ts');
      repository.commit('moved', { 'c.ts': text('ONE', '  two', 'new', 'three', 'four', 'six', 'side') });
      const [bySteps, byBlame] = await compared(repository, 'c.ts');
      assert.deepEqual(byBlame, ['0 main', '1 first', '2 moved', '3 first', '4 first', '5 first', '6 side']);
      assert.deepEqual(bySteps, byBlame);
    }));

  it('leaves out what it cannot find, and ends', async () => {
    const asked: string[] = [];
    const commit = { id: 'a', parents: ['a'], date: '', message: '' };
    const found = await lineOrigins('a', 'x', [0], {
      text: async () => 'same\n',
      changes: async () => [],
      isCut: async () => false,
      lastChange: async (id) => {
        asked.push(id);
        return commit;
      },
    });
    assert.deepEqual([found, asked.length > 10 && asked.length < 1000], [[], true]);
  });
});
