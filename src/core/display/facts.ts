import type { Budget } from '../lesson/policy';
import type { LineStretch } from '../match/alignedLines';
import type { ChangedLines } from '../match/changedLines';
import type { Match } from '../match/match';
import type { Standing } from './standing';

/** changes: full voice on changed lines, a hint elsewhere. all: full voice everywhere. off: nothing. */
export type Show = 'changes' | 'all' | 'off';

/** A comment in the code that asks for silence about a lesson. */
export interface Silence {
  /** Where the comment stands, from zero. */
  readonly line: number;
  readonly reason?: string;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly until?: string;
}

/** What the display of a file's matches depends on besides them. */
export interface DisplayFacts {
  readonly changed: ChangedLines;
  readonly show: Show;
  readonly budget: Budget;
  readonly standingOf: (match: Match) => Standing;
  readonly silenceOf: (match: Match) => Silence | undefined;
  /** The regions that a merge has left for a person to decide. */
  readonly conflicts: readonly LineStretch[];
}
