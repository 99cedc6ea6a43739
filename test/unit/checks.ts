import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import type { Machine } from '../../src/cli/scan/machine';

/** A machine that takes any check for worth its while. */
export function machineWith(cacheFolder: string, cores = 1): Machine {
  return { program: join(process.cwd(), 'dist/cli.js'), cores, worthwhile: 0, cacheFolder };
}

export interface CheckReport {
  readonly matches: readonly { readonly lesson: string; readonly path: string }[];
  readonly problems: readonly unknown[];
  readonly stats: {
    readonly files: number;
    readonly skipped: Readonly<Record<string, number>>;
    readonly shortfalls: readonly unknown[];
  };
  readonly stderr: string;
}

/** What a check gives as JSON, without the time it took. */
export async function checkIn(
  root: string,
  machine?: Machine,
  argv: readonly string[] = [],
): Promise<CheckReport> {
  const said = { stdout: '', stderr: '' };
  await main(['check', '--format', 'json', ...argv], {
    ...{ cwd: root, grammars: grammarFilesIn('dist'), ...(machine && { machine }) },
    stdout: (text) => (said.stdout += text),
    stderr: (text) => (said.stderr += text),
  });
  if (said.stdout === '') {
    throw new Error(said.stderr);
  }
  const report = JSON.parse(said.stdout) as CheckReport;
  const { ms, ...stats } = report.stats as CheckReport['stats'] & { ms: number };
  return { ...report, stats, stderr: said.stderr };
}

/** Runs something while the clock shows a later time, so that files seem to have been left alone for long. */
export async function later<T>(run: () => Promise<T>): Promise<T> {
  const { now } = Date;
  Date.now = () => now() + 10_000;
  try {
    return await run();
  } finally {
    Date.now = now;
  }
}
