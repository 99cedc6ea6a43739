import { isDate } from '../../lesson/calendar';
import { comparePositions, type Position, type Range } from '../../text';
import type { Match } from '../match';

/** The word by which a comment in code keeps a lesson quiet. */
export const suppressionWord = 'lessons-ignore';

/** The comment that a suppression stands in. */
export interface SuppressionComment {
  /** With its marks. */
  readonly range: Range;
  /** Whether it has its lines to itself, so that it speaks of the next one. */
  readonly isAlone: boolean;
  /** Behind the last id: where a reason belongs. */
  readonly endOfLessons: Position;
}

/** A lesson kept quiet by a comment in code: `lessons-ignore LSN-XXXXXXXX -- reason (until 2027-01-01)`. */
export interface Suppression {
  /** The id as it is written; what is none is here too, as somebody meant one. */
  readonly lesson: string;
  /** Where the id stands. */
  readonly place: Range;
  /** From `lessons-ignore` to the end of what was read. */
  readonly range: Range;
  readonly reason?: string;
  /** The last day on which it holds, as it is written: what is no day ends nothing. */
  readonly until?: string;
  /** The lines on which it silences, `end` exclusive. */
  readonly lines: { readonly start: number; readonly end: number };
  /** Suppressions of several lessons may share one. */
  readonly comment: SuppressionComment;
}

/** Whether two stand in one comment, which has one reason and one end for both. */
export function sharesComment(a: Suppression, b: Suppression): boolean {
  return comparePositions(a.range.start, b.range.start) === 0;
}

/**
 * Whether it silences nothing any more. A comment without a reason, or with an end that is no day, still silences: that is
 * told as a problem of the comment, and not by a lesson that seems to come back by itself.
 * @param today YYYY-MM-DD
 */
export function isExpired({ until }: Suppression, today: string): boolean {
  return until !== undefined && isDate(until) && until < today;
}

/** Whether a suppression, in force or not, speaks of the place where a match begins. */
export function isAbout({ lesson, lines }: Suppression, { lesson: { id }, range }: Match): boolean {
  return (
    range !== undefined && lesson === id && lines.start <= range.start.line && range.start.line < lines.end
  );
}

/** The suppression that keeps a match quiet; none where it means the whole file. */
export function suppressedBy(
  match: Match,
  suppressions: readonly Suppression[],
  today: string,
): Suppression | undefined {
  return suppressions.find((one) => isAbout(one, match) && !isExpired(one, today));
}
