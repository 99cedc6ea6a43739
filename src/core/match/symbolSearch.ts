import type { CompiledScope } from '../library/compiledLesson';
import type { Library } from '../library/library';
import { meansSymbol } from './codeSymbol';
import { MissingSymbols, type Report } from './missingSymbols';
import { hasGrammar, mostNearFiles, namesIn, nearestSymbol } from './nearSymbols';
import { type ProjectFiles, textsOf } from './projectFiles';
import type { ProjectPaths } from './projectPaths';
import { filesOf } from './scopeFiles';
import { sourceOf } from './source';
import type { SymbolFinder } from './symbolFinder';
import { wordsOf } from './symbolWords';
import type { Turns } from './turns';

/** Near names are for the few slips of a day; for a folder full of them it would take minutes. */
const mostNearNames = 100;

/** Looks for the symbols of many scopes at once: each file is read and parsed once at most, and only where it can matter. */
export class SymbolSearch {
  readonly #project: ProjectFiles;
  readonly #symbols: SymbolFinder;
  readonly #turns: Turns;
  readonly #groups = new Map<string, MissingSymbols>();

  constructor(project: ProjectFiles, symbols: SymbolFinder, turns: Turns) {
    this.#project = project;
    this.#symbols = symbols;
    this.#turns = turns;
  }

  /**
   * Asks for the symbols of a scope; `report` is told by `run` which there are not. Without paths a symbol may yet be
   * written, and in languages without a grammar nobody can tell.
   */
  async add(
    scope: CompiledScope,
    library: Pick<Library, 'ignores'>,
    known: ProjectPaths,
    report: Report,
  ): Promise<void> {
    const { paths, exclude, languages, symbols } = scope.scope;
    if (paths === undefined || symbols === undefined) {
      return;
    }
    const key = JSON.stringify([paths, exclude, languages]);
    const group = this.#groups.get(key) ?? new MissingSymbols(await this.#filesOf(scope, library, known));
    this.#groups.set(key, group);
    if (group.files.length > 0) {
      for (const symbol of new Set(symbols)) {
        group.add({ symbol, report });
      }
    }
  }

  async run(): Promise<void> {
    const groupsOf = new Map<string, MissingSymbols[]>();
    for (const group of this.#groups.values()) {
      for (const path of group.files) {
        const groups = groupsOf.get(path) ?? [];
        groupsOf.set(path, groups);
        groups.push(group);
      }
    }
    const openAt = (path: string) => (groupsOf.get(path) ?? []).filter(({ isEmpty }) => !isEmpty);
    for await (const [path, text] of textsOf(this.#project, filter(groupsOf.keys(), openAt))) {
      if (!(await this.#turns.next())) {
        return;
      }
      if (text !== undefined) {
        await this.#look(path, text, openAt(path));
      }
    }
    await this.#reportMissing();
  }

  async #filesOf(
    scope: CompiledScope,
    library: Pick<Library, 'ignores'>,
    known: ProjectPaths,
  ): Promise<string[]> {
    const files: string[] = [];
    for await (const path of filesOf(scope, library, known, this.#turns)) {
      if (hasGrammar(path)) {
        files.push(path);
      }
    }
    return files;
  }

  async #look(path: string, text: string, groups: readonly MissingSymbols[]): Promise<void> {
    const words = wordsOf(text);
    const possible = groups.map((group) => [group, group.possibleIn(words, text)] as const);
    if (possible.every(([, missing]) => missing.length === 0)) {
      return;
    }
    const names = await this.#namesIn(path, text);
    for (const [group, missing] of possible) {
      for (const one of missing.filter(({ symbol }) => names.some((name) => meansSymbol(symbol, name)))) {
        group.found(one.symbol);
      }
    }
  }

  async #namesIn(path: string, text: string): Promise<string[]> {
    const symbols = await this.#symbols.symbolsOf(sourceOf(path, text));
    return symbols.map(({ name }) => name);
  }

  async #reportMissing(): Promise<void> {
    let [files, names] = [mostNearFiles, mostNearNames];
    for (const group of this.#groups.values()) {
      const missing = group.all;
      const isNear = missing.length > 0 && group.files.length <= files && names > 0;
      const known = isNear ? await namesIn(group.files, this.#project, this.#symbols, this.#turns) : [];
      files -= isNear ? group.files.length : 0;
      for (const { symbol, report } of missing) {
        const nearest = names > 0 ? nearestSymbol(symbol, known) : undefined;
        report({ code: 'symbol-not-found', symbol, nearest });
        names--;
      }
    }
  }
}

function* filter(
  paths: Iterable<string>,
  groupsOf: (path: string) => readonly MissingSymbols[],
): Generator<string> {
  for (const path of paths) {
    if (groupsOf(path).length > 0) {
      yield path;
    }
  }
}
