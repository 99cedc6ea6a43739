import { keptLesson } from '../lesson/keptLesson';
import type { Policy } from '../lesson/policy';
import { readEvents } from './eventReading';
import { isLessonPath, type LessonFiles } from './files';
import { type KnownLesson, listing, type Reading, readConfig } from './folderReading';
import { blockOf, blocksIn, type KeptEntry } from './keptBlock';
import type { TimeSlices } from './timeSlices';

/**
 * Keeps what parsing gave from one session to the next. It may lose everything at any time; but what it gives back is
 * taken as it is, so it gives nothing where it is not sure.
 */
export interface ParsedCache {
  /**
   * The parts that were kept last, one behind another; none where they were kept by another version of the program or
   * under another edition, or where a byte is not as it was.
   */
  load(edition: string): Promise<Uint8Array>;
  /** Takes the place of what was kept before, soon; the parts are made when it comes to writing them. */
  keep(edition: string, parts: () => Iterable<Uint8Array>): void;
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
    cache.keep(editionOf(policy), () => blocksOf(reading));
  }
}

/** What has to be the same for lessons to be good. */
function editionOf(policy: Policy): string {
  return JSON.stringify({ format: 'lessons/1', kept: 4, policy });
}

/** Enough that what they have in common is read once; few for one slice of time. */
const lessonsInBlock = 128;

/** Sorted, as a library wants them. */
function* blocksOf({ config, lessons }: Reading): Generator<Uint8Array> {
  const paths = [...lessons.keys()].sort();
  for (let at = 0; at < paths.length; at += lessonsInBlock) {
    yield blockOf(
      paths.slice(at, at + lessonsInBlock).flatMap((path): KeptEntry[] => {
        const { content, parsed } = lessons.get(path) ?? {};
        const kept = parsed && keptLesson(parsed, config.parsed.policy);
        const body = parsed?.lesson?.body.value;
        return content === undefined || kept === undefined || body === undefined
          ? []
          : [{ path, text: content.value, body, ...kept }];
      }),
    );
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
  await slices.each(blocksIn(await cache.load(editionOf(policy))), (block) => {
    for (const { text, parsed } of block.entries()) {
      if (present.has(parsed.path)) {
        lessons.set(parsed.path, { content: text, parsed });
      }
    }
  });
  if (lessons.size === 0) {
    return undefined;
  }
  // Before anything is shown: else a lesson that was voted down would speak up for a moment.
  const { events, owed } = await readEvents(files, listed.paths, known.events, () => false, slices);
  return { config, lessons, events, owed };
}
