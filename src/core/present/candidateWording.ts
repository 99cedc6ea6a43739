import * as l10n from '@vscode/l10n';
import type { Candidate, CandidateKind } from '../learn/candidate';
import type { CountedCandidate } from '../learn/candidateCount';

/** What a candidate finds, for who chooses among several. */
export function candidateTitle(kind: CandidateKind): string {
  switch (kind) {
    case 'exact':
      return l10n.t('This very code');
    case 'loose':
      return l10n.t('The same text with any values and local variables');
    case 'structure':
      return l10n.t('The same structure with any local variables');
    case 'shape':
      return l10n.t('The same structure with any values and arguments');
  }
}

/** The pattern or structure as it would stand in the file. */
export function candidateCode({ scope }: Pick<Candidate, 'scope'>): string {
  return scope.pattern ?? scope.structure ?? '';
}

/** "3 hits in 2 files", of a candidate or of a scope that was narrowed. */
export function hitsMessage({
  hits,
  files,
  isCut = false,
}: Pick<CountedCandidate, 'hits' | 'files'> & { readonly isCut?: boolean }): string {
  const more = isCut ? '+' : '';
  if (hits === 0 && !isCut) {
    return l10n.t('no hit');
  }
  if (files === 1) {
    return hits === 1 && !isCut ? l10n.t('1 hit') : l10n.t('{0} hits in 1 file', `${hits}${more}`);
  }
  return l10n.t('{0} hits in {1} files', `${hits}${more}`, `${files}${more}`);
}
