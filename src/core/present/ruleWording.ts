import * as l10n from '@vscode/l10n';
import { knownFlags } from '../lesson/pattern';
import type { Rule, TextFormat } from '../lesson/vocabulary';

/** Sets off a word of the format, as code for instance. */
type Mark = (word: string) => string;

/** What a key may hold, in a few words. */
export function ruleInWords(rule: Rule, mark: Mark = (word) => word): string {
  const words = (list: readonly string[]) => list.map(mark).join(', ');
  switch (rule.kind) {
    case 'text':
      return textInWords(rule, mark);
    case 'choice':
      return rule.extendedBy === undefined
        ? words(rule.values)
        : l10n.t('{0}, or what {1} in config.yaml adds', words(rule.values), mark(rule.extendedBy));
    case 'count':
      return l10n.t('whole number from {0} to {1}', rule.min, rule.max);
    case 'list':
      return l10n.t('one or more: {0}', ruleInWords(rule.of, mark));
    case 'record': {
      const keys = l10n.t('keys {0}', words(Object.keys(rule.keys)));
      const short = rule.shorthand === undefined ? undefined : rule.keys[rule.shorthand];
      return short === undefined ? keys : l10n.t('{0}, or {1}', ruleInWords(short, mark), keys);
    }
    case 'anything':
      return l10n.t('anything');
  }
}

function textInWords({ min, max, format }: Rule & { kind: 'text' }, mark: Mark): string {
  return min !== undefined && max !== undefined
    ? l10n.t('text of {0} to {1} characters', min, max)
    : formatInWords(format, mark);
}

function formatInWords(format: TextFormat | undefined, mark: Mark): string {
  switch (format) {
    case 'id':
      return l10n.t('lesson id');
    case 'date':
      return l10n.t('date, YYYY-MM-DD');
    case 'https':
      return l10n.t('https address');
    case 'glob':
      return l10n.t('glob');
    case 'path':
      return l10n.t('path of a file');
    case 'symbol':
      return l10n.t('name of a symbol');
    case 'language':
      return l10n.t('language id');
    case 'pattern':
      return l10n.t('regular expression');
    case 'flags':
      return l10n.t('any of {0}', knownFlags.map(mark).join(', '));
    case 'replacement':
      return l10n.t('code');
    case 'commit':
      return l10n.t('commit');
    case 'tag':
      return l10n.t('word');
    case 'team':
      return l10n.t('team');
    case undefined:
      return l10n.t('text');
  }
}
