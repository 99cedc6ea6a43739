import type { Budget } from '../lesson/policy';
import type { ChangedLines } from '../match/changedLines';
import type { DisplayFacts } from './facts';
import { ordinaryStanding } from './standing';

/** Places without end, where everything is to be listed. */
export const noBudget: Budget = {
  lessonsPerFile: Number.POSITIVE_INFINITY,
  findingsPerSymbol: Number.POSITIVE_INFINITY,
};

/** What holds where nothing is known but which lines are changed: everything speaks at its own level. */
export function ordinaryFacts(changed: ChangedLines): DisplayFacts {
  return {
    ...{ changed, show: 'all', budget: noBudget, conflicts: [] },
    standingOf: () => ordinaryStanding,
    silenceOf: () => undefined,
  };
}
