import { type GrammarFiles, Grammars } from '../grammars';
import { definitionsByLanguage } from '../languages/table';
import type { Source } from '../source';
import { type Turns, Unwanted, withoutPause } from '../turns';
import { AstGrep, type Matcher, type SearchedTree } from './astGrep';
import { PatternReader } from './patternReader';
import { requiredWords } from './requiredWords';
import { type FoundStructures, type StructureHit, searchTree, type WantedPattern } from './searchTree';

export type StructureResult =
  | { readonly kind: 'hits'; readonly hits: readonly StructureHit[] }
  | {
      readonly kind: 'none';
      /**
       * `not-code`: the pattern is none of this language; `too-large` and `too-deep`: the text is; `failed`: the search broke
       * off, `detail` says how.
       */
      readonly reason: 'no-grammar' | 'not-code' | 'too-large' | 'too-deep' | 'failed';
      readonly detail?: string;
    };

/** A text of a million characters takes about half a second to parse and as long to search. */
export const longestText = 1_000_000;

/** Languages whose keywords may be written in capitals. */
const ignoringCase = new Set(['php', 'powershell']);

interface Wanted {
  readonly wanted: readonly WantedPattern[];
  readonly limit: number;
  readonly turns: Turns;
}

const noHits: StructureResult = { kind: 'hits', hits: [] };

/** Finds code by its structure. Engine and grammars are loaded when first needed, once. */
export class StructureFinder {
  readonly #files: GrammarFiles;
  readonly #languages: Grammars;
  readonly #now: (() => number) | undefined;
  readonly #readers = new Map<string, Promise<PatternReader>>();

  /**
   * @param languages to be shared with others that parse
   * @param now milliseconds since some moment; without it a text is parsed at one go
   */
  constructor(files: GrammarFiles, languages = new Grammars(files), now?: () => number) {
    this.#files = files;
    this.#languages = languages;
    this.#now = now;
  }

  /** The hits of one pattern from left to right, nested ones too, at most `limit`. Never rejects. */
  async hits(source: Source, pattern: string, limit: number): Promise<StructureResult> {
    const [result] = await this.hitsOfAll(source, [pattern], limit);
    return result ?? noHits;
  }

  /** The hits of several patterns, in their order; the text is parsed once at most. Rejects with `Unwanted` alone. */
  async hitsOfAll(
    source: Source,
    patterns: readonly string[],
    limit: number,
    turns: Turns = withoutPause,
  ): Promise<readonly StructureResult[]> {
    const grammar = definitionsByLanguage[source.language]?.grammar;
    if (grammar === undefined) {
      return patterns.map(() => ({ kind: 'none', reason: 'no-grammar' }));
    }
    try {
      return await this.#search(grammar, source.text.value, patterns, limit, turns);
    } catch (error) {
      if (error instanceof Unwanted) {
        throw error;
      }
      return patterns.map(() => ({ kind: 'none', reason: 'failed', detail: String(error) }));
    }
  }

  /** Whether a pattern is code of a language; `undefined` for a language without a grammar. Rejects where it cannot be loaded. */
  async isCode(pattern: string, language: string): Promise<boolean | undefined> {
    const isKnown = definitionsByLanguage[language] !== undefined;
    return isKnown ? (await this.matcher(pattern, language)) !== undefined : undefined;
  }

  /** As what ast-grep has to take a pattern; `undefined` where it is no code of the language. Rejects as `isCode` does. */
  async matcher(pattern: string, language: string): Promise<Matcher | undefined> {
    const grammar = definitionsByLanguage[language]?.grammar;
    return grammar === undefined ? undefined : (await this.#reader(grammar)).read(pattern);
  }

  async #search(
    grammar: string,
    text: string,
    patterns: readonly string[],
    limit: number,
    turns: Turns,
  ): Promise<StructureResult[]> {
    const folded = ignoringCase.has(grammar) ? text.toLowerCase() : undefined;
    const possible = patterns.filter((pattern) =>
      requiredWords(pattern).every((word) => folded?.includes(word.toLowerCase()) ?? text.includes(word)),
    );
    if (possible.length === 0) {
      return patterns.map(() => noHits);
    }
    const reader = await this.#reader(grammar);
    const answers = new Map<string, StructureResult>();
    const wanted: WantedPattern[] = [];
    for (const pattern of new Set(possible)) {
      const matcher = reader.read(pattern);
      if (matcher === undefined || text.length > longestText) {
        answers.set(pattern, { kind: 'none', reason: matcher === undefined ? 'not-code' : 'too-large' });
      } else {
        wanted.push({ pattern, matcher });
      }
    }
    for (const [{ pattern }, hits] of await this.#run(grammar, text, { wanted, limit, turns })) {
      answers.set(
        pattern,
        hits === undefined ? { kind: 'none', reason: 'too-deep' } : { kind: 'hits', hits },
      );
    }
    return patterns.map((pattern) => answers.get(pattern) ?? noHits);
  }

  async #run(grammar: string, text: string, { wanted, limit, turns }: Wanted): Promise<FoundStructures> {
    if (wanted.length === 0) {
      return new Map();
    }
    const [engine, language, reader] = await Promise.all([
      AstGrep.load(() => this.#files.readStructures()),
      this.#languages.language(grammar),
      this.#reader(grammar),
    ]);
    await engine.prepare(grammar, language, reader.sigil, this.#now);
    const anyCase = ignoringCase.has(grammar);
    const search = (tree: SearchedTree) => searchTree(tree, { text, wanted, limit, anyCase });
    return engine.inTree(grammar, text, search, turns);
  }

  #reader(grammar: string): Promise<PatternReader> {
    const known = this.#readers.get(grammar);
    if (known !== undefined) {
      return known;
    }
    const loading = this.#languages
      .language(grammar)
      .then((language) => new PatternReader(grammar, language));
    this.#readers.set(grammar, loading);
    loading.catch(() => this.#readers.delete(grammar));
    return loading;
  }
}
