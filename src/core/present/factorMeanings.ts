import * as l10n from '@vscode/l10n';
import type { vocabulary } from '../lesson/vocabulary';
import type { ValueMeanings } from './meaning';

/** Factors name conditions of the system, so that each is something a team can change. */
export function factorMeanings(): ValueMeanings<(typeof vocabulary)['factors']['of']> {
  return {
    'default-unsafe': l10n.t('What you get without asking is the dangerous variant.'),
    'duplicate-paths': l10n.t('The same thing is done in several places, and only some of them were right.'),
    'implicit-state': l10n.t('It depended on state or an assumption that the code does not show.'),
    'interface-unclear': l10n.t('Two sides understood an interface or a name differently.'),
    'spec-pressure': l10n.t('A specification or a promise of compatibility asked for it.'),
    'library-semantics': l10n.t('A library or the language behaves otherwise than one expects.'),
    'platform-difference': l10n.t('It differs between systems, browsers, versions or regions.'),
    'missing-test': l10n.t('No test would have shown it.'),
    'missing-control': l10n.t('Nothing stopped it or limited the damage: no check, limit, stage or alarm.'),
    tooling: l10n.t('A tool, a script or the build made it easy to do and hard to see.'),
    documentation: l10n.t('What one had to know was written nowhere, or was out of date.'),
    'review-load': l10n.t('The change was too large or too busy to be reviewed well.'),
    'time-pressure': l10n.t('There was less time than a careful way needs.'),
    'ownership-gap': l10n.t('No team looked after it, or each thought that another one did.'),
    incentive: l10n.t('What is measured or rewarded pulled the other way.'),
  };
}
