import type { Finding } from '../display/display';
import type { Problem, ProblemSeverity } from '../lesson/problem';
import type { PackageWhy, Why } from '../match/match';
import type { SuppressionProblem } from '../match/suppressions/suppressionProblem';
import type { Range } from '../text';
import { problemMessage } from './problemWording';
import { suppressionMessage } from './suppressionWording';

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
    readonly structure: string | null;
    /** The code that was hit, at most 200 characters of it. */
    readonly text: string | null;
    /** What the structure's metavariables stand for, by name. */
    readonly captures: Readonly<Record<string, string>> | null;
    readonly package: Omit<PackageWhy, 'at'> | null;
    readonly when: string | null;
    /** Who found the symbol: `grammar`, or the `editor` where there is none for the language. */
    readonly symbolFrom: string | null;
  };
  readonly changed: boolean;
}

/** A problem as scripts and agents read it; part of the command line's contract. */
export interface ProblemRecord {
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly range: Range;
  readonly severity: ProblemSeverity;
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
      ...{ structure: why.structure ?? null, text: why.text ?? null, captures: capturesOf(why) },
      ...{ package: packageOf(why), when: why.when ?? null, symbolFrom: why.symbolFrom ?? null },
    },
    changed,
  };
}

function capturesOf({ captures }: Why): MatchRecord['why']['captures'] {
  return captures === undefined ? null : Object.fromEntries(captures.map(({ name, text }) => [name, text]));
}

function packageOf({ package: found }: Why): MatchRecord['why']['package'] {
  if (found === undefined) {
    return null;
  }
  const { at, ...rest } = found;
  return rest;
}

export function problemRecord(problem: Problem): ProblemRecord {
  const { code, path, range, severity } = problem;
  return { code, message: problemMessage(problem), path, range, severity };
}

/** A problem of a comment that keeps a lesson quiet, in the file that it stands in. */
export function suppressionRecord(path: string, problem: SuppressionProblem): ProblemRecord {
  const { code, range, severity } = problem;
  return { code, message: suppressionMessage(problem), path, range, severity };
}
