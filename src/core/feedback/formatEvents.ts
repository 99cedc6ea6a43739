import type { FeedbackEvent } from './event';

/** Events as they are stored: JSON Lines, one event a line, its keys always in the same order. */
export function formatEvents(events: Iterable<FeedbackEvent>): string {
  return Array.from(events, (event) => `${formatEvent(event)}\n`).join('');
}

/** One event as JSON; equal events give equal texts. */
export function formatEvent(event: FeedbackEvent): string {
  const { ev, lesson, kind, day } = event;
  const reason = event.kind === 'not-useful' ? event.reason : undefined;
  return JSON.stringify({ ev, lesson, kind, reason, day });
}
