import * as l10n from '@vscode/l10n';
import type { ProblemFact } from '../lesson/problem';
import type { WordingRule } from '../lesson/wording';

/** Problems of a lesson among the others, in the course of time, and with people. */
export type LifeFact = Extract<
  ProblemFact,
  {
    code:
      | 'id-duplicate'
      | 'id-unknown'
      | 'lesson-duplicate'
      | 'successor-missing'
      | 'supersession-cycle'
      | 'acceptance-incomplete'
      | 'review-overdue'
      | 'wording';
  }
>;

export function lifeMessage(fact: LifeFact): string {
  switch (fact.code) {
    case 'id-duplicate':
      return l10n.t(
        '{0} already has the id {1}, so this lesson is not used. Give it an id of its own.',
        fact.other,
        fact.id,
      );
    case 'acceptance-incomplete':
      return l10n.t(
        'An accepted lesson also needs: {0}. Add them, or set the status to proposed.',
        fact.missing.join(', '),
      );
    case 'id-unknown':
      return l10n.t('No lesson here has the id {0}. Correct it, or take it out.', fact.id);
    case 'lesson-duplicate':
      return fact.key === 'aliases'
        ? l10n.t(
            '{0} has the same alias. Make one lesson of both, or name {1} under related.',
            fact.other,
            fact.id,
          )
        : l10n.t(
            '{0} links the same incident. Make one lesson of both, or name {1} under related.',
            fact.other,
            fact.id,
          );
    case 'successor-missing':
      return l10n.t(
        'A superseded lesson names what replaces it. Add superseded_by, or set the status to deprecated.',
      );
    case 'supersession-cycle':
      return l10n.t('These lessons replace each other in a circle: {0}.', fact.ids.join(', '));
    case 'review-overdue':
      return l10n.t(
        'This lesson was to be reviewed by {0}. If it still holds, set review_by to a later day.',
        fact.due,
      );
    case 'wording':
      return wordingMessage(fact.rule, fact.words);
  }
}

function wordingMessage(rule: WordingRule, words: string): string {
  switch (rule) {
    case 'personal-email':
    case 'personal-handle':
      return l10n.t('"{0}" names a person. Name the role: it outlives who was there.', words);
    case 'counterfactual':
      return l10n.t(
        '"{0}" tells what did not happen, as only hindsight knows. Say what was known then, and what would make it hard to miss next time.',
        words,
      );
    case 'what-to-do-missing':
      return l10n.t(
        'Nothing here says what to do instead. Whoever reads this is about to change the code: give them one step to take, here or as advice.',
      );
    default:
      return l10n.t(
        '"{0}" blames a person, and who may be blamed tells less next time. Name the condition that made the mistake possible; that can be changed.',
        words,
      );
  }
}
