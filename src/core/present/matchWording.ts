import * as l10n from '@vscode/l10n';
import type { Match } from '../match/match';

/** The sentence of a diagnostic and of a line in the terminal. */
export function matchMessage({ lesson }: Match): string {
  return oneLine(lesson.advice);
}

/** Why a lesson applies, for a tooltip: "src/**, symbol withRetry". */
export function whyMessage({ why }: Match): string {
  const parts = [
    why.path === undefined ? undefined : l10n.t('path {0}', why.path),
    why.symbol === undefined ? undefined : l10n.t('symbol {0}', why.symbol),
    why.pattern === undefined ? undefined : l10n.t('pattern {0}', why.pattern),
    why.structure === undefined ? undefined : l10n.t('structure {0}', why.structure),
    why.package === undefined ? undefined : l10n.t('package {0}', why.package.name),
    why.when === undefined ? undefined : l10n.t('when {0}', why.when),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : l10n.t('its language');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
