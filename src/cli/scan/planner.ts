import type { Library } from '../../core/library/library';
import type { ReachingScope } from '../../core/library/scopeIndex';
import { isScriptLanguage, languageOfPath } from '../../core/match/language';
import { asksForText, reachingScopes } from '../../core/match/reachingScopes';
import type { Committed } from '../gitStatus';
import { ScopeDigests } from './scopeDigests';

/** What some scopes ask of a file that they let in. */
interface Demand {
  /** Of what the scopes say. */
  readonly digest: string;
  /** Whether some scope asks for what stands in the text; the matches of the others are of no place. */
  readonly asksForText: boolean;
  /** Whether the first line decides whether some scope is meant. */
  readonly asksForLanguage: boolean;
  /** Whether some scope goes by what is being done with the code. */
  readonly asksForChanges: boolean;
  readonly usesManifests: boolean;
}

/** A file that its scopes have to look into. */
export interface PlannedFile {
  readonly demand: Demand;
  readonly path: string;
  readonly committed: Committed;
}

/** What it takes to know what lessons have in a file: nothing, its path alone, or its text. */
export type Plan =
  | { readonly kind: 'nothing' | 'path' }
  | { readonly kind: 'text'; readonly file: PlannedFile };

/** Tells what it takes to know what lessons have in files. */
export class Planner {
  readonly #library: Library;
  readonly #all: boolean;
  readonly #digests: ScopeDigests;
  /** The same scopes let many files in. */
  readonly #demands = new WeakMap<readonly ReachingScope[], Demand>();

  /** @param all whether matches count that mean a whole file; where they do not, fewer files need be read */
  constructor(library: Library, all: boolean) {
    this.#library = library;
    this.#all = all;
    this.#digests = new ScopeDigests(library);
  }

  plan(path: string, committed: Committed): Plan {
    const language = languageOfPath(path);
    const scopes = reachingScopes(this.#library, path, language);
    if (scopes.length === 0) {
      return { kind: 'nothing' };
    }
    const demand = this.#demands.get(scopes) ?? this.#demandOf(scopes, language);
    this.#demands.set(scopes, demand);
    if (!this.#all && !demand.asksForText) {
      return { kind: 'nothing' };
    }
    const isDifferent = committed !== 'same' && committed !== 'nothing';
    return demand.asksForText || demand.asksForLanguage || (demand.asksForChanges && isDifferent)
      ? { kind: 'text', file: { demand, path, committed } }
      : { kind: 'path' };
  }

  #demandOf(reaching: readonly ReachingScope[], language: string | undefined): Demand {
    const isPossible = (one: string) => one === 'plaintext' || isScriptLanguage(one);
    const scopes = reaching
      .map(({ scope }) => scope)
      .filter(({ scope: { languages } }) => language !== undefined || languages?.some(isPossible) !== false);
    return {
      digest: this.#digests.of(scopes),
      asksForText: scopes.some(asksForText),
      asksForLanguage:
        language === undefined && scopes.some(({ scope: { languages } }) => languages !== undefined),
      asksForChanges: scopes.some(({ scope: { when = 'any' } }) => when !== 'any'),
      usesManifests: scopes.some(({ scope: { packages } }) => packages !== undefined),
    };
  }
}
