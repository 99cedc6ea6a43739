import type { FeedbackEvent, UselessReason } from './event';
import { formatEvent } from './formatEvents';

/** What events say of one lesson. */
export interface Votes {
  readonly useful: number;
  readonly notUseful: number;
  /** How many of those who found it of no use gave each reason. */
  readonly byReason: Readonly<Partial<Record<UselessReason, number>>>;
  /** How often it was silenced at one place. No vote: elsewhere it may be right. */
  readonly notHere: number;
  readonly recurred: number;
  /** YYYY-MM-DD */
  readonly lastReviewed?: string;
}

export const noVotes: Votes = { useful: 0, notUseful: 0, byReason: {}, notHere: 0, recurred: 0 };

/**
 * What events say of each lesson, by its id. They count as a set: order and repetition change nothing, so that branches
 * may be merged and files joined. Where two events have one id, somebody changed one of them by hand; which of them
 * counts depends on what they say alone.
 */
export function votesOf(events: Iterable<FeedbackEvent>): ReadonlyMap<string, Votes> {
  const known = new Map<string, FeedbackEvent>();
  for (const event of events) {
    const other = known.get(event.ev);
    if (other === undefined || formatEvent(event) < formatEvent(other)) {
      known.set(event.ev, event);
    }
  }
  const votes = new Map<string, Votes>();
  for (const event of known.values()) {
    votes.set(event.lesson, withEvent(votes.get(event.lesson) ?? noVotes, event));
  }
  return votes;
}

function withEvent(votes: Votes, event: FeedbackEvent): Votes {
  switch (event.kind) {
    case 'useful':
      return { ...votes, useful: votes.useful + 1 };
    case 'not-useful': {
      const { byReason } = votes;
      const { reason } = event;
      return {
        ...votes,
        notUseful: votes.notUseful + 1,
        byReason: { ...byReason, [reason]: (byReason[reason] ?? 0) + 1 },
      };
    }
    case 'not-here':
      return { ...votes, notHere: votes.notHere + 1 };
    case 'recurred':
      return { ...votes, recurred: votes.recurred + 1 };
    case 'reviewed': {
      const { lastReviewed = event.day } = votes;
      return { ...votes, lastReviewed: event.day > lastReviewed ? event.day : lastReviewed };
    }
  }
}
