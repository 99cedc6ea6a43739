import type { PatternCompiler } from './patternCompiler';
import { metavariablesOf, patternReplacement, structureReplacement } from './replacement';

/** Why a replacement cannot be made. */
export type ReplacementFault =
  /** The scope names no code that could be replaced. */
  | { readonly kind: 'nothing-found' }
  /** A pattern within a structure: which of the two is replaced would be a guess. */
  | { readonly kind: 'both-found' }
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'unknown-group'; readonly name: string }
  | { readonly kind: 'unknown-metavariable'; readonly name: string; readonly known: readonly string[] };

const longestReplacement = 2000;

/** What is wrong with a scope's `fix`; a pattern that cannot run is reported by itself. */
export function faultOfReplacement(
  {
    fix,
    pattern,
    structure,
    flags,
  }: Readonly<Partial<Record<'fix' | 'pattern' | 'structure' | 'flags', string>>>,
  compiler: PatternCompiler,
): ReplacementFault | undefined {
  if (fix === undefined) {
    return undefined;
  }
  if (fix.length > longestReplacement) {
    return { kind: 'too-long', limit: longestReplacement };
  }
  if (pattern !== undefined) {
    return structure === undefined ? faultOfGroups(fix, pattern, flags, compiler) : { kind: 'both-found' };
  }
  return structure === undefined ? { kind: 'nothing-found' } : faultOfMetavariables(fix, structure);
}

function faultOfGroups(
  fix: string,
  pattern: string,
  flags: string | undefined,
  compiler: PatternCompiler,
): ReplacementFault | undefined {
  const compiled = compiler.compile(pattern, flags);
  if (compiled.kind === 'fault') {
    return undefined;
  }
  const { count, names } = compiled.pattern.groups();
  const unknown = patternReplacement(fix).find(
    (part) =>
      (part.kind === 'group' && (part.group === 0 || part.group > count)) ||
      (part.kind === 'name' && !names.includes(part.name)),
  );
  return unknown !== undefined && 'written' in unknown
    ? { kind: 'unknown-group', name: unknown.written }
    : undefined;
}

function faultOfMetavariables(fix: string, structure: string): ReplacementFault | undefined {
  const known = metavariablesOf(structure);
  const unknown = structureReplacement(fix).find(
    (part) => part.kind === 'name' && !known.includes(part.written),
  );
  return unknown?.kind === 'name'
    ? { kind: 'unknown-metavariable', name: unknown.written, known }
    : undefined;
}
