import { SourceText } from '../text';
import { applyEdits } from '../textEdit';
import type { Fix, FixFacts } from './fix';
import { fixesFor } from './fixes';
import { parseLessonText } from './parse';
import type { Problem } from './problem';

/** What was mended in one file. */
export interface Mended {
  readonly raw: string;
  readonly fixes: readonly { readonly problem: Problem; readonly fix: Fix }[];
}

/** No file has this many; a fix that undoes another would be a fault of ours, and must not run for ever. */
const mostFixes = 100;

/**
 * Makes every safe fix of a lesson file, one after the other, as one may uncover the next. A fix that would leave
 * the file with more problems is not made.
 * @param raw the file's text with its own line breaks and byte order mark
 */
export function fixAll(path: string, raw: string, facts: FixFacts): Mended {
  const fixes: { problem: Problem; fix: Fix }[] = [];
  const { policy } = facts;
  let current = raw;
  while (fixes.length < mostFixes) {
    const text = new SourceText(current);
    const { problems } = parseLessonText(path, text, policy);
    const next = problems
      .flatMap((problem) => fixesFor(text, problem, facts).map((fix) => ({ problem, fix })))
      .filter(({ fix }) => fix.isSafe)
      .map((candidate) => ({ ...candidate, after: applyEdits(current, candidate.fix.edits) }))
      .find(({ after }) => isBetter(problems, parseLessonText(path, new SourceText(after), policy).problems));
    if (next === undefined) {
      break;
    }
    current = next.after;
    fixes.push({ problem: next.problem, fix: next.fix });
  }
  return { raw: current, fixes };
}

/** Mended YAML and corrected keys let other problems come to light; beyond those there must not be more. */
function isBetter(before: readonly Problem[], after: readonly Problem[]): boolean {
  const broken = (problems: readonly Problem[]) =>
    problems.filter(({ code }) => code === 'yaml-syntax').length;
  return (
    broken(after) < broken(before) || (broken(after) === broken(before) && after.length <= before.length)
  );
}
