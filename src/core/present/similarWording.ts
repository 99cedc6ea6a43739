import * as l10n from '@vscode/l10n';
import type { SimilarityReason, SimilarLesson } from '../learn/similar';

/** Why a lesson may tell of the same: "the same link, similar words". */
export function similarMessage({ reasons }: Pick<SimilarLesson, 'reasons'>): string {
  return reasons.map(reasonText).join(', ');
}

function reasonText(reason: SimilarityReason): string {
  switch (reason) {
    case 'alias':
      return l10n.t('the same alias');
    case 'reference':
      return l10n.t('the same link');
    case 'symbol':
      return l10n.t('the same symbol');
    case 'cwe':
      return l10n.t('the same weakness');
    case 'words':
      return l10n.t('similar words');
  }
}
