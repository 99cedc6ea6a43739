import type { Range } from '../text';
import type { GlobFault } from './glob';
import type { PackageFault } from './packages/packageFault';
import type { PatternFault } from './pattern';
import type { ReplacementFault } from './replacementFault';
import type { StructureFault } from './structure';
import type { WordingRule } from './wording';

/** What is wrong, as facts; the sentences are written in `present/problemWording`. Codes are stable. */
export type ProblemFact =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'file-binary' }
  | { readonly code: 'file-not-utf8' }
  | { readonly code: 'file-unreadable'; readonly reason: string }
  | { readonly code: 'front-matter-missing' }
  | { readonly code: 'front-matter-unclosed' }
  | { readonly code: 'yaml-syntax'; readonly reason: string }
  | { readonly code: 'yaml-aliases' }
  | { readonly code: 'yaml-too-deep' }
  | { readonly code: 'yaml-too-large'; readonly kilobytes: number }
  | { readonly code: 'key-unknown'; readonly key: string; readonly nearest?: string }
  | { readonly code: 'key-missing'; readonly key: string }
  | { readonly code: 'value-type'; readonly key: string; readonly expected: 'text' | 'list' | 'record' }
  | { readonly code: 'value-unquoted'; readonly key: string; readonly written: string }
  | { readonly code: 'value-length'; readonly key: string; readonly min: number; readonly max: number }
  | {
      readonly code: 'value-unknown';
      readonly key: string;
      readonly value: string;
      readonly allowed: readonly string[];
    }
  | { readonly code: 'count-invalid'; readonly key: string; readonly min: number; readonly max: number }
  | { readonly code: 'date-invalid'; readonly value: string }
  | { readonly code: 'id-invalid'; readonly value: string }
  | { readonly code: 'id-duplicate'; readonly id: string; readonly other: string }
  | {
      readonly code: 'lesson-duplicate';
      readonly id: string;
      readonly other: string;
      readonly key: 'references' | 'aliases';
    }
  | { readonly code: 'id-unknown'; readonly key: RelationKey; readonly id: string }
  | { readonly code: 'successor-missing' }
  | { readonly code: 'supersession-cycle'; readonly ids: readonly string[] }
  | { readonly code: 'scope-empty' }
  | { readonly code: 'scope-no-file' }
  | {
      readonly code: 'scope-too-broad';
      readonly hits: number;
      readonly limit: number;
      /** Whether there may be more. */
      readonly isCut: boolean;
    }
  | { readonly code: 'scope-misses-origin' }
  | { readonly code: 'symbol-not-found'; readonly symbol: string; readonly nearest?: string }
  | { readonly code: 'glob-invalid'; readonly glob: string; readonly fault: GlobFault }
  | { readonly code: 'pattern-invalid'; readonly fault: PatternFault }
  | { readonly code: 'pattern-untested'; readonly isDraft: boolean }
  | { readonly code: 'flags-invalid'; readonly flags: string }
  | { readonly code: 'structure-invalid'; readonly fault: StructureFault }
  | { readonly code: 'fix-invalid'; readonly fault: ReplacementFault }
  | { readonly code: 'package-invalid'; readonly fault: PackageFault }
  | { readonly code: 'test-fails'; readonly expected: 'match' | 'no_match' }
  | { readonly code: 'reference-not-https'; readonly url: string }
  | { readonly code: 'acceptance-incomplete'; readonly missing: readonly string[] }
  | { readonly code: 'review-overdue'; readonly due: string }
  | { readonly code: 'wording'; readonly rule: WordingRule; readonly words: string }
  | { readonly code: 'events-too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'event-unreadable' }
  | { readonly code: 'event-key-missing'; readonly key: string }
  | { readonly code: 'event-key-unknown'; readonly key: string }
  | { readonly code: 'event-value-invalid'; readonly key: string; readonly allowed?: readonly string[] };

export type ProblemCode = ProblemFact['code'];

/** The keys by which a lesson names other lessons. */
export type RelationKey = 'related' | 'generalizes' | 'supersedes' | 'superseded_by';

/**
 * Errors take something out of service (the lesson, or the scope at fault); warnings do not; an info is for the author
 * alone and never fails a build, as time or taste decides it.
 */
export type ProblemSeverity = 'error' | 'warning' | 'info';

/** Something wrong with a file below `.lessons` itself. */
export type Problem = ProblemFact & {
  readonly path: string;
  readonly range: Range;
  readonly severity: ProblemSeverity;
};

const warnings: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'key-unknown',
  'value-length',
  'count-invalid',
  'id-unknown',
  'successor-missing',
  'supersession-cycle',
  'scope-empty',
  'scope-no-file',
  'scope-too-broad',
  'scope-misses-origin',
  'symbol-not-found',
  'pattern-untested',
  'reference-not-https',
  'acceptance-incomplete',
  'wording',
  'event-key-unknown',
]);

export function severityOf(fact: ProblemFact): ProblemSeverity {
  return isForAuthor(fact) ? 'info' : warnings.has(fact.code) ? 'warning' : 'error';
}

/** Whether a problem may fail a build. */
export function isFailure({ severity }: Pick<Problem, 'severity'>): boolean {
  return severity !== 'info';
}

function isForAuthor(fact: ProblemFact): boolean {
  switch (fact.code) {
    case 'review-overdue':
    case 'lesson-duplicate':
      return true;
    case 'wording':
      return fact.rule === 'counterfactual' || fact.rule === 'what-to-do-missing';
    case 'pattern-untested':
      return fact.isDraft;
    default:
      return false;
  }
}

export function problemAt(path: string, range: Range, fact: ProblemFact): Problem {
  // What is spread comes last: the other way round every object gets a hidden class of its own in Node 20.
  return { path, range, severity: severityOf(fact), ...fact };
}
