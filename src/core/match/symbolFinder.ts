import type { SourceText, TextChange } from '../text';
import type { CodeSymbol } from './codeSymbol';
import { definitionsIn } from './definition';
import { DefinitionGrammars } from './grammar';
import type { GrammarFiles, Grammars } from './grammars';
import { definitionsByLanguage } from './languages/table';
import type { Source } from './source';
import { inOrder, symbolsFrom } from './symbolNaming';

/** The symbols of a source in order, or why there are none to be told. */
export type SymbolResult =
  | { readonly kind: 'symbols'; readonly symbols: readonly CodeSymbol[] }
  | {
      readonly kind: 'none';
      readonly reason: 'no-grammar' | 'too-slow' | 'failed';
      readonly detail?: string;
    };

export interface SymbolSession {
  readonly symbols: readonly CodeSymbol[];
  update(text: SourceText, change: TextChange): void;
  dispose(): void;
}

/** Finds the symbols of a source by its language's grammar. Grammars are loaded when first needed, once. */
export class SymbolFinder {
  readonly #grammars: DefinitionGrammars;

  /** @param languages to be shared with others that parse */
  constructor(files: GrammarFiles, languages?: Grammars) {
    this.#grammars = new DefinitionGrammars(files, languages);
  }

  async open(_source: Source): Promise<SymbolSession | undefined> {
    return undefined;
  }

  async find(source: Source): Promise<SymbolResult> {
    return definitionsByLanguage[source.language] === undefined
      ? { kind: 'none', reason: 'no-grammar' }
      : { kind: 'symbols', symbols: await this.symbolsOf(source) };
  }

  /**
   * The source's symbols in order; none for a language without a grammar. Broken code gives the symbols that are whole.
   * Rejects where the parser or a grammar cannot be loaded.
   */
  async symbolsOf({ language, text: { value: text } }: Source): Promise<readonly CodeSymbol[]> {
    const definitions = definitionsByLanguage[language];
    if (definitions === undefined) {
      return [];
    }
    const grammar = await this.#grammars.load(definitions);
    const tree = grammar.parser.parse(text);
    if (tree === null) {
      return [];
    }
    try {
      const found = definitionsIn(tree.rootNode, grammar, text).sort(inOrder);
      return symbolsFrom(found, text.length, definitions.constructorName);
    } finally {
      // Trees live outside the garbage collector's reach.
      tree.delete();
    }
  }
}
