import { assembleLesson } from './assemble';
import { conforms, isRecord } from './conforms';
import { findFrontMatter } from './frontMatterBlock';
import { KeptPlaces, placesNeeded, placesOf } from './keptPlaces';
import { numbersOf, type Places } from './keyRanges';
import type { Lesson } from './lesson';
import type { ParsedLesson } from './parse';
import type { Policy } from './policy';
import { type Problem, type ProblemFact, problemAt } from './problem';
import { isMatchable } from './scopes';
import { type FrontMatter, vocabulary } from './vocabulary';
import { wordingRules } from './wording';

/** What parsing found in a lesson file, as JSON that is short and quick to read. What follows from it is not in it. */
interface KeptLesson {
  readonly frontMatter: FrontMatter;
  readonly facts: readonly unknown[];
  /** The ranges of the lesson, and then of the facts. */
  readonly places: Places;
}

const rule = { kind: 'record', keys: vocabulary } as const;

/** The lesson as JSON; `undefined` for a file with a mistake in it, which is rare and told afresh by parsing it. */
export function keptLesson({ lesson, problems }: ParsedLesson, { added }: Policy): KeptLesson | undefined {
  if (lesson === undefined || !problems.every(tasteOf) || !conforms(rule, lesson.frontMatter, added)) {
    return undefined;
  }
  const { frontMatter } = lesson;
  const places = placesOf(lesson);
  return hasAllPlaces(lesson) && places.length === 4 * placesNeeded(frontMatter)
    ? {
        frontMatter,
        facts: problems.map(tasteOf),
        places: [...places, ...problems.flatMap(({ range }) => numbersOf(range))],
      }
    : undefined;
}

/** Whether the ranges follow the front matter, so that they need not be named. */
function hasAllPlaces({ frontMatter, ranges }: Lesson): boolean {
  return ranges.keys.join() === Object.keys(frontMatter).join();
}

/**
 * The parsed lesson that was kept for a text. Whatever was kept, nothing comes out that parsing would have refused:
 * `undefined` where it does not hold together.
 */
export function restoredLesson(
  path: string,
  text: string,
  kept: unknown,
  { added }: Policy,
): ParsedLesson | undefined {
  const block = findFrontMatter({ value: text });
  if (block.kind !== 'found' || !isKept(kept) || !conforms(rule, kept.frontMatter, added)) {
    return undefined;
  }
  const { frontMatter, facts, places: numbers } = kept;
  const isWhole =
    KeptPlaces.hold(numbers, placesNeeded(frontMatter) + facts.length) &&
    (frontMatter.applies_to ?? []).every(isMatchable);
  if (!isWhole) {
    return undefined;
  }
  const places = new KeptPlaces(numbers);
  const { ranges, relations, scopes } = places.placed(frontMatter);
  const body = text.slice(block.bodyStart);
  const lesson = assembleLesson(frontMatter, { path, ranges, relations, scopes, body });
  const problems = facts.flatMap((fact): Problem[] => {
    const known = isRecord(fact) ? tasteOf(fact) : undefined;
    return known === undefined ? [] : [problemAt(path, places.next(), known)];
  });
  return lesson && problems.length === facts.length ? { path, lesson, problems } : undefined;
}

/** The fact anew where it is no mistake in the file, but a matter of taste that is told beside the lesson. */
function tasteOf(value: object): ProblemFact | undefined {
  const { code, isDraft, rule: broken, words } = value as Readonly<Record<string, unknown>>;
  const wordingRule = wordingRules.find((known) => known === broken);
  if (code === 'pattern-untested' && typeof isDraft === 'boolean') {
    return { code, isDraft };
  }
  if (code === 'wording' && wordingRule !== undefined && typeof words === 'string') {
    return { code, rule: wordingRule, words };
  }
  return undefined;
}

/** Values and numbers are looked at where they are used. */
function isKept(value: unknown): value is KeptLesson {
  return isRecord(value) && isRecord(value.frontMatter) && Array.isArray(value.facts);
}
