import type { Lesson, Scope } from '../lesson/lesson';
import { compileOrFault, type PatternHit } from '../lesson/pattern';
import { patternReplacement, type ReplacementPart, structureReplacement } from '../lesson/replacement';
import { comparePositions, type SourceText } from '../text';
import type { TextEdit } from '../textEdit';
import { hitLimit } from './decide';
import { movedLines, placedLines } from './lineIndent';
import type { Match } from './match';
import type { Source } from './source';
import type { StructureHit } from './structure/searchTree';
import type { Tools } from './tools';

/** What a lesson would have in place of a hit. The edit changes the hit and nothing else. */
export interface Replacement {
  readonly match: Match;
  readonly edit: TextEdit;
}

type NamedPart = Exclude<ReplacementPart, { kind: 'text' }>;

/** What a part stands for at one hit, to be put in a line that begins with `indent`. */
type Resolve = (part: NamedPart, indent: string) => string;

/** `undefined` where the hit is no longer there. */
type ResolverOf = (hit: PatternHit) => Resolve | undefined;

/**
 * The replacements of those matches whose scope has a `fix`, in the order of the matches. What groups and metavariables
 * stand for is asked anew of the source's text; a match that is not found in it any more is left out.
 */
export async function replacementsOf(
  matches: readonly Match[],
  source: Source,
  tools: Pick<Tools, 'structures'>,
): Promise<readonly Replacement[]> {
  const found: Replacement[] = [];
  const resolvers = new Map<Scope, ResolverOf>();
  for (const match of matches) {
    const scope = scopeOf(match.lesson, match.why);
    const { range } = match;
    if (scope?.fix === undefined || range === undefined) {
      continue;
    }
    const resolver = resolvers.get(scope) ?? (await resolverOf(scope, source, tools));
    resolvers.set(scope, resolver);
    const hit = { start: source.text.offsetAt(range.start), end: source.text.offsetAt(range.end) };
    const resolve = resolver(hit);
    if (resolve !== undefined) {
      const indent = indentAt(source.text, hit.start);
      found.push({ match, edit: { range, newText: filledIn(partsOf(scope, indent), indent, resolve) } });
    }
  }
  return found;
}

/** Whether the lesson has something to put in place of a match. */
export function isReplaceable({ lesson, range, why }: Match): boolean {
  return range !== undefined && scopeOf(lesson, why)?.fix !== undefined;
}

/** Whether no two matches overlap, so that all can be replaced at once. */
export function areApart(matches: readonly Match[]): boolean {
  const ranges = matches
    .flatMap(({ range }) => range ?? [])
    .sort((one, other) => comparePositions(one.start, other.start));
  return ranges.every(({ end }, at) => comparePositions(end, ranges[at + 1]?.start ?? end) <= 0);
}

function scopeOf({ scopes }: Lesson, why: Match['why']): Scope | undefined {
  return scopes.find(({ index }) => index === why.scope)?.scope;
}

function partsOf({ fix = '', pattern }: Scope, indent: string): readonly ReplacementPart[] {
  const placed = placedLines(fix, indent);
  return pattern === undefined ? structureReplacement(placed) : patternReplacement(placed);
}

async function resolverOf(
  scope: Scope,
  source: Source,
  tools: Pick<Tools, 'structures'>,
): Promise<ResolverOf> {
  return scope.pattern === undefined
    ? structureResolver(scope.structure ?? '', source, tools)
    : patternResolver(scope.pattern, scope.flags, source.text.value);
}

function patternResolver(pattern: string, flags: string | undefined, text: string): ResolverOf {
  const compiled = compileOrFault(pattern, flags);
  if (compiled.kind === 'fault') {
    return () => undefined;
  }
  const { count } = compiled.pattern.groups();
  const hits = compiled.pattern.hits(text, hitLimit);
  return (hit) => {
    const isThere = hits.some(({ start, end }) => start === hit.start && end === hit.end);
    const { groups, named } = compiled.pattern.captures(text, hit);
    if (!isThere || groups.length < count) {
      return undefined;
    }
    return (part) => {
      switch (part.kind) {
        case 'hit':
          return text.slice(hit.start, hit.end);
        case 'group':
          return groups[part.group - 1] ?? '';
        case 'name':
          return named[part.name] ?? '';
      }
    };
  };
}

async function structureResolver(
  structure: string,
  source: Source,
  { structures }: Pick<Tools, 'structures'>,
): Promise<ResolverOf> {
  const result = await structures.hits(source, structure, hitLimit);
  const hits = result.kind === 'hits' ? result.hits : [];
  const { text } = source;
  return ({ start, end }) => {
    const hit = hits.find((one) => one.start === start && one.end === end);
    return hit && ((part, indent) => movedCapture(hit, part, text, indent));
  };
}

function movedCapture({ captures }: StructureHit, part: NamedPart, text: SourceText, indent: string): string {
  const capture = captures.find(({ name }) => part.kind === 'name' && part.name === name);
  if (capture === undefined) {
    // A list that is empty.
    return '';
  }
  const code = text.value.slice(capture.start, capture.end);
  return movedLines(code, indentAt(text, capture.start), indent);
}

function filledIn(parts: readonly ReplacementPart[], indent: string, resolve: Resolve): string {
  let result = '';
  for (const part of parts) {
    const isFirstLine = !result.includes('\n');
    const here = isFirstLine ? indent : leadingBlanks(result.slice(result.lastIndexOf('\n') + 1));
    result += part.kind === 'text' ? part.text : resolve(part, here);
  }
  return result;
}

/** What the line of an offset begins with. */
function indentAt(text: SourceText, offset: number): string {
  return leadingBlanks(text.line(text.positionAt(offset).line));
}

function leadingBlanks(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
