import * as l10n from '@vscode/l10n';
import type { ReviewReason } from '../display/review';

/** Why a lesson needs review, in a few words. */
export function reviewReason(reason: ReviewReason): string {
  switch (reason.kind) {
    case 'orphaned':
      return l10n.t('its code is gone');
    case 'noisy':
      return l10n.t('voted not useful');
    case 'review-due':
      return l10n.t('review due since {0}', reason.due);
    case 'control-due':
      return l10n.t('{0} was planned for {1}', reason.control, reason.due);
    case 'proposed-long':
      return l10n.t('proposed {0} days ago', reason.days);
    case 'proposed':
      return l10n.t('proposed');
  }
}
