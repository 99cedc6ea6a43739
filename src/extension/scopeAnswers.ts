import type * as vscode from 'vscode';
import type { IndexedScope, Lesson } from '../core/lesson/lesson';
import type { FolderFact } from '../core/match/folderProblems';
import { ReachSearch, type ScopeReach, type Surroundings } from '../core/match/reach';
import { reachFacts } from '../core/match/reachFacts';
import type { Turns } from '../core/match/turns';
import type { LessonFolder } from './lessonFolder';
import type { SharedTurns } from './sharedTurns';

/** A scope as a document has it now. */
export interface AskedScope {
  readonly folder: LessonFolder;
  readonly lesson: Lesson;
  readonly scope: IndexedScope;
}

/** Two that say the same have the same answers, wherever they stand. */
export function keyOf({ folder, scope }: AskedScope): string {
  return JSON.stringify([folder.uri.toString(), folder.library.policy.ignore, scope.scope]);
}

interface Answer<T> {
  /** The state of the folder for which it was looked for. */
  readonly version: number;
  readonly value: Promise<T | undefined>;
}

/** What is known of one scope, and the way to know more; somebody has to wait for it, or the search rests. */
export class ScopeAnswers {
  readonly folder: LessonFolder;
  readonly #scope: IndexedScope;
  readonly #where: Surroundings;
  readonly #search: ReachSearch;
  readonly #turns: Turns;
  readonly #known = new Map<string, Answer<unknown>>();
  #version = 0;
  #waiting = 0;
  #lastFacts: readonly FolderFact[] = [];

  constructor({ folder, lesson, scope }: AskedScope, where: Surroundings, turns: SharedTurns) {
    this.folder = folder;
    this.#scope = scope;
    this.#where = where;
    this.#search = new ReachSearch(lesson, scope, where);
    this.#turns = turns.of(() => this.isWanted);
  }

  get isWanted(): boolean {
    return this.#waiting > 0;
  }

  /** What `facts` gave last, also where that may no longer hold. */
  get lastFacts(): readonly FolderFact[] {
    return this.#lastFacts;
  }

  /** What holds when the answer comes; `undefined` where the token was cancelled. Rejects where it cannot be found. */
  reach(token?: vscode.CancellationToken): Promise<ScopeReach | undefined> {
    return this.#ask('reach', this.#findReach, token);
  }

  facts(token?: vscode.CancellationToken): Promise<readonly FolderFact[] | undefined> {
    return this.#ask('facts', this.#findFacts, token);
  }

  /** To be told of what happened in the folder; tells whether the answers may be others now. */
  forget(paths: Iterable<string>, isListOld: boolean): boolean {
    const concerned = [...paths].filter((path) => this.#search.forget(path));
    const isOld = isListOld || concerned.length > 0;
    this.#version += isOld ? 1 : 0;
    return isOld;
  }

  /** To be told where other lines may count as changed. */
  forgetChanges(): void {
    this.#search.forgetChanges();
    this.#version++;
  }

  readonly #findReach = () => this.#search.run(this.#turns);

  readonly #findFacts = async () => {
    const { scope } = this.#scope;
    const isNamed = scope.paths !== undefined && scope.symbols !== undefined;
    const reach = isNamed
      ? await this.#current('reach', this.#findReach)
      : await this.#search.files(this.#turns);
    const facts = reach && (await reachFacts(scope, reach, this.#where, this.#turns));
    this.#lastFacts = facts ?? this.#lastFacts;
    return facts;
  };

  async #ask<T>(
    name: string,
    find: () => Promise<T | undefined>,
    token?: vscode.CancellationToken,
  ): Promise<T | undefined> {
    if (token?.isCancellationRequested) {
      return undefined;
    }
    let isHere = true;
    const leave = () => {
      this.#waiting -= isHere ? 1 : 0;
      isHere = false;
    };
    this.#waiting++;
    const listener = token?.onCancellationRequested(leave);
    try {
      const value = await this.#current(name, find);
      return isHere ? value : undefined;
    } finally {
      listener?.dispose();
      leave();
    }
  }

  /** Asks until the answer holds that came; `undefined` where nobody waits any more. */
  async #current<T>(name: string, find: () => Promise<T | undefined>): Promise<T | undefined> {
    while (this.isWanted) {
      const answer = this.#answer(name, find);
      const [result] = await Promise.allSettled([answer.value]);
      if (answer.version === this.#version && result.status === 'rejected') {
        throw result.reason;
      }
      const value = result.status === 'fulfilled' ? result.value : undefined;
      if (answer.version === this.#version && value !== undefined) {
        return value;
      }
      if (this.#known.get(name) === answer) {
        this.#known.delete(name);
      }
    }
    return undefined;
  }

  /** One that is found or being found; what went wrong stays wrong until something changes. */
  #answer<T>(name: string, find: () => Promise<T | undefined>): Answer<T> {
    const known = this.#known.get(name) as Answer<T> | undefined;
    const answer = known ?? { version: this.#version, value: find() };
    this.#known.set(name, answer);
    return answer;
  }
}
