import { keptLesson, restoredLesson } from '../lesson/keptLesson';
import type { Policy } from '../lesson/policy';
import { isLessonPath, type LessonFiles } from './files';
import { type KnownLesson, listing, type Reading, readConfig } from './folderReading';
import type { TimeSlices } from './timeSlices';

/**
 * Keeps what parsing gave from one session to the next. It may lose everything at any time, and what it gives back is
 * not trusted: the lines are checked one by one.
 */
export interface ParsedCache {
  /** The lines that were kept last; none where they were kept under another edition, or are not whole. */
  load(edition: string): Promise<Iterable<string>>;
  /** Takes the place of what was kept before, soon; the lines are made when it comes to writing them. */
  keep(edition: string, lines: () => Iterable<string>): void;
}

/** Fewer lessons than this are parsed in less time than anybody notices. */
const fewestLessons = 1000;

function hasMore({ lessons, config }: Reading, { lessons: others }: Reading): boolean {
  const { policy } = config.parsed;
  return [...lessons].some(
    ([path, lesson]) => others.get(path) !== lesson && keptLesson(lesson.parsed, policy) !== undefined,
  );
}

/** Gives a reading to the cache, unless there is too little to keep, or nothing new. */
export function keepReading(cache: ParsedCache, reading: Reading, before: Reading): void {
  const { policy } = reading.config.parsed;
  const isNew =
    policy !== before.config.parsed.policy || hasMore(reading, before) || hasMore(before, reading);
  if (reading.lessons.size >= fewestLessons && isNew) {
    cache.keep(editionOf(policy), () => linesOf(reading));
  }
}

/** What has to be the same for lines to be good. */
function editionOf(policy: Policy): string {
  return JSON.stringify({ format: 'lessons/1', kept: 3, policy });
}

/** Enough that their texts make one large string, which no collection of garbage copies; few for one slice of time. */
const lessonsInLine = 128;

/** Sorted, as a library wants them. */
function* linesOf({ config, lessons }: Reading): Generator<string> {
  const entries = [...lessons].flatMap(([path, { content, parsed }]): Entry[] => {
    const kept = keptLesson(parsed, config.parsed.policy);
    return kept === undefined ? [] : [{ path, content, kept }];
  });
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  for (let at = 0; at < entries.length; at += lessonsInLine) {
    yield lineOf(entries.slice(at, at + lessonsInLine));
  }
}

/**
 * The lessons of a folder as they were when they were kept; those whose files are gone are left out. The texts may have
 * changed since. `undefined` where nothing was kept that is still good.
 */
export async function recall(
  files: LessonFiles,
  cache: ParsedCache,
  known: Reading,
  slices: TimeSlices,
): Promise<Reading | undefined> {
  const listed = await listing(files);
  const present = new Set(listed.kind === 'paths' ? listed.paths.filter(isLessonPath) : []);
  if (listed.kind === 'failed' || present.size < fewestLessons) {
    return undefined;
  }
  const config = await readConfig(files, listed.paths, known.config);
  const { policy } = config.parsed;
  const lessons = new Map<string, KnownLesson>();
  await slices.each(await cache.load(editionOf(policy)), (line) => {
    for (const { path, content, kept } of entriesOf(line)) {
      const parsed = present.has(path) ? restoredLesson(path, content, kept, policy) : undefined;
      if (parsed !== undefined) {
        lessons.set(path, { content, parsed });
      }
    }
  });
  return lessons.size === 0 ? undefined : { config, lessons, owed: [] };
}

interface Entry {
  readonly path: string;
  readonly content: string;
  readonly kept: unknown;
}

/** Several lessons, with their texts as one. */
interface Line {
  readonly paths: readonly string[];
  /** Where each text ends in `text`. */
  readonly ends: readonly number[];
  readonly text: string;
  readonly kept: readonly unknown[];
}

function lineOf(entries: readonly Entry[]): string {
  const text = entries.map(({ content }) => content).join('');
  let end = 0;
  const ends = entries.map(({ content }) => {
    end += content.length;
    return end;
  });
  const line: Line = {
    paths: entries.map(({ path }) => path),
    ends,
    text,
    kept: entries.map(({ kept }) => kept),
  };
  return JSON.stringify(line);
}

function entriesOf(line: string): readonly Entry[] {
  const read = parsedLine(line);
  if (read === undefined) {
    return [];
  }
  const { paths, ends, text, kept } = read;
  return paths.flatMap((path, index): Entry[] => {
    const [start, end] = [index === 0 ? 0 : ends[index - 1], ends[index]];
    const isText = typeof path === 'string' && typeof start === 'number' && typeof end === 'number';
    return isText ? [{ path, content: text.slice(start, end), kept: kept[index] }] : [];
  });
}

function parsedLine(line: string): Line | undefined {
  try {
    const value = JSON.parse(line) as Partial<Line>;
    const { paths, ends, text, kept } = value;
    const isLine = [paths, ends, kept].every(Array.isArray) && typeof text === 'string';
    return isLine ? (value as Line) : undefined;
  } catch {
    // A line that is no JSON was not kept by us; its files are parsed.
    return undefined;
  }
}
