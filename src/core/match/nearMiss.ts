import { compileGlob } from '../lesson/glob';
import type { Scope } from '../lesson/lesson';
import { compilePattern } from '../lesson/pattern';
import type { DecidingKey } from './decidingKeys';
import { nearestSymbol } from './nearSymbols';
import type { Source } from './source';
import type { SymbolFacts } from './symbolFinder';
import type { Tools } from './tools';

/** What a key that does not hold was probably meant to be. */
export type NearMiss =
  /** A symbol of a similar name stands in the file. */
  | { readonly kind: 'symbol'; readonly wanted: string; readonly name: string }
  /** There is no grammar for the language, so that nobody here knows its symbols. */
  | { readonly kind: 'no-grammar'; readonly language: string }
  /** The glob means files of a folder above, and not what lies below it. */
  | { readonly kind: 'glob-above'; readonly glob: string; readonly path: string }
  /** The glob would fit if it began at a folder further down. */
  | { readonly kind: 'glob-below'; readonly glob: string; readonly folder: string }
  /** The glob would fit but for upper and lower case. */
  | { readonly kind: 'glob-case'; readonly glob: string }
  /** The pattern hits, but none of its hits lies in a symbol that the scope names; the line counts from zero. */
  | { readonly kind: 'pattern-outside'; readonly line: number }
  /** The pattern would hit but for upper and lower case. */
  | { readonly kind: 'pattern-case' };

/** What comes nearest to a key that kept a source out, if anything does. */
export async function nearMissOf(
  key: DecidingKey,
  scope: Scope,
  source: Source,
  { symbols }: Pick<Tools, 'symbols'>,
): Promise<NearMiss | undefined> {
  switch (key) {
    case 'paths':
      return nearGlob(scope.paths ?? [], source.path);
    case 'symbols':
      return nearSymbol(scope.symbols ?? [], source, await symbols.factsOf(source));
    case 'pattern':
      return nearPattern(scope, source);
    default:
      return undefined;
  }
}

function nearSymbol(
  wanted: readonly string[],
  { language }: Source,
  facts: SymbolFacts,
): NearMiss | undefined {
  if (facts.kind === 'none') {
    return facts.reason === 'no-grammar' ? { kind: 'no-grammar', language } : undefined;
  }
  const names = facts.symbols.map(({ name }) => name);
  for (const symbol of wanted) {
    const name = nearestSymbol(symbol, names);
    if (name !== undefined) {
      return { kind: 'symbol', wanted: symbol, name };
    }
  }
  return undefined;
}

function nearGlob(globs: readonly string[], path: string): NearMiss | undefined {
  const near = [
    (glob: string) => caseMiss(glob, path),
    (glob: string) => aboveMiss(glob, path),
    (glob: string) => belowMiss(glob, path),
  ];
  for (const missOf of near) {
    for (const glob of globs) {
      const miss = missOf(glob);
      if (miss !== undefined) {
        return miss;
      }
    }
  }
  return undefined;
}

function caseMiss(glob: string, path: string): NearMiss | undefined {
  return compileGlob(glob.toLowerCase())(path.toLowerCase()) ? { kind: 'glob-case', glob } : undefined;
}

/** `src/*.ts` means `src/a.ts`, and not `src/http/a.ts`. */
function aboveMiss(glob: string, path: string): NearMiss | undefined {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  for (let kept = segments.length - 1; kept >= 0; kept--) {
    const above = [...segments.slice(0, kept), name].join('/');
    if (compileGlob(glob)(above)) {
      return { kind: 'glob-above', glob, path: above };
    }
  }
  return undefined;
}

/** `src/*.ts` does not mean `packages/web/src/a.ts`: globs begin at the folder that holds `.lessons`. */
function belowMiss(glob: string, path: string): NearMiss | undefined {
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    if (compileGlob(glob)(path.slice(at + 1))) {
      return { kind: 'glob-below', glob, folder: path.slice(0, at) };
    }
  }
  return undefined;
}

function nearPattern({ pattern = '', flags = '' }: Scope, { text }: Source): NearMiss | undefined {
  const [outside] = compilePattern(pattern, flags).hits(text.value, 1);
  if (outside !== undefined) {
    return { kind: 'pattern-outside', line: text.positionAt(outside.start).line };
  }
  const isHit = !flags.includes('i') && compilePattern(pattern, `${flags}i`).test(text.value);
  return isHit ? { kind: 'pattern-case' } : undefined;
}
