import type { Commit } from '../../history/history';
import type { Introduction } from './introduced';
import type { ProvenCandidate } from './provenCandidates';
import type { TouchedSymbol } from './touchedSymbols';

/** What a commit that mended something teaches, or why it teaches nothing. */
export type FromFix = FoundFix | { readonly kind: 'unknown-commit'; readonly revision: string };

export interface FoundFix {
  readonly kind: 'found';
  readonly commit: Commit;
  /** What the fix is compared with; absent where history begins with it. */
  readonly parent?: string;
  /** The code that was at fault, most changed first; where the fix changed no code, what it did change. */
  readonly files: readonly string[];
  /** Tests that came with it. */
  readonly tests: readonly string[];
  /** Those that were there before first, most changed first. */
  readonly symbols: readonly TouchedSymbol[];
  /** By blame of what was taken out, most lines first. */
  readonly introduced: readonly Introduction[];
  readonly removed: readonly RemovedLines[];
  readonly notes: readonly FixNote[];
  /** Those that prove themselves first. */
  readonly candidates: readonly ProvenCandidate[];
  /** The project's page on the web, where its remote tells one. */
  readonly web?: { readonly project: string };
}

/** Lines that a fix took out: zero-based, `end` exclusive, of the file as the parent has it. */
export interface RemovedLines {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** The innermost symbol around them. */
  readonly symbol?: string;
  /** What stood there, and what the fix has in its place. */
  readonly before: string;
  readonly after: string;
}

/** What somebody should know who relies on what was found. */
export type FixNote =
  /** Compared with its first parent. */
  | { readonly kind: 'merge'; readonly parents: number }
  /** Nothing came before it. */
  | { readonly kind: 'root' }
  | { readonly kind: 'renamed'; readonly path: string; readonly before: string }
  /** Nothing was taken out that blame could ask about, or a pattern could find; who wrote what is around is a guess. */
  | { readonly kind: 'adds-only'; readonly around: readonly Introduction[] }
  /** History ends at the fix, so that nothing is known of what it changed; or before what it took out was written. */
  | { readonly kind: 'shallow'; readonly at: 'fix' | 'blame' }
  | { readonly kind: 'no-code-change' }
  /** So many files were not looked into. */
  | { readonly kind: 'too-large'; readonly left: number };
