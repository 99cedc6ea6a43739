import type { Lesson } from '../lesson/lesson';
import { type Problem, type ProblemFact, problemAt } from '../lesson/problem';
import { countOf, type Sweep } from './sweep';

/** What is wrong with how much a lesson means, as a fact that holds wherever its scopes stand in the file. */
export type SweepFact = Extract<ProblemFact, { code: 'scope-too-broad' | 'scope-misses-origin' }> & {
  /** The scope's index. */
  readonly scope: number;
};

/** Nothing once a lesson is accepted: by then somebody looked at where it applies. */
export function sweepFacts({ status }: Pick<Lesson, 'status'>, sweep: Sweep): readonly SweepFact[] {
  const { scopes, breadth, hits, limit, isCut, missesOrigin } = sweep;
  const [first] = scopes;
  if (status !== 'proposed' || first === undefined) {
    return [];
  }
  const widest = scopes.reduce((most, one) => (countOf(one.reach) > countOf(most.reach) ? one : most), first);
  return [
    ...(breadth === 'broad'
      ? [{ code: 'scope-too-broad', scope: widest.index, hits, limit, isCut } as const]
      : []),
    ...(missesOrigin ? [{ code: 'scope-misses-origin', scope: first.index } as const] : []),
  ];
}

/** The problem, at what decides where the scope applies. */
export function sweepProblem({ path, scopes }: Lesson, { scope: index, ...fact }: SweepFact): Problem[] {
  const ranges = scopes.find((one) => one.index === index)?.ranges;
  const range = ranges && (ranges.pattern ?? ranges.structure ?? ranges.paths ?? ranges.scope);
  return range === undefined ? [] : [problemAt(path, range, fact)];
}
