import { Parser, Query } from 'web-tree-sitter';
import { type GrammarFiles, Grammars } from './grammars';
import type { Definitions } from './languages/definitions';

/** A language's parser and the query for its definitions. */
export interface Grammar {
  readonly parser: Parser;
  readonly query: Query;
  readonly definitions: Definitions;
}

/** Loads grammars when they are first needed, each once. */
export class DefinitionGrammars {
  readonly #languages: Grammars;
  readonly #loading = new Map<string, Promise<Grammar>>();

  /** @param languages to be shared with others that parse */
  constructor(files: GrammarFiles, languages = new Grammars(files)) {
    this.#languages = languages;
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
    const language = await this.#languages.language(definitions.grammar);
    const parser = new Parser();
    parser.setLanguage(language);
    return { parser, query: new Query(language, definitions.query), definitions };
  }
}
