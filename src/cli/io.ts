import type { GrammarFiles } from '../core/match/grammars';
import { harmlessJson, harmlessText } from '../core/present/harmlessText';
import type { Machine } from './scan/machine';
import type { Terminal } from './terminal';

/** What the command line takes from the outside world, so that tests can stand in for it. */
export interface Io {
  readonly cwd: string;
  readonly grammars: GrammarFiles;
  /** Without it a check keeps to its own thread, and keeps nothing. */
  readonly machine?: Machine;
  /** Takes the keyboard, where a person sits at one. */
  readonly terminal?: () => Terminal;
  stdout(text: string): void;
  stderr(text: string): void;
}

/** An error whose message is for the person at the terminal: what happened, and what to do next. */
export class UsageError extends Error {}

/** The same world, to which nothing is written that a terminal would obey: lesson files and code are not trusted. */
export function harmlessIo(io: Io): Io {
  return {
    ...io,
    stdout: (text) => io.stdout(harmlessText(text)),
    stderr: (text) => io.stderr(harmlessText(text)),
  };
}

/** Prints a report for scripts: one object. */
export function printJson(io: Io, report: object): void {
  io.stdout(`${harmlessJson(report)}\n`);
}
