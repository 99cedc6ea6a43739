import type { Match } from '../match/match';
import { type Suppression, suppressedBy } from '../match/suppressions/suppression';
import type { Finding } from './display';
import type { Silence } from './facts';
import type { Rule } from './ruling';

/** Whether one of these rules keeps a match from being a diagnostic. */
export function isSilencedBy({ rulings }: Finding, ...rules: readonly Rule[]): boolean {
  return rulings.some(({ rule, effect }) => effect === 'silence' && rules.includes(rule));
}

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
