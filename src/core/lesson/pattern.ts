import { RE2JS } from 're2js';
import { Overread } from './regexp/overread';
import { parseExpression } from './regexp/parse';
import { type RequiredLiterals, requiredLiterals } from './regexp/requiredLiterals';
import { type Found, Searcher, type Stretch } from './regexp/searcher';
import { type Expression, isLineBound } from './regexp/syntax';

/**
 * A compiled pattern. Its running time is linear in the text, whatever the pattern, as lesson files are not trusted; one
 * that is too large for an automaton is looked for in short lines or texts alone.
 */
export interface Pattern {
  /** Hits from left to right as offsets, empty ones left out, at most `limit`, and fewer where that takes too much. */
  hits(text: string, limit: number, overread?: Overread): PatternHit[];
  test(text: string): boolean;
  /** The first hit, not an empty one, in a stretch of the text; what lies around the stretch is looked at by `^` and the like. */
  find(text: string, stretch: Stretch, overread?: Overread): Found;
  /** Whether parts of a text are too long for a pattern that is too large for an automaton: it has no hits there. */
  leavesOut(text: string): boolean;
  /** Which groups the pattern has. */
  groups(): Groups;
  /** What the pattern's groups matched at a hit that `hits` has found in the same text. */
  captures(text: string, hit: PatternHit): Captures;
  /** Whether no hit contains a line break or depends on what other lines hold. */
  readonly isLineBound: boolean;
  /** Texts of which each hit contains one; `undefined` where none are known. */
  readonly literals?: RequiredLiterals;
}

export interface Groups {
  readonly count: number;
  readonly names: readonly string[];
}

/** By number, from 1 on, and by name; `undefined` where a group took no part. */
export interface Captures {
  readonly groups: readonly (string | undefined)[];
  readonly named: Readonly<Record<string, string | undefined>>;
}

export interface PatternHit {
  readonly start: number;
  readonly end: number;
}

const longestPattern = 2000;
const flagBits: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  s: RE2JS.DOTALL,
  // Accepted because authors write them by habit: both are always on.
  m: 0,
  u: 0,
};

/**
 * The engine takes some microseconds for each character, and cannot be interrupted. So much is done within the time in which
 * nobody notices that something else has to wait.
 */
const longestForEngine = 16_384;

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
 * @throws RE2JSSyntaxException where `compileOrFault` would have given a fault
 */
export function compilePattern(source: string, flags = ''): Pattern {
  const bits = [...flags].reduce((sum, flag) => sum | (flagBits[flag] ?? 0), RE2JS.MULTILINE);
  // Authors write the escapes of JavaScript (`\/`, `\u00e9`); the engine knows them by other spellings.
  const translated = RE2JS.translateRegExp(source);
  const expression = parseExpression(translated, {
    anyCase: flags.includes('i'),
    dotAll: flags.includes('s'),
    perLine: true,
  });
  const compile = () => RE2JS.compile(translated, bits);
  return expression === undefined
    ? new EnginePattern(compile(), false)
    : new ReadPattern(expression, compile);
}

/** In place of a pattern that could not be compiled. */
export function patternThat(matches: 'nothing' | 'everything'): Pattern {
  const expression: Expression =
    matches === 'everything' ? { kind: 'sequence', parts: [] } : { kind: 'set', set: { ranges: [] } };
  return new ReadPattern(expression, () =>
    RE2JS.compile(matches === 'everything' ? '' : '[^\\x00-\\x{10FFFF}]'),
  );
}

/** A pattern that the engine runs by itself: slowly, but whatever it is. */
class EnginePattern implements Pattern {
  readonly isLineBound: boolean;
  readonly #expression: RE2JS;

  constructor(expression: RE2JS, isLineBound: boolean) {
    this.#expression = expression;
    this.isLineBound = isLineBound;
  }

  hits(text: string, limit: number): PatternHit[] {
    return allHits(this, text, limit, new Overread());
  }

  test(text: string): boolean {
    return text.length <= longestForEngine && this.#expression.test(text);
  }

  leavesOut(text: string): boolean {
    return (
      text.length > longestForEngine &&
      (!this.isLineBound || text.split('\n').some(({ length }) => length > longestForEngine))
    );
  }

  find(text: string, { from, to, stop }: Stretch): Found {
    if (!this.isLineBound) {
      return this.#findIn(text, { start: 0, end: to }, from) ?? { kind: 'rest', at: to, read: to + 1 };
    }
    for (let at = from; at <= to; ) {
      const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
      const next = text.indexOf('\n', at);
      const end = next === -1 || next > to ? to : next;
      const found = this.#findIn(text, { start, end }, at);
      if (found !== undefined) {
        return found;
      }
      at = end + 1;
      if (end >= stop && end < to) {
        return { kind: 'rest', at, read: at };
      }
    }
    return { kind: 'rest', at: to, read: to + 1 };
  }

