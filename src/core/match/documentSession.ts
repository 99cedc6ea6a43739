import type { PatternHit } from '../lesson/pattern';
import type { CompiledScope } from '../library/compiledLesson';
import type { Library } from '../library/library';
import { PatternSession } from '../library/patterns/patternSession';
import type { ReachingScope } from '../library/scopeIndex';
import { ScopePatterns } from '../library/scopePatterns';
import { changeBetween } from '../text';
import { hitLimit } from './decide';
import { type ChangesOf, type Matched, matchScopes } from './engine';
import { reachingScopes } from './reachingScopes';
import { freshReader, type Reader } from './reader';
import type { Source } from './source';
import type { SymbolFacts } from './symbolFinder';
import type { SymbolSession } from './symbolSession';
import { canHoldAny } from './symbolWords';
import type { Tools } from './tools';

/** The patterns of the scopes that let the document in, and their hits in its last text. */
interface KnownHits {
  readonly patterns: ScopePatterns;
  readonly session: PatternSession;
  readonly text: string;
}

interface KnownSymbols {
  readonly session: SymbolSession;
  readonly path: string;
  readonly language: string;
  readonly text: string;
}

/**
 * exact: the matches are those of `matchSource`. quick: where the code is broken its symbols may still be those that the
 * parser guesses from the text before, which takes it a twentieth of the time.
 */
export type Pace = 'exact' | 'quick';

export interface Followed extends Matched {
  /** Whether the matches are those of `matchSource` for sure. */
  readonly isExact: boolean;
}

/** Matches one document again and again while it is edited. What an edit leaves as it was is not looked at again. */
export class DocumentSession {
  readonly #tools: Tools;
  #scopes: readonly ReachingScope[] = [];
  #of: { readonly library: Library; readonly path: string; readonly language: string } | undefined;
  #hits: KnownHits | undefined;
  #symbols: KnownSymbols | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isDisposed = false;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** Questions are answered in the order in which they were asked, as each begins where the one before ended. */
  match(library: Library, source: Source, changesIn: ChangesOf, pace: Pace = 'exact'): Promise<Followed> {
    const answer = this.#last.then(async () => {
      const scopes = this.#reaching(library, source);
      const reader = this.#isDisposed ? this.#freshReader(source) : this.#readerOf(source, pace);
      const matched = await matchScopes(scopes, source, this.#tools, reader, changesIn);
      return { ...matched, isExact: pace === 'exact' || this.#symbols?.session.isExact !== false };
    });
    // Whoever asked is told of a failure; the next question stands on its own.
    this.#last = answer.catch(() => this.#forget());
    return answer;
  }

  /** Frees what the parser holds. Whoever asks afterwards is answered without any memory. */
  dispose(): void {
    this.#isDisposed = true;
    this.#last = this.#last.then(() => this.#forget());
  }

  #reaching(library: Library, { path, language }: Source): readonly ReachingScope[] {
    const known = this.#of;
    if (known?.library !== library || known.path !== path || known.language !== language) {
      const scopes = reachingScopes(library, path, language);
      if (!haveSameScopes(scopes, this.#scopes)) {
        this.#hits = undefined;
      }
      this.#scopes = scopes;
      this.#of = { library, path, language };
    }
    return this.#scopes;
  }

  #readerOf(source: Source, pace: Pace): Reader {
    return {
      hits: (scopes) => this.#hitsIn(source.text.value, scopes),
      symbols: (names) => this.#symbolsIn(source, names, pace),
    };
  }

  #freshReader(source: Source): Reader {
    const patterns = new ScopePatterns(this.#scopes.map(({ scope }) => scope));
    return freshReader(source, patterns, this.#tools.symbols);
  }

  #hitsIn(text: string, wanted: readonly CompiledScope[]): ReadonlyMap<CompiledScope, readonly PatternHit[]> {
    const { patterns, session } = this.#hitsUpTo(text);
    const found = patterns.byScope(session.hits);
    const isWanted = new Set(wanted);
    return new Map([...found].filter(([scope]) => isWanted.has(scope)));
  }

  #hitsUpTo(text: string): KnownHits {
    const known = this.#hits;
    if (known === undefined) {
      const patterns = new ScopePatterns(this.#scopes.map(({ scope }) => scope));
      this.#hits = { patterns, session: new PatternSession(patterns.set, text, hitLimit), text };
      return this.#hits;
    }
    const change = changeBetween(known.text, text);
    if (change !== undefined) {
      known.session.update(text, change);
    }
    this.#hits = { ...known, text };
    return this.#hits;
  }

  async #symbolsIn(source: Source, names: readonly string[], pace: Pace): Promise<SymbolFacts> {
    const session = this.#symbolsUpTo(source) ?? (await this.#openSymbols(source, names));
    if (pace === 'exact') {
      session?.settle();
    }
    if (session === undefined || session.trouble !== undefined) {
      return freshReader(source, new ScopePatterns([]), this.#tools.symbols).symbols(names);
    }
    return { kind: 'symbols', symbols: session.symbols };
  }

  /** The session of an earlier text, told of what was changed since. */
  #symbolsUpTo({ path, language, text }: Source): SymbolSession | undefined {
    const known = this.#symbols;
    if (known?.path !== path || known.language !== language) {
      return undefined;
    }
    const change = changeBetween(known.text, text.value);
    if (change !== undefined) {
      known.session.update(text, change);
      this.#symbols = { ...known, text: text.value };
    }
    return known.session;
  }

  async #openSymbols(source: Source, names: readonly string[]): Promise<SymbolSession | undefined> {
    this.#forgetSymbols();
    const { path, language, text } = source;
    const session = canHoldAny(names, text.value) ? await this.#tools.symbols.open(source) : undefined;
    this.#symbols = session && { session, path, language, text: text.value };
    return session;
  }

  #forgetSymbols(): void {
    this.#symbols?.session.dispose();
    this.#symbols = undefined;
  }

  #forget(): void {
    this.#hits = undefined;
    this.#forgetSymbols();
  }
}

function haveSameScopes(a: readonly ReachingScope[], b: readonly ReachingScope[]): boolean {
  return a.length === b.length && a.every(({ scope }, index) => scope === b[index]?.scope);
}
