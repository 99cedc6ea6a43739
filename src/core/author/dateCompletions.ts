import * as l10n from '@vscode/l10n';
import { addMonths } from '../lesson/calendar';
import { lessonDefaults, severities } from '../lesson/vocabulary';
import type { AuthorContext, Completion } from './completion';
import type { ValuePlace } from './place';
import { valueEntry } from './valueEntry';

/** The day that is most likely meant: today for what is past, a day to come for a review and for what is due. */
export function dateCompletions(place: ValuePlace, { today, library }: AuthorContext): readonly Completion[] {
  const later = (months: number, description: string): Completion => ({
    ...valueEntry(place, 'date', addMonths(today, months)),
    description,
  });
  switch (place.path.at(-1)) {
    case 'review_by': {
      const given = place.top.get('severity')?.[0];
      const severity = severities.find((known) => known === given) ?? lessonDefaults.severity;
      const months = library.policy.reviewMonths[severity];
      return [later(months, l10n.t('in {0} months, for {1} severity', months, severity))];
    }
    case 'due':
      return [later(1, l10n.t('in one month')), later(3, l10n.t('in three months'))];
    default:
      return [{ ...valueEntry(place, 'date', today), description: l10n.t('today') }];
  }
}
