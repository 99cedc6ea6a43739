import { type AcceptanceKey, missingForAcceptance } from '../lesson/acceptance';
import { parseLessonText } from '../lesson/parse';
import { isFailure, type Problem } from '../lesson/problem';
import { companyProblems, type Library } from '../library/library';
import { SourceText } from '../text';
import { type Draft, formatDraft, pathsFor } from './draft';

/** What a draft will be as a lesson among those that are there. */
export interface CheckedDraft {
  /** What has to be put right before anything is written. */
  readonly faults: readonly Problem[];
  /** What can be put right in the file. */
  readonly remarks: readonly Problem[];
  /** What the lesson will lack to be accepted. */
  readonly missing: readonly AcceptanceKey[];
}

/** Reads a draft as its file will be read. How it is worded is for its author to change in the file. */
export function checkDraft(draft: Draft, library: Library): CheckedDraft {
  const [path] = pathsFor(draft);
  const { lesson, problems } = parseLessonText(path, new SourceText(formatDraft(draft)), library.policy);
  const all = [...problems, ...(lesson === undefined ? [] : companyProblems(lesson, library, draft.created))];
  const isFault = (problem: Problem) => isFailure(problem) && problem.code !== 'wording';
  return {
    faults: all.filter(isFault),
    remarks: all.filter((problem) => !isFault(problem)),
    missing: lesson === undefined ? [] : missingForAcceptance(lesson),
  };
}
