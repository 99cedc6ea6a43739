import { join, relative } from 'node:path';
import type { SimilarLesson } from '../core/learn/similar';
import type { AcceptanceKey } from '../core/lesson/acceptance';
import type { Problem } from '../core/lesson/problem';
import { fixNotes } from '../core/present/fixNoteWording';
import { problemMessage } from '../core/present/problemWording';
import { problemRecord } from '../core/present/records';
import { fixRecord, similarRecords, sweepRecord } from './captureRecord';
import type { CaptureStart } from './captureStart';
import type { Swept } from './captureSweep';
import { similarText, sweepText } from './captureText';
import { type Io, printJson } from './io';

/** A lesson as it was written, or is only shown. */
export interface Captured {
  readonly id: string;
  readonly text: string;
  /** Absent where nothing was written. */
  readonly path?: string;
  readonly isAddition: boolean;
  readonly remarks: readonly Problem[];
  /** What it lacks to be accepted. */
  readonly missing: readonly AcceptanceKey[];
  readonly similar: readonly SimilarLesson[];
  readonly swept?: Swept;
}

/** Tells what was captured: results on stdout, the path first, and what is still to do on stderr. */
export function reportCapture(
  captured: Captured,
  { fix, project: { root } }: CaptureStart,
  format: 'text' | 'json' | undefined,
  io: Io,
): void {
  const { id, text, path, remarks, missing, similar, swept } = captured;
  if (format === 'json') {
    printJson(io, {
      ...{ version: 1, id, path: path ?? null, text },
      sweep: swept === undefined ? null : sweepRecord(swept),
      similar: similarRecords(similar),
      fix: fix === undefined ? null : fixRecord(fix),
      ...{ problems: remarks.map(problemRecord), missing },
    });
    return;
  }
  const notes = fix === undefined ? [] : fixNotes(fix);
  io.stderr(`${similarText(similar)}${notes.map((note) => `${note}\n`).join('')}`);
  if (path === undefined) {
    io.stdout(text);
    return;
  }
  io.stdout(`${relative(io.cwd, join(root, path))}\n`);
  io.stdout(swept === undefined ? '' : sweepText(swept));
  io.stderr(stillToDo(captured));
}

function stillToDo({ id, isAddition, remarks, missing }: Captured): string {
  const needs =
    missing.length === 0
      ? 'It has all that it needs to be accepted.'
      : `To be accepted it also needs: ${missing.join(', ')}.`;
  const done = isAddition ? `It was added to ${id}.` : `${id} is proposed. ${needs}`;
  return [done, ...remarks.map((problem) => problemMessage(problem))].map((line) => `${line}\n`).join('');
}
