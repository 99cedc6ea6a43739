import type { IndexedScope, Lesson, Scope } from '../lesson/lesson';
import type { Policy } from '../lesson/policy';
import type { CompiledScope } from '../library/compiledLesson';
import { buildLibrary, type Library } from '../library/library';
import type { Range } from '../text';
import { allLines, type ChangedLines, touches } from './changedLines';
import { matchSource } from './engine';
import type { Match } from './match';
import { isManifest } from './packages/manifests/manifests';
import { type ProjectFiles, textsOf } from './projectFiles';
import type { ProjectPaths } from './projectPaths';
import { asksForText } from './reachingScopes';
import { filesOf, takesPart } from './scopeFiles';
import { type Source, sourceOf } from './source';
import { canHoldAny } from './symbolWords';
import type { Tools } from './tools';
import type { Turns } from './turns';

/** A symbol or a hit that a scope has in a project. */
export interface Place {
  readonly path: string;
  readonly range: Range;
  /** The symbol, or the one that the hit lies in, where the scope asks for symbols. */
  readonly symbol?: string;
  /** Whether the hit, or the symbol's body, lies in changed code. */
  readonly isChanged: boolean;
}

/** All that one scope has in a project at one moment, as the matcher finds it. */
export interface ScopeReach {
  /** The files that its paths and languages let in, sorted. */
  readonly files: readonly string[];
  /** The symbols that it names, hit by its pattern or not; absent where it names none. */
  readonly symbols?: readonly Place[];
  /** The hits of its pattern or structure, or where its packages are named; absent where it asks for none of these. */
  readonly hits?: readonly Place[];
  /** Whether there may be more of everything than is listed. */
  readonly isCut: boolean;
}

/** Where a scope is tried, and with what. */
export interface Surroundings {
  readonly project: ProjectFiles;
  readonly tools: Tools;
  readonly policy: Policy;
  /** Which lines of a file are changed; without it none are. */
  readonly changedLinesOf?: (source: Source) => Promise<ChangedLines>;
}

/** More places are not looked for: nobody reads them, and whoever sees so many writes another pattern. */
export const mostPlaces = 1000;

interface FileReach {
  readonly symbols: readonly Place[];
  readonly hits: readonly Place[];
}

const nothing: FileReach = { symbols: [], hits: [] };

/** Looks for what a scope of a lesson has in a project, and remembers it by file: what changes is looked at again. */
export class ReachSearch {
  readonly #where: Surroundings;
  readonly #scope: IndexedScope;
  readonly #library: Library;
  /** A pattern within symbols hides those that it does not hit, so they are asked for by themselves. */
  readonly #symbolLibrary: Library | undefined;
  readonly #looked = new Map<string, FileReach>();
  readonly #forgotten = new Set<string>();
  #list: { readonly of: ProjectPaths; readonly files: readonly string[] } | undefined;

  /** The scope of a retired lesson has nothing. */
  constructor(lesson: Lesson, scope: IndexedScope, where: Surroundings) {
    this.#where = where;
    this.#scope = scope;
    this.#library = libraryOf(lesson, scope, where.policy);
    const { pattern, not_pattern, flags, structure, ...rest } = scope.scope;
    this.#symbolLibrary =
      rest.symbols === undefined || !asksForHits(scope.scope)
        ? undefined
        : libraryOf(lesson, { ...scope, scope: rest }, where.policy);
  }

