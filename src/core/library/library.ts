import type { ParsedEvents } from '../feedback/parseEvents';
import { type Votes, votesOf } from '../feedback/votes';
import { grouped } from '../grouped';
import { compileGlob } from '../lesson/glob';
import type { Lesson } from '../lesson/lesson';
import type { ParsedLesson } from '../lesson/parse';
import { defaultPolicy, type Policy } from '../lesson/policy';
import { type Problem, problemAt } from '../lesson/problem';
import { reviewDue } from '../lesson/review';
import { comparePositions } from '../text';
import { CompiledLesson } from './compiledLesson';
import { IncidentIndex } from './incidents';
import { relationProblems, successorsOf } from './relations';
import { ScopeIndex } from './scopeIndex';

/** All lessons of one folder at one moment. Never changes; a changed folder gives a new library. */
export interface Library {
  /** By path, so that two machines agree on which of two equal ids came first. */
  readonly lessons: readonly Lesson[];
  readonly compiled: readonly CompiledLesson[];
  readonly problems: readonly Problem[];
  readonly problemsByPath: ReadonlyMap<string, readonly Problem[]>;
  /** Every lesson file, readable or not. */
  readonly paths: readonly string[];
  readonly byId: ReadonlyMap<string, Lesson>;
  /** By the id of each lesson that was replaced, the ids of those that replace it. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
  readonly policy: Policy;
  /** Which lessons name the same incident. */
  readonly incidents: IncidentIndex;
  /** Which scopes let a file in. */
  readonly index: ScopeIndex;
  /** What was told of lessons, by their ids; also of some that are not here any more. */
  readonly feedback: ReadonlyMap<string, Votes>;
  /** Whether the policy keeps all lessons away from a file. */
  ignores(path: string): boolean;
}

/** What a library is built from besides the lessons. */
export interface Circumstances {
  readonly policy: Policy;
  readonly policyProblems: readonly Problem[];
  /** YYYY-MM-DD, for what is due; nothing is where it is not told. */
  readonly today?: string;
}

const ordinary: Circumstances = { policy: defaultPolicy, policyProblems: [] };

export const emptyLibrary: Library = buildLibrary([]);

/** @param previous what is unchanged since then is taken over, with all that was compiled for it */
export function buildLibrary(
  files: readonly ParsedLesson[],
  circumstances = ordinary,
  previous?: Library,
): Library {
  const { policy, policyProblems, today } = circumstances;
  const sorted = sortedByPath(files);
  const byId = new Map<string, Lesson>();
  const duplicates: Problem[] = [];
  for (const { lesson } of sorted) {
    if (lesson === undefined) {
      continue;
    }
    const first = byId.get(lesson.id);
    if (first === undefined) {
      byId.set(lesson.id, lesson);
    } else {
      duplicates.push(...duplicateProblems(lesson, first));
    }
  }
  const lessons = [...byId.values()];
  const successors = successorsOf(lessons);
  const known = { byId, successors };
  const incidents = new IncidentIndex(lessons, previous?.incidents);
  const problems = [
    ...policyProblems,
    ...sorted.flatMap((file) => file.problems),
    ...duplicates,
    ...lessons.flatMap((lesson) => relationProblems(lesson, known)),
    ...lessons.flatMap((lesson) => incidents.problemsOf(lesson)),
    ...(today === undefined ? [] : lessons.flatMap((lesson) => reviewProblems(lesson, policy, today))),
  ].sort(byPlace);
  const ignored = policy.ignore.map(compileGlob);
  const before = new Map(previous?.compiled.map((one) => [one.lesson, one]));
  const compiled = lessons.map((lesson) => before.get(lesson) ?? new CompiledLesson(lesson));
  return {
    ...{ lessons, compiled, index: previous?.index.of(compiled) ?? ScopeIndex.of(compiled) },
    ...{ problems, problemsByPath: grouped(problems, ({ path }) => path) },
    paths: sorted.map((file) => file.path),
    ...{ byId, successors, incidents, policy },
    feedback: new Map(),
    ignores: (path) => ignored.some((test) => test(path)),
  };
}

/** All that was told of a folder's lessons. */
export interface Feedback {
  readonly votes: ReadonlyMap<string, Votes>;
  readonly problems: readonly Problem[];
}

export const noFeedback: Feedback = { votes: new Map(), problems: [] };

export function feedbackOf(files: Iterable<ParsedEvents>): Feedback {
  const all = [...files];
  return {
    votes: votesOf(all.flatMap(({ events }) => events)),
    problems: all.flatMap(({ problems }) => problems),
  };
}

/** The same lessons, with all that is made of them, and what was told of them. */
export function withFeedback(library: Library, { votes, problems: added }: Feedback): Library {
  if (added.length === 0) {
    return { ...library, feedback: votes };
  }
  const problems = [...library.problems, ...added].sort(byPlace);
  return {
    ...library,
    problems,
    problemsByPath: grouped(problems, ({ path }) => path),
    feedback: votes,
  };
}

/** Nearly always they come sorted, and sorting is slow even then. */
function sortedByPath(files: readonly ParsedLesson[]): readonly ParsedLesson[] {
  const isSorted = files.every(({ path }, index) => index === 0 || (files[index - 1]?.path ?? '') < path);
  return isSorted ? files : [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * What is wrong with a lesson in the company of the others. The lesson may be newer than the one that the library holds
 * at its path, as while it is being written.
 */
export function companyProblems(lesson: Lesson, library: Library, today: string): Problem[] {
  const others = library.lessons.filter(({ path }) => path !== lesson.path);
  const first = others.find(({ id }) => id === lesson.id);
  const byId = new Map([...others, lesson].map((known) => [known.id, known]));
  const known = { byId, successors: successorsOf([...byId.values()]) };
  return [
    ...(first === undefined ? [] : duplicateProblems(lesson, first)),
    ...relationProblems(lesson, known),
    ...library.incidents.problemsOf(lesson),
    ...reviewProblems(lesson, library.policy, today),
  ];
}

function duplicateProblems({ path, id, ranges }: Lesson, { path: other }: Lesson): Problem[] {
  const range = ranges.of('id');
  return range === undefined ? [] : [problemAt(path, range, { code: 'id-duplicate', id, other })];
}

function reviewProblems(lesson: Lesson, policy: Policy, today: string): Problem[] {
  const due = reviewDue(lesson, policy);
  if (due === undefined || today <= due) {
    return [];
  }
  const range = lesson.ranges.of('review_by') ?? lesson.ranges.of('status');
  return range === undefined ? [] : [problemAt(lesson.path, range, { code: 'review-overdue', due })];
}

/** By path, then by position. */
export function byPlace(a: Problem, b: Problem): number {
  return a.path === b.path ? comparePositions(a.range.start, b.range.start) : a.path < b.path ? -1 : 1;
}
