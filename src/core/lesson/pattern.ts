import { RE2JS } from 're2js';

/** A compiled pattern. Its running time is linear in the text, whatever the pattern: lesson files are not trusted. */
export interface Pattern {
  /** Hits from left to right as offsets, empty ones left out, at most `limit`. */
  hits(text: string, limit: number): PatternHit[];
  test(text: string): boolean;
}

export interface PatternHit {
  readonly start: number;
  readonly end: number;
}

export const longestPattern = 2000;
const flagBits: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  s: RE2JS.DOTALL,
  // Accepted because authors write them by habit: both are always on.
  m: 0,
  u: 0,
};

/** The letters that may stand in `flags`, each once. */
export const knownFlags: readonly string[] = Object.keys(flagBits);

export function isFlags(flags: string): boolean {
  return [...flags].every((flag) => knownFlags.includes(flag)) && new Set(flags).size === flags.length;
}

/** Why a pattern cannot run; `detail` is the engine's own wording. */
export type PatternFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly limit: number }
  /** Lookaround, backreferences and the like, which no linear-time engine can run. */
  | { readonly kind: 'dialect'; readonly construct: string }
  | { readonly kind: 'syntax'; readonly detail: string };

/**
 * Compiles a regular expression of RE2's dialect (no lookaround, no backreference); `^` and `$` hold per line.
 * @throws RE2JSSyntaxException where `faultOfPattern` would have reported one
 */
export function compilePattern(source: string, flags = ''): Pattern {
  const bits = [...flags].reduce((sum, flag) => sum | (flagBits[flag] ?? 0), RE2JS.MULTILINE);
  // Authors write the escapes of JavaScript (`\/`, `\u00e9`); the engine knows them by other spellings.
  const expression = RE2JS.compile(RE2JS.translateRegExp(source), bits);
  return {
    hits: (text, limit) => hitsOf(expression, text, limit),
    test: (text) => expression.test(text),
  };
}

export function faultOfPattern(source: string, flags = ''): PatternFault | undefined {
  if (source === '') {
    return { kind: 'empty' };
  }
  if (source.length > longestPattern) {
    return { kind: 'too-long', limit: longestPattern };
  }
  const construct = foreignConstruct(source);
  if (construct !== undefined) {
    return { kind: 'dialect', construct };
  }
  try {
    compilePattern(source, flags);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The engine names itself, and the flag by which `^` and `$` hold per line; neither is the author's.
    const detail = message.replace(/^error parsing regexp: /, '').replace('`(?m)', '`');
    return { kind: 'syntax', detail };
  }
}

/** What other engines know and a linear one cannot: lookaround, atomic and possessive repetition, backreferences. */
function foreignConstruct(source: string): string | undefined {
  const pieces = /\\k<\w*>|\\[1-9]|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:[=!>]|<[=!])|[*+?}]\+/gs;
  for (const [piece] of source.matchAll(pieces)) {
    if (/^(?:\\k<|\\[1-9]|\(\?|[*+?}]\+)/.test(piece)) {
      return piece;
    }
  }
  return undefined;
}

function hitsOf(expression: RE2JS, text: string, limit: number): PatternHit[] {
  const hits: PatternHit[] = [];
  const matcher = expression.matcher(text);
  while (hits.length < limit && matcher.find()) {
    if (matcher.end() > matcher.start()) {
      hits.push({ start: matcher.start(), end: matcher.end() });
    }
  }
  return hits;
}
