import { isDate } from '../../lesson/calendar';
import type { ProblemSeverity } from '../../lesson/problem';
import type { Range } from '../../text';
import type { Match } from '../match';
import { isAbout, isExpired, type Suppression, sharesComment } from './suppression';

/** What is wrong with a suppression, as facts; the sentences are in `present/suppressionWording`. Codes are stable. */
export type SuppressionFact =
  | { readonly code: 'suppression-reason-missing'; readonly lesson: string }
  | { readonly code: 'suppression-date-invalid'; readonly until: string }
  | { readonly code: 'suppression-expired'; readonly lesson: string; readonly until: string }
  | { readonly code: 'suppression-unknown-lesson'; readonly lesson: string }
  | { readonly code: 'suppression-unused'; readonly lesson: string };

export type SuppressionProblem = SuppressionFact & {
  readonly suppression: Suppression;
  readonly range: Range;
  readonly severity: ProblemSeverity;
};

/** What suppressions are judged by. */
export interface SuppressionFacts {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The ids of all lessons, retired ones too. */
  readonly known: { has(id: string): boolean };
  /** All matches in the text of the lessons that were looked for. */
  readonly matches: readonly Match[];
  /** The lessons that were looked for, as far as they could be; of others nobody knows whether a suppression is needed. */
  readonly isSought: (lesson: string) => boolean;
}

/**
 * What time or other people's lessons decide is an info, which fails no build: the code is as good as it was yesterday.
 */
const severities: Readonly<Record<SuppressionFact['code'], ProblemSeverity>> = {
  'suppression-reason-missing': 'error',
  'suppression-date-invalid': 'error',
  'suppression-unknown-lesson': 'warning',
  'suppression-expired': 'info',
  'suppression-unused': 'info',
};

/** What is wrong with the suppressions of a text, in its order. */
export function suppressionProblems(
  suppressions: readonly Suppression[],
  facts: SuppressionFacts,
): readonly SuppressionProblem[] {
  return suppressions.flatMap((suppression) =>
    factsOf(suppression, suppressions, facts).map((fact) => ({
      suppression,
      range: fact.code === 'suppression-unknown-lesson' ? suppression.place : suppression.range,
      severity: severities[fact.code],
      ...fact,
    })),
  );
}

function factsOf(
  suppression: Suppression,
  all: readonly Suppression[],
  { today, known, matches, isSought }: SuppressionFacts,
): readonly SuppressionFact[] {
  const { lesson, reason, until } = suppression;
  const facts: SuppressionFact[] = [];
  // Of what a comment says of all its lessons, its first tells.
  const isFirst = all.find((one) => sharesComment(one, suppression)) === suppression;
  if (isFirst && reason === undefined) {
    facts.push({ code: 'suppression-reason-missing', lesson });
  }
  if (isFirst && until !== undefined && !isDate(until)) {
    facts.push({ code: 'suppression-date-invalid', until });
  }
  if (!known.has(lesson)) {
    facts.push({ code: 'suppression-unknown-lesson', lesson });
  } else if (until !== undefined && isExpired(suppression, today)) {
    facts.push({ code: 'suppression-expired', lesson, until });
  } else if (isSought(lesson) && !matches.some((match) => isAbout(suppression, match))) {
    facts.push({ code: 'suppression-unused', lesson });
  }
  return facts;
}
