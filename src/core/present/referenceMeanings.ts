import * as l10n from '@vscode/l10n';
import type { vocabulary } from '../lesson/vocabulary';
import type { Meanings, ValueMeanings } from './meaning';
import { accessMeanings } from './valueMeanings';

type ReferenceKeys = (typeof vocabulary)['references']['of']['keys'];

/** The keys of one entry of `references`. */
export function referenceMeanings(): Meanings<ReferenceKeys> {
  return {
    type: {
      meaning: l10n.t('What stands at the address. Where a lesson is shown, an INCIDENT is linked first.'),
      example: 'type: INCIDENT',
      fallback: l10n.t('an address without a type'),
      values: typeMeanings(),
    },
    url: {
      meaning: l10n.t('The address. Only https is shown as a link.'),
      example: 'url: https://example.com/post-mortem',
    },
    access: {
      meaning: l10n.t('Who can open the address, for readers of a public repository.'),
      example: 'access: internal',
      fallback: l10n.t('nothing is said about it'),
      values: accessMeanings(),
    },
  };
}

/** The types of the OSV format, and three that lessons need besides. */
function typeMeanings(): ValueMeanings<ReferenceKeys['type']> {
  return {
    ADVISORY: l10n.t('A published security advisory.'),
    ARTICLE: l10n.t('An article or a blog post about it.'),
    DETECTION: l10n.t('A tool, a rule or a script that finds it.'),
    DISCUSSION: l10n.t('Where it was talked over, such as a pull request or a thread.'),
    EVIDENCE: l10n.t('A proof that it happens, such as a minimal example.'),
    FIX: l10n.t('The change that put it right.'),
    GIT: l10n.t('The repository it is about.'),
    INCIDENT: l10n.t("The incident's own report: a post-mortem, a status page, a ticket."),
    INTRODUCED: l10n.t('The change that brought it in.'),
    PACKAGE: l10n.t('The page of the package it is about.'),
    REPORT: l10n.t('A report about it, often the first one.'),
    WEB: l10n.t('Any other page.'),
  };
}
