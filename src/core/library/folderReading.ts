import { EncodedText } from '../lazyText';
import { type ParsedConfig, parseConfig } from '../lesson/config';
import { decodeLesson } from '../lesson/decode';
import { type ParsedLesson, parseDecoded } from '../lesson/parse';
import { defaultPolicy, type Policy } from '../lesson/policy';
import { type Answer, answersOf, ask, reasonOf } from './answers';
import { type EventFiles, readEvents } from './eventReading';
import { configPath, isLessonPath, type LessonFiles, lessonFolder } from './files';
import { contentOf, contentOfFailure, type KnownFile, unreadable } from './knownFile';
import type { TimeSlices } from './timeSlices';

export type KnownLesson = KnownFile<ParsedLesson>;

/** What is known of a folder's files after a reading. */
export interface Reading {
  readonly config: KnownFile<ParsedConfig>;
  readonly lessons: ReadonlyMap<string, KnownLesson>;
  readonly events: EventFiles;
  /** Paths that could not be read; the next reading tries them again. */
  readonly owed: readonly string[];
}

export const nothingRead: Reading = {
  config: { content: { value: '' }, parsed: { policy: defaultPolicy, problems: [] } },
  lessons: new Map(),
  events: new Map(),
  owed: [],
};

/**
 * Lists the folder, and reads what is new in it and what was asked for: a file, or a folder with all below it. A listing
 * is cheap beside reading, and it alone tells what is gone, what is a folder, and what leads out of here. Where
 * something cannot be read, what was known of it stays.
 */
export async function readFolder(
  files: LessonFiles,
  known: Reading,
  asked: readonly string[],
  slices: TimeSlices,
): Promise<Reading> {
  const listed = await listing(files);
  if (listed.kind === 'failed') {
    const unlisted = unreadLesson(lessonFolder, listed.reason, known.lessons.get(lessonFolder));
    return { ...known, lessons: new Map([...known.lessons, [lessonFolder, unlisted]]), owed: [lessonFolder] };
  }
  const config = await readConfig(files, listed.paths, known.config);
  const { policy } = config.parsed;
  const isSamePolicy = policy === known.config.parsed.policy;
  const isMeant = isSamePolicy ? meantBy([...asked, ...known.owed]) : () => true;
  const lessons = new Map<string, KnownLesson>();
  const due: string[] = [];
  for (const path of listed.paths.filter(isLessonPath)) {
    const before = known.lessons.get(path);
    if (before === undefined || isMeant(path)) {
      due.push(path);
    } else {
      lessons.set(path, before);
    }
  }
  const owed: string[] = [];
  for await (const answers of answersOf(files, due)) {
    await slices.each(answers, (answer) => {
      const before = known.lessons.get(answer.path);
      const lesson = lessonFrom(answer, before, policy, isSamePolicy);
      if (lesson !== undefined) {
        lessons.set(answer.path, lesson);
      }
      if (answer.kind === 'failed') {
        owed.push(answer.path);
      }
    });
  }
  const isEventMeant = meantBy([...asked, ...known.owed]);
  const read = await readEvents(files, listed.paths, known.events, isEventMeant, slices);
  return { config, lessons, events: read.events, owed: [...owed, ...read.owed] };
}

/** All paths below the lesson folder, or why they cannot be told. */
export async function listing(files: LessonFiles) {
  try {
    return { kind: 'paths', paths: await files.list() } as const;
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) } as const;
  }
}

/** Tells what was named, or lies in a folder that was; a watcher may spell a path otherwise than a listing does. */
function meantBy(asked: readonly string[]): (path: string) => boolean {
  const spelling = (path: string) => path.normalize().toLowerCase();
  const named = new Set(asked.map(spelling));
  return (path) => {
    let part = named.has(lessonFolder) ? lessonFolder : spelling(path);
    while (part !== '' && !named.has(part)) {
      part = part.slice(0, Math.max(part.lastIndexOf('/'), 0));
    }
    return part !== '';
  };
}

function lessonFrom(
  answer: Answer,
  before: KnownLesson | undefined,
  policy: Policy,
  isSamePolicy: boolean,
): KnownLesson | undefined {
  switch (answer.kind) {
    case 'gone':
      return undefined;
    case 'failed':
      return unreadLesson(answer.path, answer.reason, before);
    case 'bytes': {
      const known = isSamePolicy ? before : undefined;
      if (known?.content instanceof EncodedText && known.content.hasBytes(answer.bytes)) {
        return known;
      }
      const decoded = decodeLesson(answer.bytes);
      const value = contentOf(decoded);
      return known?.content.value === value
        ? known
        : { content: { value }, parsed: parseDecoded(answer.path, decoded, policy) };
    }
  }
}

export async function readConfig(
  files: LessonFiles,
  listed: readonly string[],
  before: Reading['config'],
): Promise<Reading['config']> {
  const answer = listed.includes(configPath) ? await ask(files, configPath) : undefined;
  switch (answer?.kind) {
    case undefined:
    case 'gone':
      return nothingRead.config;
    case 'failed': {
      const value = contentOfFailure(answer.reason);
      const problems = [unreadable(configPath, answer.reason)];
      return before.content.value === value
        ? before
        : { content: { value }, parsed: { policy: before.parsed.policy, problems } };
    }
    case 'bytes': {
      const value = contentOf(decodeLesson(answer.bytes));
      return before.content.value === value
        ? before
        : { content: { value }, parsed: parseConfig(configPath, answer.bytes) };
    }
  }
}

function unreadLesson(path: string, reason: string, before: KnownLesson | undefined): KnownLesson {
  const value = contentOfFailure(reason);
  return before?.content.value === value
    ? before
    : {
        content: { value },
        parsed: { path, lesson: before?.parsed.lesson, problems: [unreadable(path, reason)] },
      };
}
