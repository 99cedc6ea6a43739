import { SourceText } from '../text';
import { assembleLesson } from './assemble';
import { conforms, isRecord } from './conforms';
import { findFrontMatter } from './frontMatterBlock';
import { type IndexedScope, type Lesson, type Relation, relationKeys, type ScopeRanges } from './lesson';
import type { ParsedLesson } from './parse';
import { arePlaces, isPlace, type Place, placeOf, rangeOf } from './place';
import type { Policy } from './policy';
import { type ProblemFact, problemAt } from './problem';
import { isMatchable } from './scopes';
import { type FrontMatter, vocabulary } from './vocabulary';
import { wordingRules } from './wording';

/** What parsing found in a lesson file, as JSON that is short and quick to read. What follows from it is not in it. */
interface KeptLesson {
  readonly frontMatter: FrontMatter;
  readonly ranges: Readonly<Record<string, Place>>;
  readonly relations: readonly Place[];
  readonly scopes: readonly KeptScope[];
  readonly problems: readonly { readonly fact: unknown; readonly place: Place }[];
}

type KeptScope = readonly [
  scope: Place,
  paths: Place | null,
  pattern: Place | null,
  symbols: readonly Place[],
];

const rule = { kind: 'record', keys: vocabulary } as const;

/** The lesson as JSON; `undefined` for a file with a mistake in it, which is rare and told afresh by parsing it. */
export function keptLesson({ lesson, problems }: ParsedLesson, { added }: Policy): KeptLesson | undefined {
  if (lesson === undefined || !problems.every(tasteOf) || !conforms(rule, lesson.frontMatter, added)) {
    return undefined;
  }
  return {
    frontMatter: lesson.frontMatter,
    ranges: Object.fromEntries(Object.entries(lesson.ranges).map(([key, range]) => [key, placeOf(range)])),
    relations: lesson.relations.map(({ range }) => placeOf(range)),
    scopes: lesson.scopes.map(({ ranges: { scope, paths, pattern, symbols } }) => [
      placeOf(scope),
      paths === undefined ? null : placeOf(paths),
      pattern === undefined ? null : placeOf(pattern),
      symbols.map(placeOf),
    ]),
    problems: problems.flatMap((problem) => {
      const fact = tasteOf(problem);
      return fact === undefined ? [] : [{ fact, place: placeOf(problem.range) }];
    }),
  };
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
  const block = findFrontMatter(new SourceText(text));
  if (block.kind !== 'found' || !isKept(kept) || !conforms(rule, kept.frontMatter, added)) {
    return undefined;
  }
  const { frontMatter } = kept;
  const scopes = scopesOf(frontMatter, kept.scopes);
  const relations = relationsOf(frontMatter, kept.relations);
  if (scopes === undefined || relations === undefined) {
    return undefined;
  }
  const ranges = rangesOf(kept.ranges);
  const body = text.slice(block.bodyStart);
  const lesson = assembleLesson(frontMatter, { path, ranges, relations, scopes, body });
  const problems = kept.problems.flatMap(({ fact, place }) => {
    const known = tasteOf(fact);
    return known === undefined ? [] : [problemAt(path, rangeOf(place), known)];
  });
  return lesson && problems.length === kept.problems.length ? { path, lesson, problems } : undefined;
}

/** The fact anew where it is no mistake in the file, but a matter of taste that is told beside the lesson. */
function tasteOf(value: unknown): ProblemFact | undefined {
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

function isKept(value: unknown): value is KeptLesson {
  if (!isRecord(value)) {
    return false;
  }
  const { ranges, relations, scopes, problems } = value;
  return (
    isRecord(ranges) &&
    Object.entries(ranges).every(([key, place]) => Object.hasOwn(vocabulary, key) && isPlace(place)) &&
    arePlaces(relations) &&
    Array.isArray(scopes) &&
    scopes.every(isKeptScope) &&
    Array.isArray(problems) &&
    problems.every((problem) => isRecord(problem) && isPlace(problem.place) && isRecord(problem.fact))
  );
}

function isKeptScope(value: unknown): value is KeptScope {
  if (!Array.isArray(value) || value.length !== 4) {
    return false;
  }
  const [scope, paths, pattern, symbols] = value;
  return (
    isPlace(scope) &&
    [paths, pattern].every((place) => place === null || isPlace(place)) &&
    arePlaces(symbols)
  );
}

function rangesOf(places: Readonly<Record<string, Place>>): Lesson['ranges'] {
  return Object.fromEntries(Object.entries(places).map(([key, place]) => [key, rangeOf(place)]));
}

/** A file without a mistake has all its scopes, in the order in which they are written. */
function scopesOf(
  { applies_to = [] }: FrontMatter,
  kept: readonly KeptScope[],
): readonly IndexedScope[] | undefined {
  if (applies_to.length !== kept.length || !applies_to.every(isMatchable)) {
    return undefined;
  }
  return kept.flatMap((places, index): IndexedScope[] => {
    const scope = applies_to[index];
    return scope === undefined ? [] : [{ index, scope, ranges: scopeRangesOf(places) }];
  });
}

function scopeRangesOf([scope, paths, pattern, symbols]: KeptScope): ScopeRanges {
  return {
    scope: rangeOf(scope),
    paths: paths === null ? undefined : rangeOf(paths),
    pattern: pattern === null ? undefined : rangeOf(pattern),
    symbols: symbols.map(rangeOf),
  };
}

function relationsOf(frontMatter: FrontMatter, places: readonly Place[]): readonly Relation[] | undefined {
  const named = relationKeys.flatMap((key) => (frontMatter[key] ?? []).map((id) => ({ key, id })));
  if (named.length !== places.length) {
    return undefined;
  }
  return places.flatMap((place, index): Relation[] => {
    const relation = named[index];
    return relation === undefined ? [] : [{ key: relation.key, id: relation.id, range: rangeOf(place) }];
  });
}
