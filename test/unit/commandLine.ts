import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main';
import { grammarFilesIn } from '../../src/cli/nodeFiles';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Files by their paths. */
export type Files = Readonly<Record<string, string>>;

export type Door = (argv: readonly string[], cwd: string) => Promise<Outcome>;

/** The two doors: the function, and the built program as a process. */
export const doors = {
  async main(argv, cwd) {
    const out = { stdout: '', stderr: '' };
    const code = await main(argv, {
      cwd,
      grammars: grammarFilesIn('dist'),
      stdout: (text) => (out.stdout += text),
      stderr: (text) => (out.stderr += text),
    });
    return { code, ...out };
  },
  process: (argv, cwd) =>
    new Promise((resolve) => {
      const program = join(process.cwd(), 'dist/cli.js');
      execFile(process.execPath, [program, ...argv], { cwd }, (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    }),
} as const satisfies Record<string, Door>;

/** Runs something in a new folder with these files, which is gone afterwards. */
export async function inFolder<T>(files: Files, run: (root: string) => Promise<T>): Promise<T> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'lessons-')));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return await run(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What a command line gives in a folder with these files; the folder is called ROOT. */
export function outcomeOf(
  argv: string | readonly string[],
  files: Files,
  door: Door = doors.main,
): Promise<Outcome> {
  return inFolder(files, async (root) => {
    const { code, stdout, stderr } = await door(typeof argv === 'string' ? argv.split(' ') : argv, root);
    const plain = (text: string) => text.replaceAll(root, 'ROOT');
    return { code, stdout: plain(stdout), stderr: plain(stderr) };
  });
}

/** What a command line gives that makes no command, or cannot be obeyed. */
export function refused(message: string, command = ''): Outcome {
  return {
    code: 2,
    stdout: '',
    stderr: `lessons: ${message}\nTry lessons ${command && `${command} `}--help.\n`,
  };
}

/** Git in a folder, as nobody. */
export function gitIn(root: string): (...args: readonly string[]) => Promise<void> {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false'];
  return (...args) =>
    new Promise((resolve, reject) => {
      execFile('git', ['-C', root, ...identity, ...args], (error) => (error ? reject(error) : resolve()));
    });
}
