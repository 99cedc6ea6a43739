import type { Lesson } from '../lesson/lesson';
import type { ParsedLesson } from '../lesson/parse';
import { type Problem, severityOf } from '../lesson/problem';
import { CompiledLesson } from './compiledLesson';

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
}

export const emptyLibrary: Library = buildLibrary([]);

export function buildLibrary(files: readonly ParsedLesson[]): Library {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
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
      duplicates.push(duplicateOf(first, lesson));
    }
  }
  const lessons = [...byId.values()];
  const problems = [...sorted.flatMap((file) => file.problems), ...duplicates];
  return {
    lessons,
    compiled: lessons.map((lesson) => new CompiledLesson(lesson)),
    problems,
    problemsByPath: byPath(problems),
    paths: sorted.map((file) => file.path),
    byId,
  };
}

function byPath(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const grouped = new Map<string, Problem[]>();
  for (const problem of problems) {
    const known = grouped.get(problem.path);
    if (known === undefined) {
      grouped.set(problem.path, [problem]);
    } else {
      known.push(problem);
    }
  }
  return grouped;
}

function duplicateOf(first: Lesson, lesson: Lesson): Problem {
  const code = 'id-duplicate';
  return {
    ...{ code, id: lesson.id, other: first.path },
    ...{ path: lesson.path, range: lesson.idRange, severity: severityOf(code) },
  };
}
