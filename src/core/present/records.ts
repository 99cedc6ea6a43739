import type { Problem } from '../lesson/problem';
import type { Range } from '../text';
import type { Finding } from './findings';
import { problemMessage } from './problemWording';

/** A finding as scripts and agents read it; part of the command line's contract. */
export interface MatchRecord {
  readonly lesson: string;
  readonly title: string;
  readonly advice: string;
  readonly level: string;
  readonly class: string;
  readonly path: string;
  readonly range: Range | null;
  readonly why: {
    readonly scope: number;
    readonly path: string | null;
    readonly symbol: string | null;
    readonly pattern: string | null;
  };
  readonly changed: boolean;
}

/** A problem as scripts and agents read it; part of the command line's contract. */
export interface ProblemRecord {
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly range: Range;
  readonly severity: string;
}

export function matchRecord({ match, level, changed }: Finding): MatchRecord {
  const { lesson, path, range = null, why } = match;
  return {
    ...{
      lesson: lesson.id,
      title: lesson.title,
      advice: lesson.advice,
      level,
      class: match.class,
      path,
      range,
    },
    why: {
      ...{ scope: why.scope, path: why.path ?? null },
      ...{ symbol: why.symbol ?? null, pattern: why.pattern ?? null },
    },
    changed,
  };
}

export function problemRecord(problem: Problem): ProblemRecord {
  const { code, path, range, severity } = problem;
  return { code, message: problemMessage(problem), path, range, severity };
}
