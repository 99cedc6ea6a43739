import * as l10n from '@vscode/l10n';
import type { vocabulary } from '../lesson/vocabulary';
import type { Meanings, ValueMeanings } from './meaning';

type ControlKeys = (typeof vocabulary)['controls']['of']['keys'];

/** The keys of one entry of `controls`. */
export function controlMeanings(): Meanings<ControlKeys> {
  return {
    kind: {
      meaning: l10n.t(
        'What sort of control it is. From design to guard they work by themselves; the others need someone who pays attention.',
      ),
      example: 'kind: test',
      values: kindMeanings(),
    },
    effect: {
      meaning: l10n.t('What it does about the mistake.'),
      example: 'effect: prevent',
      values: {
        prevent: l10n.t('The mistake can no longer be made.'),
        detect: l10n.t('The mistake is noticed before it does harm.'),
        mitigate: l10n.t('The mistake does less harm.'),
      },
    },
    status: {
      meaning: l10n.t('How far it is.'),
      example: 'status: planned',
      values: {
        planned: l10n.t('Someone means to do it, best by a day that stands under due.'),
        done: l10n.t('It is in place; ref says where.'),
        dropped: l10n.t('It will not be done.'),
      },
    },
    ref: {
      meaning: l10n.t('Where the control is: a path of this repository, or an address.'),
      example: 'ref: test/http/timeout.test.ts',
    },
    due: {
      meaning: l10n.t('The day by which a planned control should be in place.'),
      example: 'due: 2027-03-31',
    },
  };
}

function kindMeanings(): ValueMeanings<ControlKeys['kind']> {
  return {
    design: l10n.t('A design in which the mistake cannot be expressed.'),
    type: l10n.t('A type that the compiler checks.'),
    lint: l10n.t('A rule of a linter.'),
    test: l10n.t('A test that fails.'),
    ci: l10n.t('A step of the build that stops it.'),
    guard: l10n.t('A check at run time that refuses to go on.'),
    monitor: l10n.t('A measurement with an alarm.'),
    checklist: l10n.t('A list that someone goes through.'),
    doc: l10n.t('A text that someone reads.'),
    training: l10n.t('A course or an exercise.'),
  };
}
