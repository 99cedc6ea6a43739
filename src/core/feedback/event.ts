/** Why a lesson was of no use where it was shown. */
export const uselessReasons = ['wrong-place', 'outdated', 'known', 'unclear', 'wrong'] as const;

export type UselessReason = (typeof uselessReasons)[number];

/** What may happen to a lesson while it is in use. */
export const eventKinds = ['useful', 'not-useful', 'not-here', 'reviewed', 'recurred'] as const;

export type EventKind = (typeof eventKinds)[number];

interface AnyEvent {
  /** The event's own id, by which it counts once however often it is stored. */
  readonly ev: string;
  /** The id of the lesson that it is about. */
  readonly lesson: string;
  /** YYYY-MM-DD, and no time: nothing here tells who it was. */
  readonly day: string;
}

export interface UselessEvent extends AnyEvent {
  readonly kind: 'not-useful';
  readonly reason: UselessReason;
}

export interface PlainEvent extends AnyEvent {
  readonly kind: Exclude<EventKind, 'not-useful'>;
}

/** One thing that somebody told of a lesson, or that happened to it. Shared with the team, and without any actor. */
export type FeedbackEvent = UselessEvent | PlainEvent;

/** What a person tells of a lesson; id and day are added where it is recorded. */
export type Told = Pick<UselessEvent, 'kind' | 'reason'> | Pick<PlainEvent, 'kind'>;

/** Whether an event says what somebody thinks of a lesson; a person has one opinion at a time. */
export function isVote({ kind }: FeedbackEvent): boolean {
  return kind === 'useful' || kind === 'not-useful';
}
