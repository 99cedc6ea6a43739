import type * as vscode from 'vscode';
import type { IndexedScope, Lesson } from '../core/lesson/lesson';
import type { LessonFolder } from './lessonFolders';

/** A scope as a document has it now. Two that say the same have the same answer, wherever they stand. */
export interface AskedScope {
  readonly folder: LessonFolder;
  readonly lesson: Lesson;
  readonly scope: IndexedScope;
}

/** Finds an answer; `undefined` where that was given up because nobody wanted it any more. */
export type Find<T> = (asked: AskedScope, isWanted: () => boolean) => Promise<T | undefined>;

interface Entry<T> {
  readonly asked: AskedScope;
  readonly answer: Promise<T | undefined>;
  /** How many wait. */
  waiting: number;
  isWanted: boolean;
  isGiven: boolean;
}

/** The author who types goes through many scopes, and comes back to few. */
const mostEntries = 100;

/** Who scrolls away may scroll back: an answer that nobody waits for is given up only after a while. In milliseconds. */
const patience = 2000;

/** Answers about scopes, each found once for as long as it holds. */
export class ScopeCache<T> {
  readonly #find: Find<T>;
  readonly #entries = new Map<string, Entry<T>>();
  /** What was answered last, good or not, so that there is something to show meanwhile. */
  readonly #last = new Map<string, T>();

  constructor(find: Find<T>) {
    this.#find = find;
  }

  /** Rejects as `find` does. `undefined` where the token was cancelled, or the answer was forgotten meanwhile. */
  async ask(asked: AskedScope, token?: vscode.CancellationToken): Promise<T | undefined> {
    const key = keyOf(asked);
    const entry = this.#entries.get(key) ?? this.#start(key, asked);
    // The oldest are dropped first, and this one is new again.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    entry.waiting++;
    let isHere = true;
    const leave = () => {
      if (isHere) {
        isHere = false;
        entry.waiting--;
        if (!entry.isGiven) {
          setTimeout(() => this.#giveUp(key, entry), patience);
        }
      }
    };
    const listener = token?.onCancellationRequested(leave);
    try {
      const answer = await entry.answer;
      return token?.isCancellationRequested ? undefined : answer;
    } finally {
      listener?.dispose();
      leave();
    }
  }

  /** What was answered last, also where it may no longer hold. */
  last(asked: AskedScope): T | undefined {
    return this.#last.get(keyOf(asked));
  }

  /** Forgets the answers that no longer hold; tells whether there were any. */
  forget(isOld: (asked: AskedScope) => boolean): boolean {
    const old = [...this.#entries].filter(([, { asked }]) => isOld(asked));
    for (const [key, entry] of old) {
      this.#drop(key, entry);
    }
    return old.length > 0;
  }

  #start(key: string, asked: AskedScope): Entry<T> {
    const entry: Entry<T> = {
      ...{ asked, waiting: 0, isWanted: true, isGiven: false },
      answer: this.#find(asked, () => entry.isWanted).then(
        (value) => {
          entry.isGiven = true;
          if (value === undefined || !entry.isWanted) {
            return undefined;
          }
          this.#last.delete(key);
          this.#last.set(key, value);
          shorten(this.#last);
          return value;
        },
        (error) => {
          this.#drop(key, entry);
          throw error;
        },
      ),
    };
    this.#entries.set(key, entry);
    for (const old of shorten(this.#entries)) {
      old.isWanted = false;
    }
    return entry;
  }

  #giveUp(key: string, entry: Entry<T>): void {
    if (entry.waiting === 0 && !entry.isGiven) {
      this.#drop(key, entry);
    }
  }

  #drop(key: string, entry: Entry<T>): void {
    entry.isWanted = false;
    if (this.#entries.get(key) === entry) {
      this.#entries.delete(key);
    }
  }
}

/** Takes the oldest out of what grew too long. */
function shorten<V>(map: Map<string, V>): V[] {
  const oldest = [...map].slice(0, Math.max(0, map.size - mostEntries));
  for (const [key] of oldest) {
    map.delete(key);
  }
  return oldest.map(([, value]) => value);
}

function keyOf({ folder, scope }: AskedScope): string {
  return JSON.stringify([folder.uri.toString(), folder.library.policy.ignore, scope.scope]);
}
