import type { Draft } from '../draft';

/** What lessons can be made of besides code and commits. */
export const importKinds = ['osv', 'post-mortem', 'sarif', 'code-tour'] as const;
export type ImportKind = (typeof importKinds)[number];

/** A file that somebody wants lessons from. It may hold anything. */
export interface ImportFile {
  /** Relative to the folder that holds `.lessons`, with `/`; for one outside of it the name alone. */
  readonly path: string;
  readonly text: string;
}

/** A lesson as a file of another format tells it, before it is one among others. */
export interface ImportedLesson {
  /** Its first alias is what it is known by when it comes again; there always is one. */
  readonly draft: ImportedDraft;
  /** What its author would call it: `GO-2023-1571`. */
  readonly source: string;
  /** Other whenever what it was made from is other; no blanks. */
  readonly revision: string;
}

export type ImportedDraft = Omit<Draft, 'id' | 'created'> & {
  readonly aliases: readonly [string, ...string[]];
};

/** Why nothing, or less, could be made of a file; the sentences are in `present/importWording`. */
export type ImportFault =
  | { readonly code: 'unknown-kind' }
  | { readonly code: 'too-large'; readonly megabytes: number }
  | { readonly code: 'no-json'; readonly reason: string }
  | { readonly code: 'no-record'; readonly kind: ImportKind }
  /** `index` counts from 0 within the file. */
  | { readonly code: 'record-without-id'; readonly index: number }
  | { readonly code: 'sarif-version'; readonly version: string }
  | { readonly code: 'results-without-rule'; readonly count: number }
  | { readonly code: 'tour-without-files' }
  | { readonly code: 'nothing-said' };

/** All that one file gave. */
export interface ImportReading {
  readonly imported: readonly ImportedLesson[];
  readonly faults: readonly ImportFault[];
}

export function nothingBut(fault: ImportFault): ImportReading {
  return { imported: [], faults: [fault] };
}
