import * as l10n from '@vscode/l10n';
import { limitSentence } from '../learn/checks/limits';
import type { CheckKind, CheckSkeleton } from '../learn/checks/skeleton';

/** The name of a kind of check. */
export function checkTitle(kind: CheckKind): string {
  switch (kind) {
    case 'ast-grep':
      return l10n.t('ast-grep rule');
    case 'semgrep':
      return l10n.t('Semgrep rule');
    case 'eslint':
      return l10n.t('ESLint rule entry');
    case 'node-test':
      return l10n.t('Node.js test');
    case 'grep':
      return l10n.t('CI script');
  }
}

/** What a check is, and in what it differs from the lesson. */
export function checkSentence({ kind, limits }: CheckSkeleton): string {
  return [kindSentence(kind), ...limits.map(limitSentence)].join(' ');
}

function kindSentence(kind: CheckKind): string {
  switch (kind) {
    case 'ast-grep':
      return l10n.t('For a project with an sgconfig.yml; the examples of the lesson become its test.');
    case 'semgrep':
      return l10n.t('For semgrep scan --config .semgrep/.');
    case 'eslint':
      return l10n.t('The structure as a selector for no-restricted-syntax, in a file for eslint.config.js.');
    case 'node-test':
      return l10n.t('It fails while the pattern is in the tree, and needs nothing but git: node --test.');
    case 'grep':
      return l10n.t('A shell script with git grep, which fails where it finds the pattern.');
  }
}
