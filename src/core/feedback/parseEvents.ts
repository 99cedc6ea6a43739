import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { isDate } from '../lesson/calendar';
import { isLessonId } from '../lesson/identity';
import { type Problem, type ProblemFact, problemAt } from '../lesson/problem';
import { type Range, SourceText } from '../text';
import { eventKinds, type FeedbackEvent, uselessReasons } from './event';
import { isEventId } from './eventId';

/** What a file of events gave: those that can be counted, and everything that is wrong with the others. */
export interface ParsedEvents {
  readonly path: string;
  readonly events: readonly FeedbackEvent[];
  readonly problems: readonly Problem[];
}

/** What is wrong with an event. */
export type EventFact = Extract<ProblemFact, { code: `event-${string}` }>;

type Line = Readonly<Record<string, unknown>>;

/** About 30,000 events. */
const largestFile = 4 * 1024 * 1024;

/** What each key of an event must be. A set of keys, so that what lines hold is never taken for one of its own. */
const keys = new Map<string, { is(value: string): boolean; allowed?: readonly string[] }>([
  ['ev', { is: isEventId }],
  ['lesson', { is: isLessonId }],
  ['kind', oneOf(eventKinds)],
  ['reason', oneOf(uselessReasons)],
  ['day', { is: isDate }],
]);

/** Reads a file of events. Never throws; an event with anything wrong in it does not count, and the others do. */
export function parseEvents(path: string, bytes: Uint8Array): ParsedEvents {
  if (bytes.length > largestFile) {
    const start = { line: 0, character: 0 };
    const fact = { code: 'events-too-large', bytes: bytes.length, limit: largestFile } as const;
    return { path, events: [], problems: [problemAt(path, { start, end: start }, fact)] };
  }
  // What is no UTF-8 spoils its own line alone, as any other damage does.
  return parseEventText(path, new SourceText(new TextDecoder().decode(bytes)));
}

export function parseEventText(path: string, text: SourceText): ParsedEvents {
  const events: FeedbackEvent[] = [];
  const problems: Problem[] = [];
  let broken: { readonly first: number; last: number } | undefined;
  const tellBroken = () => {
    if (broken !== undefined) {
      const { first, last } = broken;
      const range = { start: { line: first, character: 0 }, end: lineRange(last, text.line(last)).end };
      problems.push(problemAt(path, range, { code: 'event-unreadable' }));
      broken = undefined;
    }
  };
  for (const [number, line] of text.lines().entries()) {
    if (line.trim() === '') {
      continue;
    }
    const read = objectIn(line);
    if (read === undefined) {
      // A file of another kind is one thing that is wrong, and not one a line.
      broken ??= { first: number, last: number };
      broken.last = number;
      continue;
    }
    tellBroken();
    const facts = factsOf(read);
    problems.push(...facts.map((fact) => problemAt(path, rangeOf(fact, number, line), fact)));
    if (facts.every(({ code }) => code === 'event-key-unknown')) {
      events.push(eventOf(read));
    }
  }
  tellBroken();
  return { path, events, problems };
}

function objectIn(line: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : undefined;
  } catch {
    // The parser throws for exactly one reason.
    return undefined;
  }
}

function factsOf(line: Line): EventFact[] {
  const own =
    line.kind === 'not-useful' ? [...keys.keys()] : [...keys.keys()].filter((key) => key !== 'reason');
  const unknown = Object.keys(line).filter((key) => !own.includes(key));
  return [
    ...own.flatMap((key) => factOf(key, Object.hasOwn(line, key) ? line[key] : undefined)),
    ...unknown.map((key) => ({ code: 'event-key-unknown', key }) as const),
  ];
}

function factOf(key: string, value: unknown): EventFact[] {
  if (value === undefined) {
    return [{ code: 'event-key-missing', key }];
  }
  const rule = keys.get(key);
  return typeof value === 'string' && rule?.is(value)
    ? []
    : [{ code: 'event-value-invalid', key, allowed: rule?.allowed }];
}

/** Of a line in which nothing is wrong; what else it holds is left out. */
function eventOf(line: Line): FeedbackEvent {
  const { ev, lesson, kind, day, reason } = line as unknown as FeedbackEvent & { readonly reason?: string };
  return (
    reason === undefined || kind !== 'not-useful'
      ? { ev, lesson, kind, day }
      : { ev, lesson, kind, reason, day }
  ) as FeedbackEvent;
}

function rangeOf(fact: EventFact, number: number, line: string): Range {
  const tree = 'key' in fact && fact.code !== 'event-key-missing' ? parseTree(line) : undefined;
  const value = tree && 'key' in fact ? findNodeAtLocation(tree, [fact.key]) : undefined;
  const node = fact.code === 'event-key-unknown' ? value?.parent?.children?.[0] : value;
  if (node === undefined) {
    return lineRange(number, line);
  }
  const { offset, length } = node;
  return {
    start: { line: number, character: offset },
    end: { line: number, character: offset + length },
  };
}

function lineRange(line: number, { length }: string): Range {
  return { start: { line, character: 0 }, end: { line, character: length } };
}

function oneOf(allowed: readonly string[]) {
  return { is: (value: string) => allowed.includes(value), allowed };
}
