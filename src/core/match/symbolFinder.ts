import type { Node } from 'web-tree-sitter';
import type { Pieces } from '../pieces';
import type { CodeSymbol } from './codeSymbol';
import { definitionsIn } from './definition';
import { DefinitionGrammars, Grammar, type ParseLimits, usualLimits } from './grammar';
import { type GrammarFiles, Grammars } from './grammars';
import { type Candidate, candidatesFor, meantBy } from './languages/grammarChoice';
import { type NoTree, parserRuntime } from './parserRuntime';
import type { Source } from './source';
import { inOrder, symbolsFrom } from './symbolNaming';
import { SymbolSession } from './symbolSession';
import { inTurns, type Turns, withoutPause } from './turns';

/** A source's symbols, or why there are none to be had. */
export type SymbolFacts =
  | { readonly kind: 'symbols'; readonly symbols: readonly CodeSymbol[] }
  | { readonly kind: 'none'; readonly reason: 'no-grammar' }
  | { readonly kind: 'none'; readonly reason: 'too-slow' | 'failed'; readonly detail: string };

export interface FinderOptions {
  /** To be shared with others that parse. */
  readonly languages?: Grammars;
  /** Milliseconds since some moment; without it nothing ends code that is made to be slow. */
  readonly now?: () => number;
  readonly limits?: ParseLimits;
}

/** Finds the symbols of a source by its language's grammar. Grammars are loaded when first needed, once. */
export class SymbolFinder {
  readonly #grammars: DefinitionGrammars;

  constructor(files: GrammarFiles, { languages, now, limits = usualLimits }: FinderOptions = {}) {
    this.#grammars = new DefinitionGrammars(languages ?? new Grammars(files), limits, now);
  }

  /** The source's symbols in order; none where `factsOf` tells why. */
  async symbolsOf(source: Source): Promise<readonly CodeSymbol[]> {
    const facts = await this.factsOf(source);
    return facts.kind === 'symbols' ? facts.symbols : [];
  }

  /** Never rejects but with `Unwanted`. Broken code gives the symbols that are whole. */
  async factsOf(
    { language, path, text: { value: text } }: Source,
    turns: Turns = withoutPause,
  ): Promise<SymbolFacts> {
    const definitions = meantBy(candidatesFor(language, path), text);
    if (definitions === undefined) {
      return { kind: 'none', reason: 'no-grammar' };
    }
    const grammar = await this.#grammars.load(definitions);
    const found =
      grammar instanceof Grammar
        ? await inTurns(
            parserRuntime.attempt(() => symbolsIn(text, grammar)),
            turns,
          )
        : grammar;
    return 'reason' in found ? { kind: 'none', ...found } : { kind: 'symbols', symbols: found };
  }

  /** What `read` makes of a source's tree; `undefined` for a language without a grammar. */
  async inTree<T extends object>(
    { language, path, text: { value: text } }: Source,
    read: (root: Node) => T,
    turns: Turns = withoutPause,
  ): Promise<T | NoTree | undefined> {
    const definitions = meantBy(candidatesFor(language, path), text);
    const grammar = definitions && (await this.#grammars.load(definitions));
    if (!(grammar instanceof Grammar)) {
      return grammar;
    }
    const whole = function* (root: Node): Pieces<T> {
      yield;
      return read(root);
    };
    return inTurns(
      parserRuntime.attempt(() => inTree(text, grammar, whole)),
      turns,
    );
  }

  /**
   * Symbols that will follow a text while it is edited, from the first `update` on; `undefined` for a language without a
   * grammar that can be loaded.
   */
  async open({ language, path }: Source): Promise<SymbolSession | undefined> {
    const candidates = candidatesFor(language, path);
    const grammars: Candidate<Grammar>[] = [];
    for (const { way, sign } of candidates) {
      const grammar = await this.#grammars.load(way);
      if (grammar instanceof Grammar) {
        grammars.push({ way: grammar, sign });
      }
    }
    return grammars.length > 0 && grammars.length === candidates.length
      ? new SymbolSession(grammars)
      : undefined;
  }
}

function symbolsIn(text: string, grammar: Grammar): Pieces<readonly CodeSymbol[] | NoTree> {
  return inTree(text, grammar, function* (root) {
    const found = yield* definitionsIn(root, grammar, text);
    found.sort(inOrder);
    return symbolsFrom(found, text.length, grammar.definitions.constructorName);
  });
}

function* inTree<T>(text: string, grammar: Grammar, read: (root: Node) => Pieces<T>): Pieces<T | NoTree> {
  const tree = yield* grammar.parse(text);
  if ('reason' in tree) {
    return tree;
  }
  try {
    return yield* read(tree.rootNode);
  } finally {
    // Trees live outside the garbage collector's reach.
    tree.delete();
  }
}
