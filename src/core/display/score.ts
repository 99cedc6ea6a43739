import type { Match } from '../match/match';
import type { Standing } from './standing';

const severityWeight = { critical: 8, high: 4, medium: 2, low: 1 } as const;
const confidenceWeight = { high: 1, medium: 0.7, low: 0.4 } as const;

/** How much less a lesson counts for each of the last 14 days on which this person has seen it. */
const repeat = 0.9;

/**
 * Which of several matches deserves a place first; more is better. The harm, how sure the team is, how precisely the match
 * tells the place, how many found it useful, and how often it has been seen lately.
 */
export function scoreOf(match: Match, { usefulness, daysShown }: Standing): number {
  const { severity, confidence } = match.lesson;
  const worth = severityWeight[severity] * confidenceWeight[confidence] * specificityOf(match);
  return worth * (0.5 + 0.5 * usefulness) * repeat ** daysShown;
}

function specificityOf({ class: kind, why }: Match): number {
  if (kind === 'broad') {
    return 0.2;
  }
  return kind === 'named' ? 0.7 : why.symbol === undefined ? 0.9 : 1;
}
