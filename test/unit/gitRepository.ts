import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A repository that a test writes, as nobody; each commit is a day later than the one before. */
export class WrittenRepository {
  readonly root: string;
  #days = 0;

  constructor(root: string) {
    this.root = root;
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: readonly string[]): string {
    const options = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false'];
    const date = new Date(Date.UTC(2026, 0, 1 + this.#days, 12)).toISOString();
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    return execFileSync('git', ['-C', this.root, ...options, '-c', 'protocol.file.allow=always', ...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  }

  /** @param files by path; what is undefined is deleted */
  commit(message: string, files: Readonly<Record<string, string | Buffer | undefined>> = {}): string {
    for (const [path, content] of Object.entries(files)) {
      if (content === undefined) {
        rmSync(join(this.root, path));
      } else {
        mkdirSync(dirname(join(this.root, path)), { recursive: true });
        writeFileSync(join(this.root, path), content);
      }
    }
    this.#days++;
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', message);
    return this.head();
  }

  head(): string {
    return this.git('rev-parse', 'HEAD');
  }
}
