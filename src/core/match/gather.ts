import type { CompiledScope } from '../library/compiledLesson';
import type { ReachingScope } from '../library/scopeIndex';
import type { CodeSymbol } from './codeSymbol';
import { hitLimit } from './decide';
import { type Evidence, noEvidence } from './evidence';
import type { SymbolOrigin } from './match';
import { packageReasons } from './packages/packageReasons';
import type { Reader } from './reader';
import type { Source } from './source';
import type { StructureHit } from './structure/searchTree';
import type { Tools } from './tools';
import type { Turns } from './turns';

/** Why a text that could be looked at in principle was not; any other reason tells that there is nothing to see. */
const obstacles = ['too-slow', 'too-large', 'too-deep', 'failed'] as const;

/** What could not be looked at. */
export interface Shortfall {
  readonly what: 'symbols' | 'structures' | 'patterns';
  readonly reason: (typeof obstacles)[number];
  /** The parser's own wording. */
  readonly detail?: string;
}

/**
 * Looks into a source for what the scopes that let it in ask. What costs least comes first, and a scope that it has decided
 * already is not asked for more.
 */
export async function gather(
  reaching: readonly ReachingScope[],
  source: Source,
  tools: Tools,
  reader: Reader,
): Promise<{ readonly evidence: Evidence; readonly shortfalls: readonly Shortfall[] }> {
  const scopes = reaching.map(({ scope }) => scope);
  const withPattern = scopes.filter(({ hasPattern }) => hasPattern);
  const hits = withPattern.length === 0 ? noEvidence.hits : await reader.hits(withPattern);
  const hit = scopes.filter((scope) => !scope.hasPattern || hits.has(scope));
  const packages = await packagesOf(hit, source, tools);
  const open = hit.filter((scope) => scope.scope.packages === undefined || packages.has(scope));
  const built = await structuresOf(open, source, tools, reader.turns);
  const isBuilt = ({ scope: { structure } }: CompiledScope) =>
    structure === undefined || built.hits.has(structure);
  const named = await symbolsOf(open.filter(isBuilt), source, tools, reader);
  return {
    evidence: { hits, packages, structures: built.hits, symbols: named.symbols, symbolsFrom: named.from },
    shortfalls: [...cutIn(withPattern, source), ...built.shortfalls, ...named.shortfalls],
  };
}

/** At most one, as it is of no use to tell how many patterns of a hundred were left out. */
function cutIn(scopes: readonly CompiledScope[], { text }: Source): readonly Shortfall[] {
  const isCut = scopes.some(({ pattern }) => pattern?.leavesOut(text.value) === true);
  return isCut
    ? [{ what: 'patterns', reason: 'too-slow', detail: 'too large a pattern for so long a line' }]
    : [];
}

async function packagesOf(scopes: readonly CompiledScope[], source: Source, { manifests }: Tools) {
  const found = new Map<CompiledScope, Awaited<ReturnType<typeof packageReasons>>>();
  for (const scope of scopes) {
    const { packages } = scope.scope;
    const reasons = packages === undefined ? [] : await packageReasons(packages, source, manifests);
    if (reasons.length > 0) {
      found.set(scope, reasons);
    }
  }
  return found;
}

async function structuresOf(
  scopes: readonly CompiledScope[],
  source: Source,
  { structures }: Tools,
  turns: Turns,
) {
  const wanted = new Set(scopes.flatMap(({ scope: { structure } }) => structure ?? []));
  const hits = new Map<string, readonly StructureHit[]>();
  const shortfalls: Shortfall[] = [];
  if (wanted.size > 0) {
    const results = await structures.hitsOfAll(source, [...wanted], hitLimit, turns);
    for (const [index, structure] of [...wanted].entries()) {
      const result = results[index] ?? { kind: 'hits', hits: [] };
      if (result.kind === 'none') {
        shortfalls.push(...shortfallOf('structures', result.reason, result.detail));
      } else if (result.hits.length > 0) {
        hits.set(structure, result.hits);
      }
    }
  }
  return { hits, shortfalls };
}

interface FoundSymbols {
  readonly symbols: readonly CodeSymbol[];
  readonly from: SymbolOrigin;
  readonly shortfalls: readonly Shortfall[];
}

async function symbolsOf(
  scopes: readonly CompiledScope[],
  source: Source,
  tools: Tools,
  reader: Reader,
): Promise<FoundSymbols> {
  const none = { symbols: [], from: 'grammar', shortfalls: [] } as const;
  const names = scopes.flatMap(({ scope: { symbols } }) => symbols ?? []);
  if (names.length === 0) {
    return none;
  }
  const result = await reader.symbols(names);
  if (result.kind === 'symbols') {
    return { ...none, symbols: result.symbols };
  }
  if (result.reason === 'no-grammar') {
    const symbols = (await tools.otherSymbols?.(source)) ?? [];
    return { symbols, from: 'editor', shortfalls: [] };
  }
  return { ...none, shortfalls: shortfallOf('symbols', result.reason, result.detail) };
}

function shortfallOf(what: Shortfall['what'], reason: string, detail?: string): Shortfall[] {
  return obstacles
    .filter((obstacle) => obstacle === reason)
    .map((obstacle) => ({ what, reason: obstacle, ...(detail !== undefined && { detail }) }));
}
