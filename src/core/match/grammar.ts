import { type Language, Query, type Tree } from 'web-tree-sitter';
import type { Pieces } from '../pieces';
import type { Grammars } from './grammars';
import type { Definitions } from './languages/definitions';
import { type NoTree, parserRuntime } from './parserRuntime';
import { TextParser } from './textParser';

/** What one parse may cost before it is given up. */
export interface ParseLimits {
  /** UTF-16 units of the text. */
  readonly length: number;
  /** Bytes by which the parsers' memory may grow. */
  readonly growth: number;
  /** Milliseconds, counted where there is a clock. */
  readonly time: number;
}

/**
 * Length and growth decide alike on every machine. Time only ends what is left, code made to be slow: real code of the
 * greatest length takes a quarter of it, so that editor and command line agree on that as well.
 */
export const usualLimits: ParseLimits = { length: 2_000_000, growth: 128 * 1024 * 1024, time: 4000 };

/** A language's parser and the query for its definitions. */
export class Grammar {
  readonly query: Query;
  readonly definitions: Definitions;
  readonly #parser: TextParser;
  readonly #limits: ParseLimits;

  /** @param now milliseconds since some moment */
  constructor(language: Language, definitions: Definitions, limits: ParseLimits, now?: () => number) {
    this.definitions = definitions;
    this.query = new Query(language, definitions.query);
    this.#parser = new TextParser(language, now);
    this.#limits = limits;
  }

  /** @param old the tree of the text before, told what changed since */
  *parse(text: string, old?: Tree): Pieces<Tree | NoTree> {
    const { length, growth, time } = this.#limits;
    if (text.length > length) {
      return { reason: 'too-slow', detail: `longer than ${length}` };
    }
    const mostBytes = parserRuntime.size + growth;
    const isEnough = (worked: number) => worked > time || parserRuntime.size > mostBytes;
    const tree = yield* this.#parser.parse(text, isEnough, old);
    return tree ?? { reason: 'too-slow', detail: 'takes more time or memory than code does' };
  }
}

/** Grammars with the queries for their definitions, made when they are first needed, each once. */
export class DefinitionGrammars {
  readonly #languages: Grammars;
  readonly #limits: ParseLimits;
  readonly #now: (() => number) | undefined;
  readonly #loading = new Map<string, Promise<Grammar | NoTree>>();

  constructor(languages: Grammars, limits: ParseLimits, now?: () => number) {
    this.#languages = languages;
    this.#limits = limits;
    this.#now = now;
  }

  load(definitions: Definitions): Promise<Grammar | NoTree> {
    const known = this.#loading.get(definitions.grammar);
    if (known !== undefined) {
      return known;
    }
    const loading = this.#load(definitions).catch((error: unknown) => ({
      reason: 'failed' as const,
      detail: error instanceof Error ? error.message : String(error),
    }));
    this.#loading.set(definitions.grammar, loading);
    return loading;
  }

  async #load(definitions: Definitions): Promise<Grammar> {
    const language = await this.#languages.language(definitions.grammar);
    return new Grammar(language, definitions, this.#limits, this.#now);
  }
}
