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
import { inTurns, type Turns, Unwanted, withoutPause } from './turns';

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

  /**
   * Questions are answered in the order in which they were asked, as each begins where the one before ended; `undefined`
   * where the turns say that nobody wants the answer any more.
   */
  async match(
    library: Library,
    source: Source,
    changesIn: ChangesOf,
    pace: Pace = 'exact',
    turns: Turns = withoutPause,
  ): Promise<Followed | undefined> {
    const answer = this.#last.then(async () => {
      if (!(await turns.next())) {
        throw new Unwanted();
      }
      await inTurns(library.index.prepare(), turns);
      const scopes = this.#reaching(library, source);
      const reader = this.#isDisposed
        ? this.#freshReader(source, turns)
        : this.#readerOf(source, pace, turns);
      const matched = await matchScopes(scopes, source, this.#tools, reader, changesIn);
      return { ...matched, isExact: pace === 'exact' || this.#symbols?.session.isExact !== false };
    });
    // Whoever asked is told of a failure; the next question stands on its own.
    this.#last = answer.catch((error: unknown) =>
      error instanceof Unwanted ? this.#forgetUnfinished() : this.#forget(),
    );
    try {
      return await answer;
    } catch (error) {
      if (error instanceof Unwanted) {
        return undefined;
      }
      throw error;
    }
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

  #readerOf(source: Source, pace: Pace, turns: Turns): Reader {
    return {
      turns,
      hits: (scopes) => this.#hitsIn(source.text.value, scopes, turns),
      symbols: (names) => this.#symbolsIn(source, names, pace, turns),
    };
  }

  #freshReader(source: Source, turns: Turns): Reader {
    const patterns = new ScopePatterns(this.#scopes.map(({ scope }) => scope));
    return freshReader(source, patterns, this.#tools.symbols, undefined, turns);
  }

  async #hitsIn(
    text: string,
    wanted: readonly CompiledScope[],
    turns: Turns,
  ): Promise<ReadonlyMap<CompiledScope, readonly PatternHit[]>> {
    const { patterns, session } = await this.#hitsUpTo(text, turns);
    const found = patterns.byScope(session.hits);
    const isWanted = new Set(wanted);
    return new Map([...found].filter(([scope]) => isWanted.has(scope)));
  }

  async #hitsUpTo(text: string, turns: Turns): Promise<KnownHits> {
    const known = this.#hits;
    const change = known && changeBetween(known.text, text);
    if (known !== undefined && change === undefined) {
      return known;
    }
    // What is left in the middle is of no use.
    this.#hits = undefined;
    const patterns = known?.patterns ?? new ScopePatterns(this.#scopes.map(({ scope }) => scope));
    const session = known?.session ?? new PatternSession(patterns.set, hitLimit);
    await inTurns(change === undefined ? session.open(text) : session.update(text, change), turns);
    this.#hits = { patterns, session, text };
    return this.#hits;
  }

  async #symbolsIn(source: Source, names: readonly string[], pace: Pace, turns: Turns): Promise<SymbolFacts> {
    const session =
      (await this.#symbolsUpTo(source, turns)) ?? (await this.#openSymbols(source, names, turns));
    if (pace === 'exact' && session !== undefined) {
      await inTurns(session.settle(), turns);
    }
    if (session === undefined || session.trouble !== undefined) {
      return this.#freshReader(source, turns).symbols(names);
    }
    return { kind: 'symbols', symbols: session.symbols };
  }

  /** The session of an earlier text, told of what was changed since. */
  async #symbolsUpTo({ path, language, text }: Source, turns: Turns): Promise<SymbolSession | undefined> {
    const known = this.#symbols;
    if (known?.path !== path || known.language !== language) {
      return undefined;
    }
    const change = changeBetween(known.text, text.value);
    if (change !== undefined) {
      this.#symbols = { ...known, text: text.value };
      await inTurns(known.session.update(text, change), turns);
    }
    return known.session;
  }

  async #openSymbols(
    source: Source,
    names: readonly string[],
    turns: Turns,
  ): Promise<SymbolSession | undefined> {
    this.#forgetSymbols();
    const { path, language, text } = source;
    const session = canHoldAny(names, text.value) ? await this.#tools.symbols.open(source) : undefined;
    if (session !== undefined) {
      this.#symbols = { session, path, language, text: text.value };
      await inTurns(session.update(text), turns);
    }
    return session;
  }

  #forgetSymbols(): void {
    this.#symbols?.session.dispose();
    this.#symbols = undefined;
  }

  /** A question that was left leaves what it had not come to as it was. */
  #forgetUnfinished(): void {
    if (this.#symbols?.session.trouble !== undefined) {
      this.#forgetSymbols();
    }
  }

  #forget(): void {
    this.#hits = undefined;
    this.#forgetSymbols();
  }
}

function haveSameScopes(a: readonly ReachingScope[], b: readonly ReachingScope[]): boolean {
  return a.length === b.length && a.every(({ scope }, index) => scope === b[index]?.scope);
}
