import { harmlessLine } from '../../core/present/harmlessText';
import { count } from '../phrases';
import type { Scan } from './scan';
import { type SkipReason, skipReasons } from './skipped';

const mostNamed = 3;

/** One file, and several. */
const said: Readonly<Record<SkipReason, readonly [string, string]>> = {
  binary: ['binary file was skipped', 'binary files were skipped'],
  large: ['file of more than 2 MiB was skipped', 'files of more than 2 MiB were skipped'],
  unreadable: ['file or folder cannot be read', 'files or folders cannot be read'],
  vanished: ['file vanished meanwhile', 'files vanished meanwhile'],
  failed: ['file ended the process that looked at it', 'files ended the processes that looked at them'],
  nested: [
    'repository within this one was left out; check it by itself',
    'repositories within this one were left out; check them by themselves',
  ],
};

/** What was not looked at, and why, as lines for people; empty where all was. */
export function remarksOn({ skipped, shortfalls, unkept }: Omit<Scan, 'suppressed'>): string {
  const lines = skipReasons.map((reason) =>
    remark(
      said[reason],
      skipped.filter((one) => one.reason === reason).map(({ path }) => path),
    ),
  );
  const cut = shortfalls.filter(({ what }) => what === 'patterns');
  lines.push(
    remark(
      [
        'file has text too long for some patterns, which were not looked for there',
        'files have text too long for some patterns, which were not looked for there',
      ],
      cut.map(({ path }) => path),
    ),
  );
  const unparsed = shortfalls.filter(({ what }) => what !== 'patterns');
  for (const reason of ['too-slow', 'failed'] as const) {
    const paths = unparsed.filter((one) => one.reason === reason).map(({ path }) => path);
    const how = reason === 'failed' ? 'parsing failed' : 'parsing took too long';
    lines.push(
      remark(
        [`file was looked at by its text alone: ${how}`, `files were looked at by their text alone: ${how}`],
        [...new Set(paths)],
      ),
    );
  }
  return [
    ...lines.filter((line) => line !== ''),
    ...(unkept === undefined ? [] : [`Results cannot be kept for the next check: ${unkept.message}\n`]),
  ].join('');
}

/** The same for scripts, as part of a report's `stats`. */
export function gapsIn({ skipped, shortfalls }: Pick<Scan, 'skipped' | 'shortfalls'>) {
  const counts = skipReasons.map(
    (reason) => [reason, skipped.filter((one) => one.reason === reason).length] as const,
  );
  return {
    skipped: Object.fromEntries(counts),
    shortfalls: shortfalls.map(({ path, what, reason }) => ({ path, what, reason })),
  };
}

function remark([one, many]: readonly [string, string], paths: readonly string[]): string {
  if (paths.length === 0) {
    return '';
  }
  const names = paths.slice(0, mostNamed).map(harmlessLine).join(', ');
  return `${count(paths.length, one, many)}: ${names}${paths.length > mostNamed ? ', ...' : ''}\n`;
}
