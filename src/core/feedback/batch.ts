import { type FeedbackEvent, isVote } from './event';

/** A batch with one more event. Whoever votes twice on a lesson before the batch is stored has changed their mind. */
export function withEvent(batch: readonly FeedbackEvent[], event: FeedbackEvent): readonly FeedbackEvent[] {
  const isReplaced = (other: FeedbackEvent) =>
    isVote(event) && isVote(other) && other.lesson === event.lesson;
  return [...batch.filter((other) => !isReplaced(other)), event];
}
