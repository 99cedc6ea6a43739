import type { Pattern, PatternHit } from '../lesson/pattern';
import type { CompiledScope } from './compiledLesson';
import { PatternSet } from './patterns/patternSet';

/** The patterns of all scopes, which are looked for at once. Compiled when first asked for. */
export class ScopePatterns {
  readonly #scopes: readonly CompiledScope[];
  #set?: PatternSet;
  #indexes?: ReadonlyMap<CompiledScope, number>;

  constructor(scopes: readonly CompiledScope[]) {
    this.#scopes = scopes.filter(({ hasPattern }) => hasPattern);
  }

  get set(): PatternSet {
    this.#set ??= new PatternSet(
      this.#scopes.flatMap(({ pattern }): Pattern[] => (pattern === undefined ? [] : [pattern])),
    );
    return this.#set;
  }

  /** Tells by its index whether a pattern of the set belongs to one of these scopes. */
  among(scopes: Iterable<CompiledScope>): (index: number) => boolean {
    this.#indexes ??= new Map(this.#scopes.map((scope, index) => [scope, index]));
    const wanted = new Uint8Array(this.#scopes.length);
    for (const scope of scopes) {
      const index = this.#indexes.get(scope);
      if (index !== undefined) {
        wanted[index] = 1;
      }
    }
    return (index) => wanted[index] === 1;
  }

  /** Hits of the set by the scopes that they belong to. */
  byScope(
    hits: ReadonlyMap<number, readonly PatternHit[]>,
  ): ReadonlyMap<CompiledScope, readonly PatternHit[]> {
    const named = new Map<CompiledScope, readonly PatternHit[]>();
    for (const [index, found] of hits) {
      const scope = this.#scopes[index];
      if (scope !== undefined) {
        named.set(scope, found);
      }
    }
    return named;
  }
}
