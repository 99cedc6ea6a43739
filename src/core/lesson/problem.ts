import type { Range } from '../text';
import type { GlobFault } from './glob';
import type { PatternFault } from './pattern';

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
  | { readonly code: 'date-invalid'; readonly value: string }
  | { readonly code: 'id-invalid'; readonly value: string }
  | { readonly code: 'id-duplicate'; readonly id: string; readonly other: string }
  | { readonly code: 'scope-empty' }
  | { readonly code: 'scope-unsupported'; readonly key: string }
  | { readonly code: 'glob-invalid'; readonly glob: string; readonly fault: GlobFault }
  | { readonly code: 'pattern-invalid'; readonly fault: PatternFault }
  | { readonly code: 'flags-invalid'; readonly flags: string }
  | { readonly code: 'test-fails'; readonly expected: 'match' | 'no_match' }
  | { readonly code: 'reference-not-https'; readonly url: string }
  | { readonly code: 'acceptance-incomplete'; readonly missing: readonly string[] };

export type ProblemCode = ProblemFact['code'];

/** Errors take something out of service (the lesson, or the scope at fault); warnings do not. */
export type ProblemSeverity = 'error' | 'warning';

/** Something wrong with a lesson file itself. */
export type Problem = ProblemFact & {
  readonly path: string;
  readonly range: Range;
  readonly severity: ProblemSeverity;
};

const warnings: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'key-unknown',
  'value-length',
  'scope-empty',
  'scope-unsupported',
  'reference-not-https',
  'acceptance-incomplete',
]);

export function severityOf(code: ProblemCode): ProblemSeverity {
  return warnings.has(code) ? 'warning' : 'error';
}
