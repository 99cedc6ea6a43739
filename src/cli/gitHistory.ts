import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BlamedLine, Commit, FileChange, History, LogOptions } from '../core/history/history';
import { isInRepository } from './git';
import { blamedLinesIn, commitsIn, fileChangesIn } from './gitHistoryOutput';

const run = promisify(execFile);
const wholeId = /^(?:[\da-f]{40}|[\da-f]{64})$/;
const mostOutput = 1 << 28;
/** As git itself tells what is binary: by a zero byte in the first part of the file. */
const partLookedAt = 8000;
/** A command line holds only so much; nobody asks for as many stretches of one file. */
const mostStretches = 2000;

/**
 * The past of the project in this folder, as the `git` command tells it; `undefined` where there is no repository, or no git.
 * @throws UsageError where git is there and refuses
 */
export async function gitHistoryOf(root: string): Promise<History | undefined> {
  return (await isInRepository(root)) ? new GitHistory(root) : undefined;
}

/** Every name of a commit is made a whole id first, so that git takes none for an option. */
class GitHistory implements History {
  readonly #root: string;
  #prefix: Promise<string> | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  async commit(revision: string): Promise<Commit | undefined> {
    const id = await this.#idOf(revision);
    return id === undefined ? undefined : (await this.#commits(['-1', id, '--']))?.[0];
  }

  async log({ range, most }: LogOptions): Promise<readonly Commit[] | undefined> {
    if (range === undefined && (await this.#idOf('HEAD')) === undefined) {
      return [];
    }
    const within = (await this.#prefixOf()) === '' ? [] : ['.'];
    const limit = most === undefined ? [] : ['-n', `${most}`];
    return this.#commits([...limit, '--end-of-options', range ?? 'HEAD', '--', ...within]);
  }

  async changes(commit: Commit, parent: string | undefined): Promise<readonly FileChange[]> {
    const compared = parent === undefined ? ['--root', commit.id] : [parent, commit.id];
    const ids = await Promise.all(compared.map((one) => (one === '--root' ? one : this.#idOf(one))));
    if (ids.includes(undefined)) {
      return [];
    }
    const options = ['-r', '-z', '-M', '--raw', '--no-commit-id', '--relative', '--no-ext-diff'];
    const output = await this.#git(['diff-tree', ...options, ...ids.map(String), '--']);
    return fileChangesIn(output?.toString('utf8') ?? '');
  }

  async text(commit: string, path: string): Promise<string | undefined> {
    const id = await this.#idOf(commit);
    const content = id && (await this.#git(['cat-file', 'blob', `${id}:${await this.#prefixOf()}${path}`]));
    return !content || content.subarray(0, partLookedAt).includes(0) ? undefined : content.toString('utf8');
  }

  async blame(commit: string, path: string, lines: readonly number[]): Promise<readonly BlamedLine[]> {
    const id = await this.#idOf(commit);
    const stretches = stretchesOf(lines).slice(0, mostStretches);
    if (id === undefined || stretches.length === 0) {
      return [];
    }
    const asked = stretches.flatMap(([first, last]) => ['-L', `${first + 1},${last + 1}`]);
    const output = await this.#git(['blame', '--porcelain', '-w', ...asked, id, '--', path]);
    const blamed = blamedLinesIn(output?.toString('latin1') ?? '');
    const ends = new Set(blamed.filter(({ isBoundary }) => isBoundary).map((line) => line.commit));
    const older = new Set<string>();
    for (const end of ends) {
      if (await this.#hasParentElsewhere(end)) {
        older.add(end);
      }
    }
    return blamed.map((line) => ({ ...line, isBoundary: older.has(line.commit) }));
  }

  async isCut(): Promise<boolean> {
    const answer = await this.#git(['rev-parse', '--is-shallow-repository']);
    return answer?.toString().trim() === 'true';
  }

  async remote(): Promise<string | undefined> {
    const answer = await this.#git(['config', '--get', 'remote.origin.url']);
    return answer?.toString().trim() || undefined;
  }

  /** To blame, the first commit of a project is an end like that of a shallow clone; only the latter names a parent. */
  async #hasParentElsewhere(id: string): Promise<boolean> {
    const written = await this.#git(['cat-file', 'commit', id]);
    return /^[^\n]*\nparent /.test(written?.toString('latin1') ?? '');
  }

  async #idOf(revision: string): Promise<string | undefined> {
    if (wholeId.test(revision) || revision === '') {
      return revision === '' ? undefined : revision;
    }
    const asked = ['--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const id = (await this.#git(['rev-parse', ...asked]))?.toString().trim();
    return id !== undefined && wholeId.test(id) ? id : undefined;
  }

  async #commits(asked: readonly string[]): Promise<readonly Commit[] | undefined> {
    const format = ['-z', '--format=%H%x00%P%x00%ad%x00%B', '--date=short-local', '--encoding=UTF-8'];
    const output = await this.#git(['log', '--no-show-signature', '--no-notes', ...format, ...asked]);
    return output && commitsIn(output.toString('utf8'));
  }

  #prefixOf(): Promise<string> {
    this.#prefix ??= this.#git(['rev-parse', '--show-prefix']).then(
      (answer) => answer?.toString('utf8').replace(/\n$/, '') ?? '',
    );
    return this.#prefix;
  }

  /** `undefined` where git refuses, which here means that it knows nothing of what was asked. */
  async #git(args: readonly string[]): Promise<Buffer | undefined> {
    // Looking must neither write nor download; and a message in another language could not be told from data.
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC', GIT_NO_LAZY_FETCH: '1' };
    const options = { env, maxBuffer: mostOutput, encoding: 'buffer' } as const;
    try {
      const { stdout } = await run('git', ['--no-optional-locks', '-C', this.#root, ...args], options);
      return stdout;
    } catch {
      return undefined;
    }
  }
}

/** First and last of the lines that follow one another. */
function stretchesOf(lines: readonly number[]): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last !== undefined && last[1] + 1 === line) {
      last[1] = line;
    } else {
      stretches.push([line, line]);
    }
  }
  return stretches;
}
