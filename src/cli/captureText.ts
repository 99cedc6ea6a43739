import type { SimilarLesson } from '../core/learn/similar';
import { harmlessLine } from '../core/present/harmlessText';
import { similarMessage } from '../core/present/similarWording';
import { narrowingTitle, sweepMessage, sweepRemarks } from '../core/present/sweepWording';
import type { Swept } from './captureSweep';
import { aligned, count } from './phrases';

/** More lines are not read in a terminal; `check` tells all. */
const mostLines = 25;

/** What a new lesson has in the project, and how it can be narrowed where that is too much. */
export function sweepText({ sweep, narrowings }: Swept): string {
  const rows = sweep.files.flatMap(({ path, places }) =>
    places.length === 0
      ? [`  ${harmlessLine(path)}`]
      : places.map(
          ({ range, isChanged }) =>
            `  ${harmlessLine(path)}:${range.start.line + 1}${isChanged ? '  changed' : ''}`,
        ),
  );
  const lines = [...new Set(rows)];
  const more = lines.length - mostLines;
  return [
    `${sweepMessage(sweep)}\n`,
    ...lines.slice(0, mostLines).map((line) => `${line}\n`),
    more > 0 ? `  ${count(more, 'more line')}; --format json tells all.\n` : '',
    ...sweepRemarks(sweep).map((remark) => `${remark}\n`),
    ...narrowings.map((narrowing) => `  ${harmlessLine(narrowingTitle(narrowing))}\n`),
  ].join('');
}

/** Lessons that may tell of the same. */
export function similarText(similar: readonly SimilarLesson[]): string {
  return similar.length === 0
    ? ''
    : `There ${similar.length === 1 ? 'is a lesson' : 'are lessons'} like it:\n${aligned(
        similar.map((one) => [
          `  ${one.lesson.id}`,
          harmlessLine(one.lesson.title),
          `(${similarMessage(one)})`,
        ]),
      )}`;
}
