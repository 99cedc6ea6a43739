import { addMonths } from './calendar';
import type { Lesson } from './lesson';
import type { Policy } from './policy';

/** The day on which an accepted lesson is to be looked at again; `undefined` where nothing tells. */
export function reviewDue(
  { frontMatter, severity, status }: Pick<Lesson, 'frontMatter' | 'severity' | 'status'>,
  { reviewMonths }: Policy,
): string | undefined {
  if (status !== 'accepted' || frontMatter.withdrawn !== undefined) {
    return undefined;
  }
  const { review_by, created } = frontMatter;
  return review_by ?? (created && addMonths(created, reviewMonths[severity]));
}
