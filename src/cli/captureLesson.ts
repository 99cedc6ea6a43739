import type { Said } from '../core/learn/capturedDraft';
import { type Draft, formatDraft, pathsFor } from '../core/learn/draft';
import { type CheckedDraft, checkDraft } from '../core/learn/draftCheck';
import { type SimilarLesson, similarLessons } from '../core/learn/similar';
import { missingForAcceptance } from '../core/lesson/acceptance';
import type { Lesson } from '../core/lesson/lesson';
import { parseLessonText } from '../core/lesson/parse';
import { withoutPause } from '../core/match/turns';
import { problemMessage } from '../core/present/problemWording';
import { LessonSearch } from '../core/search/lessonSearch';
import { SourceText } from '../core/text';
import { additionTo } from './captureAddition';
import { draftOf } from './captureDraft';
import type { Given } from './captureOptions';
import { askFor, remarkOn } from './captureQuestions';
import { reportCapture } from './captureReport';
import { type CaptureStart, startAtFix, startAtPlace, startNowhere } from './captureStart';
import { type Swept, sweptBy } from './captureSweep';
import { writeDraft } from './draftFile';
import { type Io, UsageError } from './io';
import { lessonMeant } from './lessonMeant';

/** As shells tell of a command that Ctrl+C ended. */
const turnedAway = 130;

/**
 * Makes a lesson of what was said on the command line and is known of a place or a fix, or adds that to one, and tells where
 * else it applies.
 * @returns the exit code
 */
export async function captureLesson(given: Given, place: string | undefined, io: Io): Promise<number> {
  const start = await startOf(given, place, io);
  const { library } = start.project;
  const meant = { ...given, supersedes: given.supersedes.map((id) => lessonMeant(id, library).id) };
  const known: Said = { title: given.title ?? '', advice: given.advice ?? '', link: given.incident ?? '' };
  // Before anybody answers questions for nothing.
  const first = draftOf(start, known, meant);
  refuseFaults(checkDraft(first, library));
  if (given['add-to'] !== undefined) {
    return addTo(lessonMeant(given['add-to'], library), first, start, given, io);
  }
  const asked = await askedFor(known, start, given, io);
  if (asked === undefined) {
    io.stderr('Nothing was written.\n');
    return turnedAway;
  }
  const draft = draftOf(start, asked, meant);
  const checked = checkDraft(draft, library);
  refuseFaults(checked);
  const similar = await similarTo(draft, asked, start);
  const path = given.print ? undefined : await writeDraft(start.project.root, draft);
  const text = formatDraft(draft);
  const { lesson } = parseLessonText(pathsFor(draft)[0], new SourceText(text), library.policy);
  const swept = lesson && (await sweptOrTold(lesson, start, io));
  reportCapture(
    { id: draft.id, text, path, isAddition: false, ...checked, similar, swept },
    ...([start, given.format, io] as const),
  );
  return 0;
}

function startOf({ root, fix, find }: Given, place: string | undefined, io: Io): Promise<CaptureStart> {
  if (fix !== undefined) {
    return startAtFix(io, root, fix);
  }
  return place === undefined ? startNowhere(io, root) : startAtPlace(io, root, place, find);
}

function refuseFaults({ faults }: CheckedDraft): void {
  if (faults.length > 0) {
    throw new UsageError(faults.map(problemMessage).join('\n'));
  }
}

async function addTo(
  lesson: Lesson,
  draft: Draft,
  start: CaptureStart,
  { print, format }: Given,
  io: Io,
): Promise<number> {
  const { root, library } = start.project;
  const { id, path } = lesson;
  const { text, isMore, write } = await additionTo(lesson, draft, root);
  if (!print && isMore) {
    await write();
  }
  const { lesson: after = lesson, problems } = parseLessonText(path, text, library.policy);
  const swept = await sweptOrTold(after, start, io);
  const missing = missingForAcceptance(after);
  reportCapture(
    {
      ...{ id, text: text.value, isAddition: true, remarks: problems, missing, similar: [], swept },
      ...(!print && { path }),
    },
    ...([start, format, io] as const),
  );
  return 0;
}

/** Asks for what is not known yet, where somebody is there; `undefined` where they turned away. */
async function askedFor(
  known: Said,
  { fix }: CaptureStart,
  { yes, format }: Given,
  io: Io,
): Promise<Said | undefined> {
  // A fix names itself, and where it is told.
  const wanted = (['title', 'advice', 'link'] as const).filter(
    (key) => known[key] === '' && (fix === undefined || key === 'advice'),
  );
  if (io.terminal === undefined || yes || format === 'json' || wanted.length === 0) {
    for (const key of ['title', 'advice', 'link'] as const) {
      io.stderr(remarkOn(key, known[key].trim()));
    }
    return known;
  }
  const asked = await askFor(wanted, known, io.terminal, io);
  return asked.kind === 'said' ? asked.said : undefined;
}

/** The words of a title that nobody wrote are like those of any other. */
async function similarTo(
  draft: Draft,
  { title }: Said,
  { fix, project: { library } }: CaptureStart,
): Promise<readonly SimilarLesson[]> {
  const said = title.trim() === '' && fix === undefined ? { ...draft, title: '' } : draft;
  return (await similarLessons(said, library.lessons, new LessonSearch(), withoutPause)) ?? [];
}

/** What is written stays written, whatever hinders the look around. */
async function sweptOrTold(lesson: Lesson, { where }: CaptureStart, io: Io): Promise<Swept | undefined> {
  try {
    return await sweptBy(lesson, where);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    io.stderr(`Where else it applies cannot be told: ${reason}\n`);
    return undefined;
  }
}
