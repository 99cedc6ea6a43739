import * as l10n from '@vscode/l10n';
import type { SuppressionFact } from '../match/suppressions/suppressionProblem';

/** What is wrong with a comment that keeps a lesson quiet, and what to do about it. */
export function suppressionMessage(fact: SuppressionFact): string {
  switch (fact.code) {
    case 'suppression-reason-missing':
      return l10n.t('Say why {0} does not apply here: write -- and the reason behind the id.', fact.lesson);
    case 'suppression-date-invalid':
      return l10n.t('"{0}" is no day, so this never ends. Write it as in (until 2027-01-31).', fact.until);
    case 'suppression-expired':
      return l10n.t(
        'This kept {0} quiet until {1}. Follow the lesson, or give a later day and say why.',
        fact.lesson,
        fact.until,
      );
    case 'suppression-unknown-lesson':
      return l10n.t('No lesson here has the id {0}. Correct it, or take the comment out.', fact.lesson);
    case 'suppression-unused':
      return l10n.t('{0} has nothing to say here, so this comment can go.', fact.lesson);
  }
}
