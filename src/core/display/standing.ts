import { demotionsOf, usefulness } from '../feedback/usefulness';
import { noVotes } from '../feedback/votes';
import type { Control } from '../lesson/control';

/** What is known of a lesson besides its file, and bears on how it is shown. */
export interface Standing {
  /** Lower bound of the share of votes that found it useful, from 0 to 1. */
  readonly usefulness: number;
  /** By how many levels the votes have lowered it. */
  readonly demotions: number;
  /** The strong control that is in place, so that nobody has to remember. */
  readonly codifiedBy?: Control;
  /** Whether none of what it hangs on is in the code any more. */
  readonly isOrphaned: boolean;
  /** On how many of the last 14 days this person has been shown it. */
  readonly daysShown: number;
}

/** What votes make of a lesson. */
export function votedStanding(votes = noVotes): Pick<Standing, 'usefulness' | 'demotions'> {
  return { usefulness: usefulness(votes), demotions: demotionsOf(votes) };
}

/** Of a lesson about which nothing is known but its file. Without votes, nine of ten are taken to find it useful. */
export const ordinaryStanding: Standing = {
  ...votedStanding(),
  isOrphaned: false,
  daysShown: 0,
};