  #findIn(text: string, { start, end }: PatternHit, from: number): Found | undefined {
    const length = this.isLineBound ? end - start : text.length;
    if (length > longestForEngine || from > end) {
      return undefined;
    }
    const matcher = this.#expression.matcher(text.slice(start, end));
    let isFound = matcher.find(from - start);
    while (isFound && matcher.start() === matcher.end()) {
      isFound = matcher.find();
    }
    return isFound
      ? { kind: 'hit', start: start + matcher.start(), end: start + matcher.end(), read: end + 1 }
      : undefined;
  }

  groups(): Groups {
    return {
      count: this.#expression.groupCount(),
      names: Object.keys(this.#expression.namedGroups()),
    };
  }

  captures(text: string, { start, end }: PatternHit): Captures {
    const matcher = this.#expression.matcher(text);
    if (!matcher.find(start) || matcher.start() !== start || matcher.end() !== end) {
      return { groups: [], named: {} };
    }
    const groups = Array.from(
      { length: matcher.groupCount() },
      (_, at) => matcher.group(at + 1) ?? undefined,
    );
    const named = Object.entries(matcher.getNamedGroups()).map(([name, group]) => [name, group ?? undefined]);
    return { groups, named: Object.fromEntries(named) };
  }
}

/** A pattern whose syntax is known: it runs as an automaton, made when first needed. */
class ReadPattern implements Pattern {
  readonly isLineBound: boolean;
  readonly literals?: RequiredLiterals;
  readonly #expression: Expression;
  readonly #compile: () => RE2JS;
  #engine?: EnginePattern;
  #searcher?: Searcher | EnginePattern;

  constructor(expression: Expression, compile: () => RE2JS) {
    this.isLineBound = isLineBound(expression);
    this.literals = requiredLiterals(expression);
    this.#expression = expression;
    this.#compile = compile;
  }

  hits(text: string, limit: number, overread = new Overread()): PatternHit[] {
    const known = this.literals?.any;
    if (known?.every((literal) => !literal.anyCase && !text.includes(literal.text)) === true) {
      return [];
    }
    return allHits(this, text, limit, overread);
  }

  test(text: string): boolean {
    return this.#running.test(text);
  }

  find(text: string, stretch: Stretch, overread?: Overread): Found {
    return this.#running.find(text, stretch, overread);
  }

  leavesOut(text: string): boolean {
    return this.#searcher instanceof EnginePattern && this.#searcher.leavesOut(text);
  }

  groups(): Groups {
    return this.#slow.groups();
  }

  captures(text: string, hit: PatternHit): Captures {
    if (!this.isLineBound) {
      return this.#slow.captures(text, hit);
    }
    const start = text.lastIndexOf('\n', hit.start - 1) + 1;
    const end = text.indexOf('\n', hit.start);
    const line = text.slice(start, end === -1 ? undefined : end);
    return this.#slow.captures(line, { start: hit.start - start, end: hit.end - start });
  }

  get #slow(): EnginePattern {
    this.#engine ??= new EnginePattern(this.#compile(), this.isLineBound);
    return this.#engine;
  }

  get #running(): Searcher | EnginePattern {
    this.#searcher ??= Searcher.of(this.#expression) ?? new EnginePattern(this.#compile(), this.isLineBound);
    return this.#searcher;
  }
}

function allHits(pattern: Pattern, text: string, limit: number, overread: Overread): PatternHit[] {
  const hits: PatternHit[] = [];
  const to = text.length;
  for (let from = 0; hits.length < limit && !overread.isTooMuch; ) {
    const found = pattern.find(text, { from, to, stop: to }, overread);
    if (found.kind === 'rest') {
      break;
    }
    hits.push({ start: found.start, end: found.end });
    from = found.end;
  }
  return hits;
}

/** A pattern, or why there is none. */
export type CompiledPattern =
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'fault'; readonly fault: PatternFault };

/** As `compilePattern`, for a pattern that nobody has looked at yet. Never throws. */
export function compileOrFault(source: string, flags = ''): CompiledPattern {
  const fault = faultBeforeCompiling(source);
  if (fault !== undefined) {
    return { kind: 'fault', fault };
  }
  try {
    return { kind: 'pattern', pattern: compilePattern(source, flags) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The engine names itself, and the flag by which `^` and `$` hold per line; neither is the author's.
    const detail = message.replace(/^error parsing regexp: /, '').replace('`(?m)', '`');
    return { kind: 'fault', fault: { kind: 'syntax', detail } };
  }
}

function faultBeforeCompiling(source: string): PatternFault | undefined {
  if (source === '') {
    return { kind: 'empty' };
  }
  if (source.length > longestPattern) {
    return { kind: 'too-long', limit: longestPattern };
  }
  const construct = foreignConstruct(source);
  return construct === undefined ? undefined : { kind: 'dialect', construct };
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
