import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { gitHistoryOf } from '../../src/cli/gitHistory';
import type { History } from '../../src/core/history/history';
import type { GitApi, GitExtension } from '../../src/extension/gitApi';
import { GitHistories } from '../../src/extension/gitHistory';
import { GitRepositories } from '../../src/extension/gitRepositories';
import { WrittenRepository } from '../unit/gitRepository';
import { answering } from './answers';
import { closeAll, folder } from './workspace';

/** What only tests ask of the Git extension. */
interface OpenApi extends GitApi {
  openRepository(root: vscode.Uri): Promise<unknown>;
}

describe('the past, as the editor tells it', () => {
  const log = vscode.window.createOutputChannel('Lessons past', { log: true });
  const repositories = new GitRepositories(log);
  const histories = new GitHistories(repositories, log);
  let root = '';
  let pasts: readonly (readonly [string, History, History])[] = [];

  before(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'lessons-past-')));
    await mkdir(join(root, 'shop'));
    writeHistory(new WrittenRepository(root));
    await repositories.start();
    const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
    assert.ok(git);
    await (git.getAPI(1) as OpenApi).openRepository(vscode.Uri.file(root));
    pasts = await Promise.all(
      ['', 'shop'].map(async (below) => {
        const inEditor = histories.historyOf({ uri: vscode.Uri.file(join(root, below)) });
        const byCommand = await gitHistoryOf(join(root, below));
        assert.ok(inEditor && byCommand);
        return [below, inEditor, byCommand] as const;
      }),
    );
  });
  after(async () => {
    repositories.dispose();
    log.dispose();
    await rm(root, { recursive: true, force: true });
  });

  /** Asks both, and sees that they agree; for the root of the repository and a folder in it. */
  async function same(ask: (history: History) => Promise<unknown>): Promise<readonly unknown[]> {
    const answers: unknown[] = [];
    for (const [below, inEditor, byCommand] of pasts) {
      const answer = await ask(byCommand);
      assert.deepEqual(await ask(inEditor), answer, below);
      answers.push(answer);
    }
    return answers;
  }

  it('names the commits that the git command names', async () => {
    const [all, inShop] = await same((history) => history.log({}));
    assert.deepEqual([(all as unknown[]).length, (inShop as unknown[]).length], [7, 6]);
    await same((history) => history.log({ most: 2 }));
    await same((history) => history.log({ range: 'HEAD~2..HEAD' }));
    await same((history) => history.log({ range: 'HEAD~2..HEAD', most: 1 }));
    for (const unknown of ['nowhere..HEAD', '--all']) {
      assert.deepEqual(await same((history) => history.log({ range: unknown })), [undefined, undefined]);
    }
    await same((history) => history.commit('HEAD~1'));
    await same((history) => history.commit('v1'));
    for (const unknown of ['', '-1', '--all', 'f'.repeat(40), 'main..v1', 'HEAD~99']) {
      assert.deepEqual(await same((history) => history.commit(unknown)), [undefined, undefined]);
    }
    assert.deepEqual(await same((history) => history.isCut()), [false, false]);
    assert.deepEqual(await same(async (history) => history.remote?.()), [
      'https://git.example/a.git',
      'https://git.example/a.git',
    ]);
  });

  it('tells the changes, the texts and the writers of lines that the git command tells', async () => {
    let compared = 0;
    for (const { id } of (await pasts[0]?.[2].log({})) ?? []) {
      await same(async (history) => {
        const commit = await history.commit(id);
        const [parent] = commit?.parents ?? [];
        if (commit === undefined || parent === undefined) {
          return [];
        }
        const changes = [...(await history.changes(commit, parent))].sort((a, b) =>
          a.path < b.path ? -1 : 1,
        );
        const told: unknown[] = [];
        for (const { path } of changes) {
          const text = await history.text(id, path);
          const lines = Array.from({ length: (text?.split('\n').length ?? 1) - 1 }, (_, line) => line);
          const blamed = [...(await history.blame(id, path, lines))].sort((a, b) => a.line - b.line);
          compared += blamed.length;
          told.push([path, text, blamed]);
        }
        return [changes, told];
      });
    }
    assert.equal(compared > 20, true);
  });

  it('has none for a folder outside of every repository', () => {
    assert.equal(histories.historyOf({ uri: vscode.Uri.file(tmpdir()) }), undefined);
    assert.equal(histories.historyOf({ uri: vscode.Uri.from({ scheme: 'x', path: '/a' }) }), undefined);
  });

  it('gives Capture From Commit what the draft is made of', async () => {
    const ours = await gitHistoryOf(folder.fsPath);
    const [commit] = (await ours?.log({ most: 1 })) ?? [];
    assert.ok(commit);
    const run = (ref: string) => vscode.commands.executeCommand('lessons.captureFromCommit', { ref }, folder);
    await run(commit.id);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, new RegExp(`fixed: "?${commit.id}`));
    await answering(
      [],
      async () => {
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        await new Promise((resolve) => setTimeout(resolve, 300));
      },
      'Discard',
    );
    await closeAll();
  });
});

function writeHistory(repository: WrittenRepository): void {
  const lines = Array.from({ length: 12 }, (_, line) => `const line${line} = ${line};`);
  const text = (changes: Readonly<Record<number, string>> = {}) =>
    `${lines.map((line, at) => changes[at] ?? line).join('\n')}\n`;
  repository.git('remote', 'add', 'origin', 'https://git.example/a.git');
  repository.commit('first\n\nwith a body', { 'a.ts': text(), 'shop/b [1].ts': text(), 'ü.ts': 'ü\n' });
  repository.git('tag', '-a', '-m', 'tag', 'v1');
  repository.git('checkout', '-qb', 'side');
  repository.commit('side', { 'shop/b [1].ts': text({ 2: 'side();' }) });
  repository.git('checkout', '-q', 'main');
  repository.commit('beside', {
    'a.ts': text({ 1: 'beside();', 5: '  const line5 = 5;' }),
    'b.bin': Buffer.from([0, 1]),
  });
  repository.commit('main', { 'shop/b [1].ts': text({ 9: 'main();' }), 'ü.ts': undefined });
  repository.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
  repository.git('mv', 'shop/b [1].ts', 'shop/c.ts');
  repository.commit('renamed', { 'shop/c.ts': text({ 2: 'side();', 4: 'renamed();', 9: 'main();' }) });
  repository.git('mv', 'a.ts', 'shop/a.ts');
  repository.commit('moved in', { 'shop/-n.ts': 'new\n' });
}
