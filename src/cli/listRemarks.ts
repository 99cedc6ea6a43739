import type { Library } from '../core/library/library';
import { count } from './phrases';

/** What a list of lessons does not show by itself: why it is empty, or not whole. */
export function listRemarks(library: Library, found: number): string[] {
  const { length: known } = library.lessons;
  const unusable = library.paths.length - known;
  const remarks: string[] = [];
  if (library.paths.length === 0) {
    remarks.push('There are no lessons yet. lessons new "TITLE" writes the first one.');
  } else if (found === 0 && known > 0) {
    remarks.push(`None of ${count(known, 'lesson')} fits.`);
  }
  if (unusable > 0) {
    remarks.push(`${count(unusable, 'lesson file')} cannot be used, and lessons lint tells why.`);
  }
  return remarks;
}
