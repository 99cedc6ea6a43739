import * as l10n from '@vscode/l10n';
import type { FixFact } from '../edit/fix';

/** What a fix does, as the title of a quick fix. */
export function fixTitle(fact: FixFact): string {
  switch (fact.kind) {
    case 'assign-id':
      return l10n.t('Give it the id {0}', fact.id);
    case 'correct-id':
      return l10n.t('Write the id as {0}', fact.id);
    case 'quote':
      return l10n.t('Put it in quotes');
    case 'indent-with-blanks':
      return l10n.t('Indent with blanks');
    case 'rename-key':
      return l10n.t('Change the key to "{0}"', fact.key);
    case 'use-value':
      return l10n.t('Change it to "{0}"', fact.value);
    case 'use-title':
      return l10n.t('Use the heading as the title: "{0}"', fact.title);
    case 'set-status':
      return l10n.t('Set the status to {0}', fact.status);
    case 'set-review':
      return l10n.t('It still holds: review it again by {0}', fact.day);
    case 'add-section':
      return l10n.t('Add the section "{0}"', fact.heading);
    case 'add-front-matter':
      return l10n.t('Make it a lesson: add its keys');
  }
}
