import type { Match } from '../match/match';
import { type Suppression, suppressedBy } from '../match/suppressions/suppression';
import type { Silence } from './facts';

/**
 * What keeps a match of a text quiet, by the suppressions in it.
 * @param today YYYY-MM-DD
 */
export function silenceIn(
  suppressions: readonly Suppression[],
  today: string,
): (match: Match) => Silence | undefined {
  return (match) => {
    const found = suppressedBy(match, suppressions, today);
    return (
      found && {
        line: found.range.start.line,
        ...(found.reason !== undefined && { reason: found.reason }),
        ...(found.until !== undefined && { until: found.until }),
      }
    );
  };
}
