import { isRetired, type Lesson } from '../lesson/lesson';
import type { Policy } from '../lesson/policy';
import { reviewDue } from '../lesson/review';
import { packOf } from '../library/files';
import type { Standing } from './standing';

/** Why somebody should look at a lesson again. */
export type ReviewReason =
  /** No anchor of it is found in the code any more. */
  | { readonly kind: 'orphaned' }
  /** People said so often that it is of no use where it is shown, that it is shown more quietly. */
  | { readonly kind: 'noisy' }
  | { readonly kind: 'review-due'; readonly due: string }
  /** A control that was planned, and is not reported as done. */
  | { readonly kind: 'control-due'; readonly control: string; readonly due: string }
  | { readonly kind: 'proposed-long'; readonly days: number }
  | { readonly kind: 'proposed' };

/** From what misleads readers to what merely waits. */
export const urgency = [
  ...['orphaned', 'noisy', 'review-due', 'control-due', 'proposed-long', 'proposed'],
] as const satisfies readonly ReviewReason['kind'][];

/** A proposal that has waited for longer was forgotten. */
const patience = 30;

/** What a review goes by besides the lesson file. */
export interface ReviewFacts {
  readonly policy: Policy;
  /** YYYY-MM-DD */
  readonly today: string;
  standingOf(lesson: Lesson): Standing;
}

/**
 * The reasons to review a lesson, the most urgent first; none for a retired one, and none for a lesson of a pack, which is
 * reviewed where it is written.
 */
export function reviewReasons(lesson: Lesson, facts: ReviewFacts): readonly ReviewReason[] {
  if (isRetired(lesson) || packOf(lesson.path) !== undefined) {
    return [];
  }
  const { isOrphaned, demotions } = facts.standingOf(lesson);
  const due = reviewDue(lesson, facts.policy);
  return [
    ...(isOrphaned ? [{ kind: 'orphaned' } as const] : []),
    ...(demotions > 0 ? [{ kind: 'noisy' } as const] : []),
    ...(due !== undefined && due < facts.today ? [{ kind: 'review-due', due } as const] : []),
    ...dueControls(lesson, facts.today),
    ...(lesson.status === 'proposed' ? [proposal(lesson, facts.today)] : []),
  ];
}

function dueControls({ frontMatter }: Lesson, today: string): ReviewReason[] {
  return (frontMatter.controls ?? []).flatMap(({ kind, status, ref, due }) =>
    status === 'planned' && due !== undefined && due < today
      ? [{ kind: 'control-due', control: ref ?? kind ?? '', due }]
      : [],
  );
}

function proposal({ frontMatter: { created } }: Lesson, today: string): ReviewReason {
  const days = created === undefined ? 0 : daysBetween(created, today);
  return days > patience ? { kind: 'proposed-long', days } : { kind: 'proposed' };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
