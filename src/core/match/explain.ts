import { isRetired, type Lesson, type Scope } from '../lesson/lesson';
import { CompiledLesson, CompiledScope } from '../library/compiledLesson';
import { isInLessonFolder } from '../library/files';
import type { Library } from '../library/library';
import { ScopePatterns } from '../library/scopePatterns';
import type { Capture } from './capture';
import { type DecidingKey, decidingKeys } from './decidingKeys';
import { type ChangesOf, matchScopes } from './engine';
import type { Shortfall } from './gather';
import type { Match } from './match';
import { type NearMiss, nearMissOf } from './nearMiss';
import { letsIn } from './reachingScopes';
import { freshReader } from './reader';
import type { Source } from './source';
import type { Tools } from './tools';

/** What one key of a scope came to, together with the keys before it. */
export interface KeyVerdict {
  readonly key: DecidingKey;
  readonly holds: boolean;
  /** What is left once the key has been tried; broad while no key has named a place. */
  readonly matches: readonly Match[];
  readonly shortfalls: readonly Shortfall[];
  /** What the key was probably meant to be, where it does not hold. */
  readonly near?: NearMiss;
}

export interface ScopeVerdict {
  /** In the file's `applies_to`. */
  readonly index: number;
  /** Up to the first key that does not hold. */
  readonly keys: readonly KeyVerdict[];
}

/** Why a lesson applies to a source, or does not. */
export interface Explanation {
  readonly lesson: Lesson;
  readonly isRetired: boolean;
  /** Whether the source is a file of the lesson folder, where no lesson applies. */
  readonly isLessonFile: boolean;
  /** Whether the team's policy keeps lessons away from the source. */
  readonly isIgnored: boolean;
  /** Empty where one of the above has decided already. */
  readonly scopes: readonly ScopeVerdict[];
  /** The scopes that are not tried, as something is wrong with them. */
  readonly faultyScopes: readonly number[];
}

/** Tries each scope of a lesson key by key, with the engine that matches. */
export async function explain(
  lesson: Lesson,
  library: Library,
  source: Source,
  tools: Tools,
  changesIn: ChangesOf,
): Promise<Explanation> {
  const facts = {
    isRetired: isRetired(lesson),
    isLessonFile: isInLessonFolder(source.path),
    isIgnored: library.ignores(source.path),
  };
  const written = lesson.frontMatter.applies_to?.length ?? 0;
  const whole = new Set(lesson.scopes.map(({ index }) => index));
  const faultyScopes = [...Array(written).keys()].filter((index) => !whole.has(index));
  const scopes: ScopeVerdict[] = [];
  if (!Object.values(facts).includes(true)) {
    for (const { index, scope } of lesson.scopes) {
      scopes.push({ index, keys: await verdictsOf(lesson, index, scope, { source, tools, changesIn }) });
    }
  }
  return { lesson, ...facts, scopes, faultyScopes };
}

interface Occasion {
  readonly source: Source;
  readonly tools: Tools;
  readonly changesIn: ChangesOf;
}

async function verdictsOf(
  lesson: Lesson,
  index: number,
  scope: Scope,
  occasion: Occasion,
): Promise<readonly KeyVerdict[]> {
  const verdicts: KeyVerdict[] = [];
  for (const [at, key] of decidingKeys.entries()) {
    if (scope[key] === undefined) {
      continue;
    }
    const tried = new Set<string>([...decidingKeys.slice(0, at + 1), 'flags']);
    const partial = Object.fromEntries(Object.entries(scope).filter(([name]) => tried.has(name)));
    const { matches, shortfalls } = await matchesOf(lesson, index, partial, occasion);
    const holds = matches.length > 0;
    const near = holds ? undefined : await nearMissOf(key, scope, occasion.source, occasion.tools);
    verdicts.push({ key, holds, matches, shortfalls, ...(near !== undefined && { near }) });
    if (!holds) {
      break;
    }
  }
  return verdicts;
}

async function matchesOf(
  lesson: Lesson,
  index: number,
  partial: Scope,
  { source, tools, changesIn }: Occasion,
) {
  const original = lesson.scopes.find((scope) => scope.index === index);
  if (original === undefined) {
    return { matches: [], shortfalls: [] };
  }
  const scope = new CompiledScope({ ...original, scope: partial });
  const glob = letsIn(scope, source);
  const reaching = glob === undefined ? [] : [{ lesson: new CompiledLesson(lesson), scope, glob }];
  const reader = freshReader(source, new ScopePatterns([scope]), tools.symbols);
  const matched = await matchScopes(reaching, source, tools, reader, changesIn);
  return { ...matched, matches: matched.matches.map((match, at) => withGroups(match, at, scope, source)) };
}

/** More hits are told without what their groups stand for, as finding that takes another run each. */
const mostGrouped = 10;

/** With what the groups of the pattern stand for: those that have names, else all by number. */
function withGroups(match: Match, at: number, { pattern }: CompiledScope, { text }: Source): Match {
  const { range, why } = match;
  if (at >= mostGrouped || range === undefined || pattern === undefined || why.pattern === undefined) {
    return match;
  }
  const hit = { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
  const { groups, named } = pattern.captures(text.value, hit);
  const byName = Object.entries(named);
  const all = byName.length > 0 ? byName : groups.map((group, index) => [`${index + 1}`, group] as const);
  const captures = all.flatMap(([name, group]): Capture[] =>
    group === undefined ? [] : [{ name, text: group }],
  );
  return captures.length === 0
    ? match
    : { ...match, why: { ...why, captures: [...(why.captures ?? []), ...captures] } };
}
