import { type ParsedEvents, parseEvents } from '../feedback/parseEvents';
import { EncodedText } from '../lazyText';
import { type Answer, answersOf } from './answers';
import { isEventPath, type LessonFiles } from './files';
import { contentOfFailure, type KnownFile, unreadable } from './knownFile';
import type { TimeSlices } from './timeSlices';

export type KnownEvents = KnownFile<ParsedEvents>;

export type EventFiles = ReadonlyMap<string, KnownEvents>;

/** What is known of a folder's files of events, and which of them have to be tried again. */
export interface EventReading {
  readonly events: EventFiles;
  readonly owed: readonly string[];
}

/**
 * Reads the files of events that are new, and those that are meant. Such a file is written once, so of thousands a change
 * of a lesson reads none.
 */
export async function readEvents(
  files: LessonFiles,
  listed: readonly string[],
  known: EventFiles,
  isMeant: (path: string) => boolean,
  slices: TimeSlices,
): Promise<EventReading> {
  const paths = listed.filter(isEventPath);
  const due = paths.filter((path) => !known.has(path) || isMeant(path));
  const read = new Map<string, KnownEvents | undefined>();
  const owed: string[] = [];
  for await (const answers of answersOf(files, due)) {
    await slices.each(answers, (answer) => {
      read.set(answer.path, eventsFrom(answer, known.get(answer.path)));
      if (answer.kind === 'failed') {
        owed.push(answer.path);
      }
    });
  }
  const events = new Map<string, KnownEvents>();
  for (const path of paths) {
    const file = read.has(path) ? read.get(path) : known.get(path);
    if (file !== undefined) {
      events.set(path, file);
    }
  }
  return { events, owed };
}

function eventsFrom(answer: Answer, before: KnownEvents | undefined): KnownEvents | undefined {
  const { path } = answer;
  switch (answer.kind) {
    case 'gone':
      return undefined;
    case 'failed': {
      const value = contentOfFailure(answer.reason);
      const events = before?.parsed.events ?? [];
      const problems = [unreadable(path, answer.reason)];
      return before?.content.value === value
        ? before
        : { content: { value }, parsed: { path, events, problems } };
    }
    case 'bytes': {
      const { bytes } = answer;
      return before?.content instanceof EncodedText && before.content.hasBytes(bytes)
        ? before
        : { content: new EncodedText(bytes, 0, bytes.length), parsed: parseEvents(path, bytes) };
    }
  }
}
