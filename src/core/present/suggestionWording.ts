import * as l10n from '@vscode/l10n';
import type { SuggestionReason } from '../learn/commitSignals';
import type { Suggestion } from '../learn/suggest';
import { harmlessLine } from './harmlessText';

/** What a suggestion says of itself in a row; the commit's own words stay harmless. */
export function suggestionTitle({ subject, files }: Pick<Suggestion, 'subject' | 'files'>): string {
  const said = harmlessLine(subject);
  // A merge without a word of its own is told apart by what it changed.
  const [file] = /^Merge /.test(said) ? files : [];
  return file === undefined ? said : `${said}: ${harmlessLine(file.split('/').slice(-2).join('/'))}`;
}

/** Why a commit is suggested, each reason in a few words. */
export function suggestionReasons({ reasons }: Pick<Suggestion, 'reasons'>): readonly string[] {
  return reasons.map(reasonText);
}

function reasonText({ kind, words }: SuggestionReason): string {
  const said = harmlessLine(words);
  switch (kind) {
    case 'advisory':
      return said;
    case 'security':
      return l10n.t('security: {0}', said);
    case 'private-fork':
      return l10n.t('merged from a private fork');
    case 'revert':
      return l10n.t('takes a commit back');
    case 'incident':
      return l10n.t('incident: {0}', said);
    case 'configured':
      return l10n.t('says "{0}"', said);
    case 'harm':
      return l10n.t('harm: {0}', said);
    case 'fix':
      return l10n.t('fix');
  }
}

/** What a commit is known by where there is little room, and git still finds it. */
export function shortCommit(id: string): string {
  return id.slice(0, 10);
}
