import { join, relative } from 'node:path';
import type { Said } from '../core/learn/capturedDraft';
import { type Draft, formatDraft, pathsFor } from '../core/learn/draft';
import { type CheckedDraft, checkDraft } from '../core/learn/draftCheck';
import { type SimilarLesson, similarLessons } from '../core/learn/similar';
import { parseLessonText } from '../core/lesson/parse';
import { withoutPause } from '../core/match/turns';
import { fixNotes } from '../core/present/fixNoteWording';
import { problemMessage } from '../core/present/problemWording';
import { problemRecord } from '../core/present/records';
import { LessonSearch } from '../core/search/lessonSearch';
import { SourceText } from '../core/text';
import { draftOf } from './captureDraft';
import type { Given } from './captureOptions';
import { askFor, remarkOn } from './captureQuestions';
import { fixRecord, similarRecords, sweepRecord } from './captureRecord';
import { type CaptureStart, startAtFix, startAtPlace, startNowhere } from './captureStart';
import { type Swept, sweptBy } from './captureSweep';
import { similarText, sweepText } from './captureText';
import { writeDraft } from './draftFile';
import { type Io, printJson, UsageError } from './io';
import { lessonMeant } from './lessonMeant';

/** As shells tell of a command that Ctrl+C ended. */
const turnedAway = 130;

/** A draft that was written, or is only shown. */
interface Captured {
  readonly draft: Draft;
  readonly checked: CheckedDraft;
  readonly similar: readonly SimilarLesson[];
  /** Absent where nothing was written. */
  readonly path?: string;
  readonly swept?: Swept;
}

/**
 * Makes a lesson of what was said on the command line and is known of a place or a fix, and tells where else it applies.
 * @returns the exit code
 */
export async function captureLesson(given: Given, place: string | undefined, io: Io): Promise<number> {
  const start = await startOf(given, place, io);
  const { library } = start.project;
  const meant = { ...given, supersedes: given.supersedes.map((id) => lessonMeant(id, library).id) };
  const known: Said = {
    ...{ title: given.title ?? '', advice: given.advice ?? '', link: given.incident ?? '' },
  };
  // Before anybody answers questions for nothing.
  refuseFaults(checkDraft(draftOf(start, known, meant), library));
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
  const swept = await sweptOrTold(draft, start, io);
  report({ draft, checked, similar, path, swept }, start, given, io);
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
async function sweptOrTold(
  draft: Draft,
  { where, project }: CaptureStart,
  io: Io,
): Promise<Swept | undefined> {
  const [path] = pathsFor(draft);
  const { lesson } = parseLessonText(path, new SourceText(formatDraft(draft)), project.library.policy);
  try {
    return lesson && (await sweptBy(lesson, where));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    io.stderr(`Where else it applies cannot be told: ${reason}\n`);
    return undefined;
  }
}

function report(captured: Captured, start: CaptureStart, given: Given, io: Io): void {
  const { draft, checked, similar, path, swept } = captured;
  if (given.format === 'json') {
    printJson(io, {
      ...{ version: 1, id: draft.id, path: path ?? null, text: formatDraft(draft) },
      sweep: swept === undefined ? null : sweepRecord(swept),
      similar: similarRecords(similar),
      fix: start.fix === undefined ? null : fixRecord(start.fix),
      ...{ problems: checked.remarks.map(problemRecord), missing: checked.missing },
    });
    return;
  }
  const notes = start.fix === undefined ? [] : fixNotes(start.fix);
  io.stderr(`${similarText(similar)}${notes.map((note) => `${note}\n`).join('')}`);
  if (path === undefined) {
    io.stdout(formatDraft(draft));
    return;
  }
  io.stdout(`${relative(io.cwd, join(start.project.root, path))}\n`);
  io.stdout(swept === undefined ? '' : sweepText(swept));
  io.stderr(stillToDo(captured));
}

function stillToDo({ draft: { id }, checked: { remarks, missing } }: Captured): string {
  const needs =
    missing.length === 0
      ? 'It has all that it needs to be accepted.'
      : `To be accepted it also needs: ${missing.join(', ')}.`;
  const lines = [`${id} is proposed. ${needs}`, ...remarks.map((problem) => problemMessage(problem))];
  return lines.map((line) => `${line}\n`).join('');
}
