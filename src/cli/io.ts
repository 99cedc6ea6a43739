import type { GrammarFiles } from '../core/match/symbolFinder';

/** What the command line takes from the outside world, so that tests can stand in for it. */
export interface Io {
  readonly cwd: string;
  readonly grammars: GrammarFiles;
  stdout(text: string): void;
  stderr(text: string): void;
}

/** An error whose message is for the person at the terminal: what happened, and what to do next. */
export class UsageError extends Error {}
