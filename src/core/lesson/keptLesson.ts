import type { LazyText } from '../lazyText';
import { assembleLesson } from './assemble';
import { conforms } from './conforms';
import { type KeptPlaces, placesNeeded, placesOf } from './keptPlaces';
import { numbersOf } from './keyRanges';
import type { Lesson } from './lesson';
import type { ParsedLesson } from './parse';
import type { Policy } from './policy';
import { type Problem, type ProblemFact, problemAt } from './problem';
import { type FrontMatter, vocabulary } from './vocabulary';

/** What parsing found in a lesson file, as JSON that is short and quick to read. What follows from it is not in it. */
export interface KeptLesson {
  readonly frontMatter: FrontMatter;
  readonly facts: readonly ProblemFact[];
}

const rule = { kind: 'record', keys: vocabulary } as const;

/**
 * The lesson as JSON, and the ranges of the lesson and then of the facts as numbers; `undefined` for a file with a mistake
 * in it, which is rare and told afresh by parsing it.
 */
export function keptLesson(
  { lesson, problems }: ParsedLesson,
  { added }: Policy,
): { readonly kept: KeptLesson; readonly places: readonly number[] } | undefined {
  if (lesson === undefined || !problems.every(isTaste) || !conforms(rule, lesson.frontMatter, added)) {
    return undefined;
  }
  const { frontMatter } = lesson;
  const places = placesOf(lesson);
  return hasAllPlaces(lesson) && places.length === 4 * placesNeeded(frontMatter)
    ? {
        kept: { frontMatter, facts: problems.map(factOf) },
        places: [...places, ...problems.flatMap(({ range }) => numbersOf(range))],
      }
    : undefined;
}

/** Whether the ranges follow the front matter, so that they need not be named. */
function hasAllPlaces({ frontMatter, ranges }: Lesson): boolean {
  return ranges.keys.join() === Object.keys(frontMatter).join();
}

/** The parsed lesson that was kept. It is taken at its word: who kept it answers for its being whole. */
export function restoredLesson(
  path: string,
  body: LazyText,
  { frontMatter, facts }: KeptLesson,
  places: KeptPlaces,
): ParsedLesson {
  const { ranges, relations, scopes } = places.placed(frontMatter);
  const lesson = assembleLesson(frontMatter, { path, ranges, relations, scopes, body });
  return { path, lesson, problems: facts.map((fact) => problemAt(path, places.next(), fact)) };
}

/** Whether it is no mistake in the file, but a matter of taste that is told beside the lesson. */
function isTaste({ code }: Problem): boolean {
  return code === 'pattern-untested' || code === 'wording';
}

/** A problem without its place, and without what follows from its fact. */
function factOf(problem: Problem): ProblemFact {
  const { path: _path, range: _range, severity: _severity, ...fact } = problem;
  return fact;
}
