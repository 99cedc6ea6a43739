import { Language, type Node, Parser, Query, type QueryMatch } from 'web-tree-sitter';
import type { SourceText, TextChange } from '../text';
import type { CodeSymbol } from './codeSymbol';
import type { Definitions } from './languages/definitions';
import { definitionsByLanguage } from './languages/table';
import type { Source } from './source';

/** How the core gets at the parser and the grammars, which are files beside it. */
export interface GrammarFiles {
  /** The bytes of `tree-sitter.wasm` (`name` absent) or of `tree-sitter-<name>.wasm`. */
  read(name?: string): Promise<Uint8Array>;
}

interface Grammar {
  readonly parser: Parser;
  readonly query: Query;
}

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
  readonly #files: GrammarFiles;
  readonly #grammars = new Map<string, Promise<Grammar>>();
  #runtime: Promise<void> | undefined;

  constructor(files: GrammarFiles) {
    this.#files = files;
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
  async symbolsOf(source: Source): Promise<readonly CodeSymbol[]> {
    const definitions = definitionsByLanguage[source.language];
    if (definitions === undefined) {
      return [];
    }
    const { parser, query } = await this.#grammar(definitions);
    const tree = parser.parse(source.text.value);
    if (tree === null) {
      return [];
    }
    try {
      return named(query.matches(tree.rootNode));
    } finally {
      // Trees live outside the garbage collector's reach.
      tree.delete();
    }
  }

  #grammar(definitions: Definitions): Promise<Grammar> {
    const known = this.#grammars.get(definitions.grammar);
    if (known !== undefined) {
      return known;
    }
    const loading = this.#load(definitions);
    this.#grammars.set(definitions.grammar, loading);
    return loading;
  }

  async #load(definitions: Definitions): Promise<Grammar> {
    this.#runtime ??= this.#files.read().then((wasmBinary) => Parser.init({ wasmBinary }));
    await this.#runtime;
    const language = await Language.load(await this.#files.read(definitions.grammar));
    const parser = new Parser();
    parser.setLanguage(language);
    return { parser, query: new Query(language, definitions.query) };
  }
}

interface Definition extends CodeSymbol {
  readonly container: string | undefined;
}

function named(matches: readonly QueryMatch[]): CodeSymbol[] {
  const definitions = matches
    .flatMap((match) => definitionOf(match) ?? [])
    .sort((a, b) => a.bodyStart - b.bodyStart || b.bodyEnd - a.bodyEnd);
  const symbols: CodeSymbol[] = [];
  const open: CodeSymbol[] = [];
  for (const { container, ...definition } of definitions) {
    while ((open.at(-1)?.bodyEnd ?? Number.POSITIVE_INFINITY) < definition.bodyEnd) {
      open.pop();
    }
    const parent = open.at(-1);
    if (parent?.nameStart === definition.nameStart) {
      // Two queries met the same definition.
      continue;
    }
    const prefix = container ?? parent?.name;
    const symbol = {
      ...definition,
      name: prefix === undefined ? definition.name : `${prefix}.${definition.name}`,
    };
    symbols.push(symbol);
    open.push(symbol);
  }
  return symbols;
}

function definitionOf({ captures }: QueryMatch): Definition | undefined {
  const node = (name: string) => captures.find((capture) => capture.name === name)?.node;
  const body = node('definition');
  const name = node('name');
  if (body === undefined || name === undefined) {
    return undefined;
  }
  return {
    ...{ name: name.text, nameStart: name.startIndex, nameEnd: name.endIndex },
    ...{ bodyStart: body.startIndex, bodyEnd: endOf(body), container: node('container')?.text },
  };
}

/** Grammars count a comment behind a body as part of it; whoever changes that comment does not change the symbol. */
function endOf(node: Node): number {
  let last: Node | null = node.lastChild;
  while (last?.type === 'comment') {
    last = last.previousSibling;
  }
  return last === null ? node.endIndex : endOf(last);
}
