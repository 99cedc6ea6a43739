import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { allLines, type ChangedLines, changedLines, noLines } from '../core/match/changedLines';
import { SourceText } from '../core/text';
import { UsageError } from './io';

const run = promisify(execFile);
const plainEnglish = { ...process.env, LC_ALL: 'C' };

/** What git knows about a folder. All paths are relative to that folder, with `/`. */
export interface GitFacts {
  /** Tracked files and those that are not ignored. */
  files(): Promise<readonly string[]>;
  /** The lines of a file that differ from HEAD; all of an untracked one. */
  changedLines(path: string, current: SourceText): Promise<ChangedLines>;
}

/**
 * `undefined` where the folder lies in no repository, or git is not installed.
 * @throws UsageError where git is there and refuses: guessing would check files that nobody wants checked
 */
export async function gitFactsOf(root: string): Promise<GitFacts | undefined> {
  if (!(await isInRepository(root))) {
    return undefined;
  }
  const differing = await listOf(root, ['diff', '--name-only', '--relative', '-z', 'HEAD']);
  const untracked = new Set(await listOf(root, ['ls-files', '-z', '--others', '--exclude-standard']));
  return {
    files: async () => [...new Set([...(await listOf(root, ['ls-files', '-z'])), ...untracked])],
    async changedLines(path, current) {
      if (untracked.has(path)) {
        return allLines;
      }
      if (!differing.includes(path)) {
        return noLines;
      }
      const committed = await git(root, ['show', `HEAD:./${path}`]);
      return committed === undefined ? allLines : changedLines(new SourceText(committed), current);
    },
  };
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

async function isInRepository(root: string): Promise<boolean> {
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