  /** To be told of a file that changed; tells whether that may change the answer. */
  forget(path: string): boolean {
    this.#forgotten.add(path);
    const scope = this.#compiled;
    if (scope?.scope.packages !== undefined && isManifest(path)) {
      // What the manifest says may let in any file around it.
      this.#looked.clear();
      return true;
    }
    return scope !== undefined && takesPart(scope, this.#library, path);
  }

  /** To be told where other lines may count as changed. */
  forgetChanges(): void {
    for (const [path, found] of this.#looked) {
      if (found !== nothing) {
        this.#forgotten.add(path);
      }
    }
  }

  /**
   * The files that the scope lets in, sorted. `undefined` where nobody wanted the answer any more, here and below; what
   * was found by then is not looked for again.
   */
  async files(turns: Turns): Promise<Pick<ScopeReach, 'files' | 'isCut'> | undefined> {
    const paths = await this.#where.project.paths();
    if (this.#list?.of !== paths) {
      const files: string[] = [];
      if (this.#compiled !== undefined) {
        for await (const path of filesOf(this.#compiled, this.#library, paths, turns)) {
          files.push(path);
        }
      }
      if (!(await turns.next())) {
        return undefined;
      }
      this.#list = { of: paths, files: files.sort() };
    }
    return { files: this.#list.files, isCut: !paths.isWhole };
  }

  /** Rejects where a file or a grammar cannot be read. */
  async run(turns: Turns): Promise<ScopeReach | undefined> {
    const known = await this.files(turns);
    if (known === undefined || !asksForText(this.#scope)) {
      return known;
    }
    for (const path of this.#forgotten) {
      this.#looked.delete(path);
    }
    this.#forgotten.clear();
    const isDone = await this.#look(known.files, turns);
    return isDone ? this.#gathered(known.files, known.isCut) : undefined;
  }

  get #compiled(): CompiledScope | undefined {
    return this.#library.compiled[0]?.scopes[0];
  }

  /** Looks into the files until all are known, or enough is; false where nobody wanted to know any more. */
  async #look(files: readonly string[], turns: Turns): Promise<boolean> {
    const unknown = files.filter((path) => !this.#looked.has(path));
    const places = { symbols: 0, hits: 0 };
    const count = ({ symbols, hits }: FileReach) => {
      places.symbols += symbols.length;
      places.hits += hits.length;
    };
    for (const path of files) {
      count(this.#looked.get(path) ?? nothing);
    }
    const isEnough = () => places.symbols >= mostPlaces || places.hits >= mostPlaces;
    if (unknown.length === 0 || isEnough()) {
      return true;
    }
    for await (const [path, text] of textsOf(this.#where.project, unknown)) {
      if (!(await turns.next())) {
        return false;
      }
      const found = text === undefined ? nothing : await this.#reachIn(path, text);
      this.#looked.set(path, found);
      count(found);
      if (isEnough()) {
        break;
      }
    }
    return true;
  }

  async #reachIn(path: string, text: string): Promise<FileReach> {
    const { symbols: named } = this.#scope.scope;
    if (named !== undefined && !canHoldAny(named, text)) {
      return nothing;
    }
    const source = sourceOf(path, text);
    const matches = await this.#matchesOf(this.#library, source);
    const others = this.#symbolLibrary ? await this.#matchesOf(this.#symbolLibrary, source) : [];
    if (matches.length + others.length === 0) {
      return nothing;
    }
    const changed = await this.#where.changedLinesOf?.(source);
    return asksForHits(this.#scope.scope)
      ? { symbols: placesOf(others, changed), hits: placesOf(matches, changed) }
      : { symbols: placesOf(matches, changed), hits: [] };
  }

  /** What the scope has whatever is being done with the code, as its author wants to see that. */
  async #matchesOf(library: Library, source: Source): Promise<readonly Match[]> {
    return (await matchSource(library, source, this.#where.tools, async () => allLines)).matches;
  }

  #gathered(files: readonly string[], isCut: boolean): ScopeReach {
    const { symbols } = this.#scope.scope;
    const found = files.map((path) => this.#looked.get(path) ?? nothing).filter((one) => one !== nothing);
    const all = {
      symbols: symbols && found.flatMap((one) => one.symbols).slice(0, mostPlaces),
      hits: asksForHits(this.#scope.scope)
        ? found.flatMap((one) => one.hits).slice(0, mostPlaces)
        : undefined,
    };
    const isFull = all.symbols?.length === mostPlaces || all.hits?.length === mostPlaces;
    return { files, ...all, isCut: isCut || isFull };
  }
}

/** What a scope of a lesson has in a project; as `ReachSearch`, once. */
export function reachOf(
  lesson: Lesson,
  scope: IndexedScope,
  where: Surroundings,
  turns: Turns,
): Promise<ScopeReach | undefined> {
  return new ReachSearch(lesson, scope, where).run(turns);
}

function libraryOf(lesson: Lesson, scope: IndexedScope, policy: Policy): Library {
  // What counts is where it applies, whatever is being done with the code just now.
  const { when, ...always } = scope.scope;
  const alone = {
    ...{ path: lesson.path, problems: [] },
    lesson: { ...lesson, scopes: [{ ...scope, scope: always }] },
  };
  return buildLibrary([alone], { policy, policyProblems: [] });
}

/** Whether a scope means places in the text by something other than symbols. */
function asksForHits({ pattern, structure, packages, symbols }: Scope): boolean {
  return (
    pattern !== undefined || structure !== undefined || (packages !== undefined && symbols === undefined)
  );
}

function placesOf(matches: readonly Match[], changed: ChangedLines | undefined): Place[] {
  return matches.flatMap(({ path, why: { symbol, package: imported }, ...match }) => {
    const range = match.range ?? imported?.at;
    const extent = match.extent ?? range;
    const isChanged = changed !== undefined && touches(changed, extent);
    return range === undefined ? [] : [{ path, range, ...(symbol !== undefined && { symbol }), isChanged }];
  });
}
