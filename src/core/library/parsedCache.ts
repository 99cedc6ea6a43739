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
  return JSON.stringify({ format: 'lessons/1', kept: 2, policy });
}

function* linesOf({ config, lessons }: Reading): Generator<string> {
  for (const [path, { content, parsed }] of lessons) {
    const kept = keptLesson(parsed, config.parsed.policy);
    if (kept !== undefined) {
      yield JSON.stringify({ path, content, kept });
    }
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
    const entry = entryOf(line);
    const parsed =
      entry && present.has(entry.path) && restoredLesson(entry.path, entry.content, entry.kept, policy);
    if (entry && parsed) {
      lessons.set(entry.path, { content: entry.content, parsed });
    }
  });
  return lessons.size === 0 ? undefined : { config, lessons, owed: [] };
}

interface Entry {
  readonly path: string;
  readonly content: string;
  readonly kept: unknown;
}

function entryOf(line: string): Entry | undefined {
  try {
    const { path, content, kept } = JSON.parse(line) as Readonly<Record<keyof Entry, unknown>>;
    return typeof path === 'string' && typeof content === 'string' ? { path, content, kept } : undefined;
  } catch {
    // A line that is no JSON was not kept by us; its file is parsed.
    return undefined;
  }
}
