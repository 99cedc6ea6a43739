import type { Committed } from '../gitStatus';
import type { FileMatches, FileState } from './fileChecker';

/** What was found in a file, and all that it depends on besides the program. */
export interface CachedResult {
  readonly state: FileState;
  /** The digest of the scopes that let the file in. */
  readonly scopes: string;
  readonly committed: Committed;
  /** Whether it depends on the project's manifests. */
  readonly usesManifests: boolean;
  readonly found: FileMatches | { readonly kind: 'skipped'; readonly reason: 'binary' };
}
