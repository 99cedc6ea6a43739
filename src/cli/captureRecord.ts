import type { FoundFix } from '../core/learn/fix/foundFix';
import type { SimilarLesson } from '../core/learn/similar';
import type { Swept } from './captureSweep';

/** What a new lesson has in the project, as scripts and agents read it; part of the command line's contract. */
export function sweepRecord({ sweep, narrowings }: Swept): object {
  const { hits, changed, limit, breadth, missesOrigin, isCut, files } = sweep;
  return {
    ...{ hits, changed, limit, breadth, missesOrigin, cut: isCut },
    files: files.map(({ path, places }) => ({
      path,
      places: places.map(({ range, symbol = null, isChanged }) => ({ range, symbol, changed: isChanged })),
    })),
    narrowings: narrowings.map(({ kind, index, scope, hits: left, files: filesLeft }) => ({
      ...{ kind, index, scope, hits: left, files: filesLeft },
    })),
  };
}

export function similarRecords(similar: readonly SimilarLesson[]): readonly object[] {
  return similar.map(({ lesson: { id, title, path }, reasons }) => ({ id, title, path, reasons }));
}

export function fixRecord(fix: FoundFix): object {
  const { commit, parent, files, tests, symbols, introduced, removed, notes, candidates } = fix;
  return {
    ...{ commit: commit.id, parent: parent ?? null, files, tests },
    symbols: symbols.map(({ path, name, isNew }) => ({ path, name, new: isNew })),
    introduced,
    removed: removed.map(({ path, start, end, symbol }) => ({ path, start, end, symbol: symbol ?? null })),
    ...{ notes, candidates },
  };
}
