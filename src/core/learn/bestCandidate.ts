import type { CountedCandidate } from './candidateCount';

/**
 * The candidate that a draft begins with: the plainest that finds more than the code it comes from, and not more than
 * anybody would look at; else the plainest.
 * @param limit the most hits that fit
 */
export function bestCandidate(
  counted: readonly CountedCandidate[],
  limit: number,
): CountedCandidate | undefined {
  const fitting = counted.filter(({ hits, isCut }) => hits <= limit && !isCut);
  return fitting.find(({ hits }) => hits > 1) ?? fitting[0] ?? counted[0];
}
