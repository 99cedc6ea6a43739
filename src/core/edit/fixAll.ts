import { parseLessonText } from '../lesson/parse';
import type { Problem } from '../lesson/problem';
import { SourceText } from '../text';
import { applyEdits } from '../textEdit';
import type { Fix, FixFacts } from './fix';
import { fixesFor } from './fixes';

/** What was mended in one file. */
export interface Mended {
  readonly raw: string;
  readonly fixes: readonly Step[];
}

interface Step {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** No file has this many; a fix that undoes another would be a fault of ours, and must not run for ever. */
const mostFixes = 100;

/**
 * Makes every safe fix of a lesson file, one after the other, as one may uncover the next. A fix that would leave
 * the file with more problems is not made.
 * @param raw the file's text with its own line breaks and byte order mark
 */
export function fixAll(path: string, raw: string, facts: FixFacts): Mended {
  const fixes: Step[] = [];
  let current = raw;
  while (fixes.length < mostFixes) {
    const step = firstStep(path, current, facts);
    if (step === undefined) {
      break;
    }
    current = applyEdits(current, step.fix.edits);
    fixes.push(step);
  }
  return { raw: current, fixes };
}

function firstStep(path: string, raw: string, facts: FixFacts): Step | undefined {
  const text = new SourceText(raw);
  const { problems } = parseLessonText(path, text, facts.policy);
  for (const problem of problems) {
    for (const fix of fixesFor(text, problem, facts).filter(({ isSafe }) => isSafe)) {
      const after = new SourceText(applyEdits(raw, fix.edits));
      if (isBetter(problems, parseLessonText(path, after, facts.policy).problems)) {
        return { problem, fix };
      }
    }
  }
  return undefined;
}

/** Mended YAML and corrected keys let other problems come to light; beyond those there must not be more. */
function isBetter(before: readonly Problem[], after: readonly Problem[]): boolean {
  const broken = (problems: readonly Problem[]) =>
    problems.filter(({ code }) => code === 'yaml-syntax').length;
  return (
    broken(after) < broken(before) || (broken(after) === broken(before) && after.length <= before.length)
  );
}
