import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { gitFactsOf } from '../../src/cli/git';
import { allLines, type ChangedLines } from '../../src/core/match/changedLines';
import { SourceText } from '../../src/core/text';
import { CommittedTexts } from '../../src/extension/committedTexts';
import type { GitApi, GitExtension, GitRepository } from '../../src/extension/gitApi';
import { GitRepositories } from '../../src/extension/gitRepositories';
import { until } from './workspace';

/** What only tests ask of the Git extension. */
interface OpenApi extends GitApi {
  openRepository(root: vscode.Uri): Promise<unknown>;
  getRepository(uri: vscode.Uri): (GitRepository & { status(): Promise<void> }) | null;
}

describe('changed lines, as git goes on beside the editor', () => {
  const log = vscode.window.createOutputChannel('Lessons test', { log: true });
  const repositories = new GitRepositories(log);
  const committed = new CommittedTexts(repositories, log);
  const fired: ReadonlySet<string>[] = [];
  committed.onDidChange((files) => fired.push(files));
  let shows = 0;
  let root = '';
  let api: OpenApi;

  before(async () => {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    assert.ok(extension);
    const git = await extension.activate();
    api = git.getAPI(1) as OpenApi;
    await repositories.start(async () => counting(git, () => shows++));
    root = await realpath(await mkdtemp(join(tmpdir(), 'lessons-git-')));
    await repository('main', { 'a.ts': 'one\ntwo\nthree\n', 'in/b.ts': 'b\n' });
  });
  after(async () => {
    committed.dispose();
    repositories.dispose();
    log.dispose();
    await rm(root, { recursive: true, force: true });
  });

  const uriOf = (path: string) => vscode.Uri.file(join(root, path));
  const put = async (path: string, text: string) => {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const run = (folder: string, ...args: readonly string[]) => {
    const identity = [
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@b.example',
      '-c',
      'protocol.file.allow=always',
    ];
    return promisify(execFile)('git', [...identity, ...args], { cwd: join(root, folder) });
  };
  /** By itself the editor notices, too; after another change within 5 s it takes its time. */
  const refresh = async (folder: string) => api.getRepository(uriOf(folder))?.status();
  const git = async (folder: string, ...args: readonly string[]) => {
    try {
      await run(folder, ...args);
    } finally {
      await refresh(folder);
    }
  };
  const commit = async (folder: string, ...more: readonly string[]) => {
    await git(folder, 'add', '--all');
    await git(folder, 'commit', '-qm', 'x', ...more);
  };
  const open = (folder: string) => api.openRepository(uriOf(folder));
  async function repository(folder: string, files: Readonly<Record<string, string>>) {
    await mkdir(join(root, folder), { recursive: true });
    await git(folder, 'init', '-q', '-b', 'main');
    for (const [path, text] of Object.entries(files)) {
      await put(`${folder}/${path}`, text);
    }
    if (Object.keys(files).length > 0) {
      await commit(folder);
    }
    await open(folder);
  }

  const inEditor = async (path: string) => {
    const text = new SourceText(await readFile(join(root, path), 'utf8'));
    return told(await committed.changedLines(uriOf(path), text));
  };
  const onCommandLine = async (path: string, folder: string) => {
    const text = new SourceText(await readFile(join(root, path), 'utf8'));
    const facts = await gitFactsOf(join(root, folder));
    return told((await facts?.changedLines(relative(folder, path), text)) ?? allLines);
  };
  /** Waits until the editor says so, and sees that the command line does. */
  const expect = async (path: string, expected: string, folder = path.split('/')[0] ?? '') => {
    let last = '';
    await until(
      async () => {
        last = await inEditor(path);
        return last === expected;
      },
      () => `${path}: ${last}, not ${expected}`,
    );
    assert.equal(await onCommandLine(path, folder), expected, `${path} on the command line`);
  };

  it('are found without asking git again at each key', async () => {
    const typed = async (line: string) => {
      const text = new SourceText(`one\n${line}\nthree\n`);
      return told(await committed.changedLines(uriOf('main/a.ts'), text));
    };
    await until(async () => (await typed('x')) === '1-2 edit');
    for (let key = 0; key < 30; key++) {
      assert.equal(await typed('x'.repeat(key)), '1-2 edit');
    }
    assert.equal(shows, 1);
  });

  it('are gone after a commit, and only who asked is told', async function () {
    await repository('other', { 'o.ts': 'o\n' });
    await expect('other/o.ts', '');
    await put('main/a.ts', 'one\n2\nthree\n');
    await expect('main/a.ts', '1-2 edit');
    fired.length = 0;
    await run('main', 'commit', '-qam', 'x');
    const start = performance.now();
    await until(() => fired.length > 0);
    const took = Math.round(performance.now() - start);
    await expect('main/a.ts', '');
    assert.deepEqual(
      fired.map((files) => [...files]),
      [[uriOf('main/a.ts').toString()]],
    );
    if (this.test !== undefined) {
      this.test.title += `: ${took} ms after it`;
    }
  });

  it('follow an amended commit, and a reset', async () => {
    await put('main/a.ts', 'one\nTWO\nthree\n');
    await commit('main', '--amend');
    await expect('main/a.ts', '');
    await put('main/a.ts', 'one\nTWO\nthree\nfour\n');
    await commit('main');
    await expect('main/a.ts', '');
    await git('main', 'reset', '-q', '--soft', 'HEAD~1');
    await expect('main/a.ts', '3-4 add');
    await git('main', 'reset', '-q', '--hard');
  });

  it('follow another branch, a stash, and a commit without a branch', async () => {
    await git('main', 'checkout', '-qb', 'side');
    await put('main/a.ts', 'zero\none\nTWO\nthree\n');
    await commit('main');
    await expect('main/a.ts', '');
    await git('main', 'checkout', '-q', 'main');
    await expect('main/a.ts', '');
    await git('main', 'checkout', '-q', 'side', '--', 'a.ts');
    await expect('main/a.ts', '0-1 add');
    await git('main', 'stash', '-q');
    await expect('main/a.ts', '');
    await git('main', 'stash', 'pop', '-q');
    await expect('main/a.ts', '0-1 add');
    await git('main', 'checkout', '-qf', '--detach', 'side');
    await expect('main/a.ts', '');
    await git('main', 'checkout', '-q', 'main');
  });

  it('are all of a new file, added or not, and few of a renamed one', async () => {
    await put('main/new.ts', 'new\n');
    await expect('main/new.ts', 'all');
    await git('main', 'add', '-N', 'new.ts');
    await expect('main/new.ts', 'all');
    await git('main', 'add', 'new.ts');
    await expect('main/new.ts', 'all');
    await put('main/long.ts', 'a long line\n'.repeat(9));
    await commit('main');
    await expect('main/new.ts', '');
    await git('main', 'mv', 'long.ts', 'in/longer.ts');
    await put('main/in/longer.ts', `first\n${'a long line\n'.repeat(9)}`);
    await expect('main/in/longer.ts', '0-1 add');
    await commit('main');
    await expect('main/in/longer.ts', '');
  });

  it('compare with our side while a merge is in progress', async () => {
    await put('main/a.ts', 'ours\ntwo\nthree\n');
    await commit('main');
    await git('main', 'checkout', '-qb', 'theirs', 'HEAD~1');
    await put('main/a.ts', 'theirs\ntwo\nthree\n');
    await commit('main');
    await git('main', 'checkout', '-q', 'main');
    await assert.rejects(git('main', 'merge', '-q', 'theirs'));
    const lines = (await readFile(join(root, 'main/a.ts'), 'utf8')).split('\n');
    const theirs = lines.findIndex((line) => line.startsWith('>>>>>>>'));
    await expect('main/a.ts', `0-1 add, 2-${theirs + 1} add`);
    await git('main', 'merge', '--abort');
    await expect('main/a.ts', '');
  });

  it('are all where there is no commit, and no repository', async () => {
    await repository('unborn', {});
    await put('unborn/a.ts', 'one\n');
    await expect('unborn/a.ts', 'all');
    await commit('unborn');
    await expect('unborn/a.ts', '');
    await put('plain/a.ts', 'one\n');
    await expect('plain/a.ts', 'all');
  });

  it('are told of linked worktrees, submodules and repositories in others', async () => {
    await git('main', 'worktree', 'add', '-q', '../linked', 'side');
    await git('main', 'worktree', 'add', '-q', 'inside', 'theirs');
    await repository('main/nested', { 'n.ts': 'n\n' });
    await repository('library', { 'l.ts': 'l\n' });
    await git('main', 'submodule', '--quiet', 'add', '../library', 'sub');
    await git('main', 'commit', '-qm', 'sub', '.gitmodules', 'sub');
    for (const folder of ['linked', 'main/inside', 'main/sub']) {
      await open(folder);
    }
    for (const path of ['linked/a.ts', 'main/inside/a.ts', 'main/nested/n.ts', 'main/sub/l.ts']) {
      const folder = join(path, '..');
      await expect(path, '', folder);
      await put(path, `first\n${await readFile(join(root, path), 'utf8')}`);
      await expect(path, '0-1 add', folder);
      await commit(folder);
      await expect(path, '', folder);
    }
  });

  it('are told in a folder further down, and in one that a link leads to', async () => {
    await mkdir(join(root, 'real'));
    await symlink(join(root, 'real'), join(root, 'link'));
    await repository('link', { 'in/d.ts': 'd\n' });
    await put('link/in/d.ts', 'd\ne\n');
    await expect('link/in/d.ts', '1-2 add', 'link');
    await expect('link/in/d.ts', '1-2 add', 'link/in');
    await commit('link');
    await expect('link/in/d.ts', '', 'link/in');
  });

  it('know which files of a repository cannot differ', async () => {
    await put('main/a.ts', 'other\n');
    await put('main/untracked.ts', '');
    await refresh('main');
    const differ = (path: string) => repositories.mayDiffer(uriOf(path));
    await until(() => differ('main/a.ts') && differ('main/untracked.ts'));
    assert.deepEqual([differ('main/in/b.ts'), differ('plain/a.ts')], [false, true]);
  });

  it('are all while git is turned off', async () => {
    const settings = vscode.workspace.getConfiguration('git');
    const path = uriOf('other/o.ts');
    const ask = async () => told(await committed.changedLines(path, new SourceText('o\n')));
    try {
      await settings.update('enabled', false, vscode.ConfigurationTarget.Global);
      await until(async () => (await ask()) === 'all');
    } finally {
      await settings.update('enabled', undefined, vscode.ConfigurationTarget.Global);
    }
    await until(() => vscode.extensions.getExtension<GitExtension>('vscode.git')?.exports.enabled);
    api = vscode.extensions.getExtension<GitExtension>('vscode.git')?.exports.getAPI(1) as OpenApi;
    await open('other');
    await until(async () => (await ask()) === '');
  });

  it('are told once the API is whole, where git is turned on for the first time', async () => {
    const turnedOn = new vscode.EventEmitter<boolean>();
    const git = {
      enabled: false,
      onDidChangeEnablement: turnedOn.event,
      getAPI: () => assert.fail('too early'),
    };
    const late = new GitRepositories(log);
    const texts = new CommittedTexts(late, log);
    const ask = async () => told(await texts.changedLines(uriOf('other/o.ts'), new SourceText('o\n')));
    await late.start(async () => git);
    assert.equal(await ask(), 'all');
    git.enabled = true;
    turnedOn.fire(true);
    Object.assign(git, { getAPI: () => api });
    await until(async () => (await ask()) === '');
    vscode.Disposable.from(texts, late, turnedOn).dispose();
  });

  it('are all where there is no Git extension, and none until it is looked for', async () => {
    const without = new GitRepositories(log);
    const texts = new CommittedTexts(without, log);
    const ask = async () => told(await texts.changedLines(uriOf('other/o.ts'), new SourceText('x\n')));
    assert.equal(await ask(), '');
    await without.start(async () => undefined);
    assert.equal(await ask(), 'all');
    texts.dispose();
    without.dispose();
  });
});

function told(changed: ChangedLines): string {
  return changed.kind === 'all'
    ? 'all'
    : changed.spans.map(({ start, end, kind }) => `${start}-${end} ${kind}`).join(', ');
}

/** The extension's API, with a count of the files that git is asked for. */
function counting(git: GitExtension, count: () => void): GitExtension {
  const counted = (repository: GitRepository): GitRepository => ({
    rootUri: repository.rootUri,
    state: repository.state,
    show(ref, path) {
      count();
      return repository.show(ref, path);
    },
    buffer: (ref, path) => repository.buffer(ref, path),
    getCommit: (ref) => repository.getCommit(ref),
    log: (options) => repository.log(options),
    diffBetween: (ref1, ref2) => repository.diffBetween(ref1, ref2),
  });
  return {
    get enabled() {
      return git.enabled;
    },
    onDidChangeEnablement: git.onDidChangeEnablement,
    getAPI(version) {
      const api = git.getAPI(version);
      return {
        get state() {
          return api.state;
        },
        ...{ onDidChangeState: api.onDidChangeState, onDidCloseRepository: api.onDidCloseRepository },
        onDidOpenRepository: (listener) => api.onDidOpenRepository((one) => listener(counted(one))),
        get repositories() {
          return api.repositories.map(counted);
        },
        getRepository(uri) {
          const repository = api.getRepository(uri);
          return repository && counted(repository);
        },
        toGitUri: (uri, ref) => api.toGitUri(uri, ref),
      };
    },
  };
}
