import { allLines, type ChangedLines, noLines } from '../../core/match/changedLines';
import type { GitFacts } from '../git';
import type { Committed } from '../gitStatus';
import type { CachedResult } from './cachedResult';
import type { FileState } from './fileChecker';
import { type FileStamp, isSameStamp, isSettled } from './fileStamp';
import type { PlannedFile } from './planner';

/** A result that holds for what a file is asked now, if the file still has its content. */
export function resultFor(file: PlannedFile, cached: CachedResult | undefined): CachedResult | undefined {
  if (cached === undefined || cached.scopes !== file.demand.digest) {
    return undefined;
  }
  const { committed } = file;
  if (cached.committed === committed) {
    return cached;
  }
  const { found } = cached;
  if (file.demand.asksForChanges) {
    return undefined;
  }
  if (found.kind === 'skipped' || found.matches.length === 0) {
    return { ...cached, committed };
  }
  const changed = changedAs(committed);
  return changed && { ...cached, committed, found: { ...found, changed } };
}

/** The changed lines of a file, where that needs no comparing. */
export function changedAs(committed: Committed): ChangedLines | undefined {
  return committed === 'nothing' ? allLines : committed === 'same' ? noLines : undefined;
}

/** The state that a file has now, if that is sure to be the content of a known one; `undefined` where it takes reading. */
export function stateNow(
  path: string,
  stamp: FileStamp,
  known: FileState,
  git: Pick<GitFacts, 'blobs' | 'asOf'> | undefined,
): FileState | undefined {
  if (isSameStamp(stamp, known.stamp)) {
    return known;
  }
  // A filter, as for large files elsewhere, makes other bytes of a blob, and as good as never as many.
  if (git?.blobs.get(path) !== known.content || stamp[0] !== known.size) {
    return undefined;
  }
  const { content, size } = known;
  return { content, size, ...(isSettled(stamp, git.asOf) && { stamp }) };
}
