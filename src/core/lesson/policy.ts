import type { Extensible, Severity } from './vocabulary';
import type { WordingRule } from './wording';

/** What a team decides for all of its lessons, read from `.lessons/config.yaml`, with the defaults filled in. */
export interface Policy {
  /** Words that the team adds to the format's closed lists. */
  readonly added: Readonly<Record<Extensible, readonly string[]>>;
  /** After how many months an accepted lesson is looked at again. */
  readonly reviewMonths: Readonly<Record<Severity, number>>;
  readonly budget: PolicyBudget;
  readonly wordingOff: readonly WordingRule[];
  /** Globs of files to which no lesson applies. */
  readonly ignore: readonly string[];
  /** Words of the team's own by which a commit may be worth a lesson. */
  readonly suggestWords: readonly string[];
}

/** How much may be shown at once; the rest is in the tree. */
export interface Budget {
  readonly lessonsPerFile: number;
  readonly findingsPerSymbol: number;
}

export interface PolicyBudget extends Budget {
  /** A new lesson for more places is too broad; where it means whole files, these are the places. */
  readonly hitsPerLesson: number;
}

export const defaultPolicy: Policy = {
  added: { factors: [], origins: [] },
  reviewMonths: { critical: 6, high: 12, medium: 18, low: 18 },
  budget: { lessonsPerFile: 3, findingsPerSymbol: 1, hitsPerLesson: 25 },
  wordingOff: [],
  ignore: [],
  suggestWords: [],
};
