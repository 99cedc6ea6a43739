import * as l10n from '@vscode/l10n';
import type { ProblemFact } from '../lesson/problem';

/** Problems of single keys and values. */
export type ValueFact = Extract<
  ProblemFact,
  {
    code:
      | `key-${string}`
      | `value-${string}`
      | 'count-invalid'
      | 'date-invalid'
      | 'id-invalid'
      | 'reference-not-https';
  }
>;

export function valueMessage(fact: ValueFact): string {
  switch (fact.code) {
    case 'key-unknown':
      return fact.nearest === undefined
        ? l10n.t('Lessons have no key "{0}". For a key of your own, let its name start with "x-".', fact.key)
        : l10n.t('Lessons have no key "{0}". Did you mean "{1}"?', fact.key, fact.nearest);
    case 'key-missing':
      return fact.key === 'id'
        ? l10n.t(
            'Every lesson needs an id: LSN- and 8 random digits or capitals. Capturing a lesson makes one.',
          )
        : l10n.t('Every lesson needs "{0}".', fact.key);
    case 'value-type':
      return valueTypeMessage(fact.key, fact.expected);
    case 'value-unquoted':
      return l10n.t('YAML reads {0} as something other than text. Put it in quotes.', fact.written);
    case 'value-length':
      return l10n.t('"{0}" should have {1} to {2} characters.', fact.key, fact.min, fact.max);
    case 'value-unknown':
      return l10n.t(
        '"{0}" is no value of "{1}". Use one of: {2}.',
        fact.value,
        fact.key,
        fact.allowed.join(', '),
      );
    case 'date-invalid':
      return l10n.t('"{0}" is no date. Write it as YYYY-MM-DD.', fact.value);
    case 'id-invalid':
      return l10n.t(
        '"{0}" is no lesson id. An id is LSN- and 8 digits or capitals without I, L, O and U.',
        fact.value,
      );
    case 'count-invalid':
      return l10n.t('"{0}" should be a whole number from {1} to {2}.', fact.key, fact.min, fact.max);
    case 'reference-not-https':
      return l10n.t('"{0}" is not an https link, so it is not shown. Use the https address.', fact.url);
  }
}

function valueTypeMessage(key: string, expected: 'text' | 'list' | 'record'): string {
  switch (expected) {
    case 'text':
      return l10n.t('"{0}" should be a text.', key);
    case 'list':
      return l10n.t('"{0}" should be a list.', key);
    case 'record':
      return l10n.t('"{0}" should be keys and values.', key);
  }
}
