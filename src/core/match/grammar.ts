import { Language, Parser, Query } from 'web-tree-sitter';
import type { Definitions } from './languages/definitions';

/** How the core gets at the parser and the grammars, which are files beside it. */
export interface GrammarFiles {
  /** The bytes of `tree-sitter.wasm` (`name` absent) or of `tree-sitter-<name>.wasm`. */
  read(name?: string): Promise<Uint8Array>;
}

/** A language's parser and the query for its definitions. */
export interface Grammar {
  readonly parser: Parser;
  readonly query: Query;
  readonly definitions: Definitions;
}

/** Loads grammars when they are first needed, each once. */
export class Grammars {
  readonly #files: GrammarFiles;
  readonly #loading = new Map<string, Promise<Grammar>>();
  #runtime: Promise<void> | undefined;

  constructor(files: GrammarFiles) {
    this.#files = files;
  }

  /** Rejects, now and later, where the parser or the grammar cannot be loaded. */
  load(definitions: Definitions): Promise<Grammar> {
    const known = this.#loading.get(definitions.grammar);
    if (known !== undefined) {
      return known;
    }
    const loading = this.#load(definitions);
    this.#loading.set(definitions.grammar, loading);
    return loading;
  }

  async #load(definitions: Definitions): Promise<Grammar> {
    this.#runtime ??= this.#files.read().then((wasmBinary) => Parser.init({ wasmBinary }));
    await this.#runtime;
    const language = await Language.load(await this.#files.read(definitions.grammar));
    const parser = new Parser();
    parser.setLanguage(language);
    return { parser, query: new Query(language, definitions.query), definitions };
  }
}
