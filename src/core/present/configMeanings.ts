import * as l10n from '@vscode/l10n';
import type { configVocabulary } from '../lesson/config';
import { defaultPolicy } from '../lesson/policy';
import type { Severity } from '../lesson/vocabulary';
import type { Meaning, Meanings } from './meaning';
import { wordingMeanings } from './valueMeanings';

/** Every key of a team's config. */
export function configMeanings(): Meanings<typeof configVocabulary> {
  return {
    factors: {
      meaning: l10n.t('Factors that your lessons may name besides those of the format.'),
      example: 'factors: [vendor-change]',
      fallback: l10n.t('those of the format'),
    },
    origins: {
      meaning: l10n.t('Origins that your lessons may name besides those of the format.'),
      example: 'origins: [game-day]',
      fallback: l10n.t('those of the format'),
    },
    review_months: {
      meaning: l10n.t(
        'After how many months an accepted lesson is looked at again, by its severity. A review_by in the lesson goes before it.',
      ),
      example: 'review_months:\n  critical: 6\n  high: 12\n  medium: 18\n  low: 18',
      keys: {
        critical: monthMeaning('critical', l10n.t('The months for lessons of critical severity.')),
        high: monthMeaning('high', l10n.t('The months for lessons of high severity.')),
        medium: monthMeaning('medium', l10n.t('The months for lessons of medium severity.')),
        low: monthMeaning('low', l10n.t('The months for lessons of low severity.')),
      },
    },
    budget: budgetMeaning(),
    wording_off: {
      meaning: l10n.t('Rules about the wording of lessons that your team does without.'),
      example: 'wording_off: [counterfactual]',
      fallback: l10n.t('all rules are on'),
      values: wordingMeanings(),
    },
    ignore: {
      meaning: l10n.t('Files by glob to which no lesson applies, such as generated code.'),
      example: 'ignore:\n  - dist/\n  - src/generated/',
      fallback: l10n.t('lessons apply to every file'),
    },
    suggest_words: {
      meaning: l10n.t(
        'Words of your own, such as the marks of your incidents, by which a commit may be worth a lesson.',
      ),
      example: 'suggest_words: [pager, SUP-, rollback]',
      fallback: l10n.t('what is usually said of fixes, reverts, advisories and incidents'),
    },
  };
}

function monthMeaning(severity: Severity, meaning: string): Meaning {
  const months = defaultPolicy.reviewMonths[severity];
  return { meaning, example: `${severity}: ${months}`, fallback: String(months) };
}

function budgetMeaning(): Meanings<typeof configVocabulary>['budget'] {
  const { lessonsPerFile, findingsPerSymbol, hitsPerLesson } = defaultPolicy.budget;
  return {
    meaning: l10n.t(
      'How much is shown at once in a file, where the rest stands in the view Team Lessons, and how many places a lesson may mean.',
    ),
    example: 'budget:\n  lessons_per_file: 5\n  findings_per_symbol: 2',
    keys: {
      lessons_per_file: {
        meaning: l10n.t('How many lessons a file shows at most, those that matter most first.'),
        example: 'lessons_per_file: 5',
        fallback: String(lessonsPerFile),
      },
      findings_per_symbol: {
        meaning: l10n.t('How many lessons about the same symbol a file shows at most.'),
        example: 'findings_per_symbol: 2',
        fallback: String(findingsPerSymbol),
      },
      hits_per_lesson: {
        meaning: l10n.t(
          'From how many hits on a new lesson counts as too broad. Who writes it is told, and how it can be narrowed.',
        ),
        example: 'hits_per_lesson: 50',
        fallback: String(hitsPerLesson),
      },
    },
  };
}
