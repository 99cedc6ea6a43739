import * as l10n from '@vscode/l10n';
import { ageOf } from '../lesson/age';

/** How long ago a day was: "3 years ago", "today"; the day itself where it is still to come. Both YYYY-MM-DD. */
export function ageMessage(day: string, today: string): string {
  const age = ageOf(day, today);
  if (age === undefined) {
    return day;
  }
  const { unit, count } = age;
  switch (unit) {
    case 'year':
      return count === 1 ? l10n.t('a year ago') : l10n.t('{0} years ago', count);
    case 'month':
      return count === 1 ? l10n.t('a month ago') : l10n.t('{0} months ago', count);
    case 'day':
      return count === 0
        ? l10n.t('today')
        : count === 1
          ? l10n.t('yesterday')
          : l10n.t('{0} days ago', count);
  }
}
