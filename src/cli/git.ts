import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { allLines, type ChangedLines, changedLines, noLines } from '../core/match/changedLines';
import { SourceText } from '../core/text';
import { GitBlobs } from './gitBlobs';
import { type Committed, type GitStatus, gitStatusOf } from './gitStatus';
import { UsageError } from './io';

const run = promisify(execFile);
const plainEnglish = { ...process.env, LC_ALL: 'C' };

/** What git knows about a folder. All paths are relative to that folder, with `/`. */
export interface GitFacts extends Pick<GitStatus, 'blobs' | 'nested'> {
  /** The moment of all this, in milliseconds; what happened later is not in it. */
  readonly asOf: number;
  /** Tracked files and those that are not ignored. */
  files(): Promise<readonly string[]>;
  committed(path: string): Committed;
  /** The lines of a file that differ from HEAD; all of an untracked one. */
  changedLines(path: string, current: SourceText): Promise<ChangedLines>;
}

/**
 * `undefined` where the folder lies in no repository, or git is not installed.
 * @throws UsageError where git is there and refuses: guessing would check files that nobody wants checked
 */
export async function gitFactsOf(root: string): Promise<GitFacts | undefined> {
  const asOf = Date.now();
  const asking = statusOf(root);
  // Outside of a repository nobody waits for it.
  asking.catch(() => undefined);
  if (!(await isInRepository(root))) {
    return undefined;
  }
  const status = await asking;
  const committed = (path: string) => status.committed.get(path) ?? 'same';
  return {
    ...{ asOf, blobs: status.blobs, nested: status.nested, committed },
    files: async () => status.files,
    async changedLines(path, current) {
      const blobs = new GitBlobs(root);
      try {
        return await changedSince(committed(path), current, blobs);
      } finally {
        blobs.dispose();
      }
    },
  };
}

/** The lines of a text that differ from what was committed. */
export async function changedSince(
  committed: Committed,
  current: SourceText,
  blobs: GitBlobs,
): Promise<ChangedLines> {
  if (committed === 'nothing' || committed === 'same') {
    return committed === 'nothing' ? allLines : noLines;
  }
  const before = await blobs.text(committed);
  return before === undefined ? allLines : changedLines(new SourceText(before), current);
}

async function statusOf(root: string): Promise<GitStatus> {
  // Looking must not write: others may be at work with the same repository.
  const ask = async (...args: readonly string[]) => {
    const output = await git(root, ['--no-optional-locks', ...args]);
    if (output === undefined) {
      throw new UsageError(`git cannot tell the files of ${root}. Try git status there.`);
    }
    return output;
  };
  const [prefix, status, staged] = await Promise.all([
    ask('rev-parse', '--show-prefix'),
    ask(
      ...[
        'status',
        '--porcelain=v2',
        '-z',
        '--find-renames',
        '--untracked-files=all',
        '--ignore-submodules=all',
      ],
      '--',
      '.',
    ),
    ask('ls-files', '-s', '-v', '-z'),
  ]);
  return gitStatusOf(status, staged, prefix.replace(/\n$/, ''));
}

/** Attributes that git gives to some files, as `.gitattributes` and its own settings say. */
export type Attributes = ReadonlyMap<string, string>;

/** By path, the attributes of these names; a value is `unspecified`, `set`, `unset` or a word. Empty without git. */
export async function gitAttributesOf(
  root: string,
  names: readonly string[],
  paths: readonly string[],
): Promise<readonly Attributes[]> {
  if (!(await isInRepository(root))) {
    return [];
  }
  const fields = await listOf(root, ['check-attr', '-z', ...names, '--', ...paths]);
  return paths.map(
    (path) =>
      new Map(
        fields.flatMap((field, index) =>
          index % 3 === 0 && field === path ? [[fields[index + 1] ?? '', fields[index + 2] ?? '']] : [],
        ),
      ),
  );
}

/** The rule by which git ignores a file, as `file:line:pattern`; `undefined` where it does not. */
export async function ignoringRule(root: string, path: string): Promise<string | undefined> {
  const answer = await git(root, ['check-ignore', '--verbose', '--', path]);
  return answer?.split('\t', 1)[0];
}

async function listOf(root: string, args: readonly string[]): Promise<string[]> {
  return ((await git(root, args)) ?? '').split('\0').filter((path) => path !== '');
}

/**
 * Whether the folder lies in the working tree of a repository, and git is installed.
 * @throws UsageError where git is there and refuses
 */
export async function isInRepository(root: string): Promise<boolean> {
  try {
    const { stdout } = await run('git', ['-C', root, 'rev-parse', '--is-inside-work-tree'], {
      env: plainEnglish,
    });
    return stdout.trim() === 'true';
  } catch (error) {
    const { code, stderr = '' } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT' || stderr.includes('not a git repository')) {
      return false;
    }
    throw new UsageError(
      `git refuses to look at ${root}: ${stderr.trim().split('\n', 1)[0]}. Mend that first.`,
    );
  }
}

/** The command's output; `undefined` where git refuses, which here always means that it knows nothing. */
async function git(root: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['-C', root, ...args], { maxBuffer: 1 << 28 });
    return stdout;
  } catch {
    return undefined;
  }
}
