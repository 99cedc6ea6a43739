import type { Scope } from '../lesson/lesson';

/** From what is nearest to the code's letters to what is nearest to its meaning. */
export const candidateKinds = ['exact', 'loose', 'structure', 'shape'] as const;

export type CandidateKind = (typeof candidateKinds)[number];

/** A way to find code like some selected code. */
export interface Candidate {
  /**
   * `exact`: the code itself, whatever its spacing. `loose`: any literals and local variables in it. `structure`: its syntax
   * with any local variables. `shape`: its syntax with any local variables, literals and arguments.
   */
  readonly kind: CandidateKind;
  readonly scope: Pick<Scope, 'pattern' | 'structure' | 'languages'>;
  /** Code that it hits. */
  readonly example: string;
}
