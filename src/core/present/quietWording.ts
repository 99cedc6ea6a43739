import * as l10n from '@vscode/l10n';
import type { Finding } from '../display/display';
import type { Ruling } from '../display/ruling';

/** Why a finding does not speak up as loudly as it could, in a few words; `undefined` where it does. */
export function quietReason({ rulings }: Pick<Finding, 'rulings'>): string | undefined {
  const deciding =
    rulings.find(({ effect }) => effect === 'silence') ??
    rulings.findLast(({ effect }) => effect === 'lower');
  return deciding && reasonOf(deciding);
}

function reasonOf({ rule }: Ruling): string {
  switch (rule) {
    case 'class':
      return l10n.t('about the whole file');
    case 'conflict':
      return l10n.t('in a merge conflict');
    case 'suppressed':
      return l10n.t('silenced by a comment');
    case 'orphaned':
      return l10n.t('its code is gone');
    case 'codified':
      return l10n.t('a control is in place');
    case 'level':
      return l10n.t('silent by its file');
    case 'demoted':
      return l10n.t('voted not useful');
    case 'proposed':
      return l10n.t('only proposed');
    case 'changed':
      return l10n.t('not being changed');
    case 'setting':
      return l10n.t('diagnostics are off');
    case 'symbol-budget':
    case 'file-budget':
      return l10n.t('others come first');
    case 'hit-budget':
      return l10n.t('told at other places');
  }
}
