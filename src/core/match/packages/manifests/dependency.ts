import type { Ecosystem } from '../../../lesson/packages/ecosystems';

/** A package that a manifest depends on; offsets of its name in the manifest's text. */
export interface Dependency {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** As written; absent where the manifest says nothing of versions. */
  readonly range?: string;
  readonly start: number;
  readonly end: number;
}

/** Reads what can be read; never throws. */
export type ManifestReader = (text: string) => readonly Dependency[];
