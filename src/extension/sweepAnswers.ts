import type * as vscode from 'vscode';
import { candidatesOfOrigin, type Narrowing, narrowingsOf } from '../core/learn/narrowing';
import { originOf } from '../core/learn/origin';
import { type Sweep, sweepFrom } from '../core/learn/sweep';
import { type SweepFact, sweepFacts } from '../core/learn/sweepFacts';
import type { ScopeReaches } from './scopeReaches';
import type { SharedTurns } from './sharedTurns';
import type { AskedLesson } from './structureAnswers';

/** As with scopes: the author who types goes through many, and comes back to few. */
const mostLessons = 100;

interface Known {
  readonly sweep: Sweep;
  readonly facts: readonly SweepFact[];
  /** Once somebody asked. */
  readonly narrowings?: readonly Narrowing[];
}

/** Whether proposed lessons mean too much, or not what they come from; two that say the same have the same answer. */
export class SweepAnswers {
  readonly #reaches: ScopeReaches;
  readonly #turns: SharedTurns;
  readonly #log: vscode.LogOutputChannel;
  readonly #known = new Map<string, Known>();

  constructor(reaches: ScopeReaches, turns: SharedTurns, log: vscode.LogOutputChannel) {
    this.#reaches = reaches;
    this.#turns = turns;
    this.#log = log;
  }

  /** What `facts` gave last, also where that may no longer hold. */
  lastFacts(asked: AskedLesson): readonly SweepFact[] {
    return this.#known.get(keyOf(asked))?.facts ?? [];
  }

  /** `undefined` where the token was cancelled. Rejects where it cannot be found. */
  async facts(
    asked: AskedLesson,
    token: vscode.CancellationToken,
  ): Promise<readonly SweepFact[] | undefined> {
    return asked.lesson.status === 'proposed' ? (await this.#ask(asked, token))?.facts : [];
  }

  /** `undefined` where the token was cancelled. Rejects where it cannot be found. */
  async sweep(asked: AskedLesson, token: vscode.CancellationToken): Promise<Sweep | undefined> {
    return (await this.#ask(asked, token))?.sweep;
  }

  /** How a lesson that means too much can be narrowed; nothing where that cannot be found, which the log tells. */
  async narrowings(asked: AskedLesson, token: vscode.CancellationToken): Promise<readonly Narrowing[]> {
    try {
      const known = await this.#ask(asked, token);
      return (known && (await this.#narrowings(known, asked, token))) ?? [];
    } catch (error) {
      this.#log.error(`How ${asked.lesson.path} can be narrowed cannot be told`, error);
      return [];
    }
  }

  async #ask(asked: AskedLesson, token: vscode.CancellationToken): Promise<Known | undefined> {
    const { folder, lesson } = asked;
    const reaches = await Promise.all(
      lesson.scopes.map(async (scope) => {
        const reach = await this.#reaches.reach({ folder, lesson, scope }, token);
        return reach === undefined ? [] : [{ index: scope.index, reach }];
      }),
    );
    const where = this.#reaches.surroundings(folder);
    const origin = token.isCancellationRequested ? undefined : await originOf(lesson, where);
    if (token.isCancellationRequested) {
      return undefined;
    }
    const sweep = sweepFrom(reaches.flat(), origin, where.policy);
    const key = keyOf(asked);
    const before = this.#known.get(key);
    const known =
      before !== undefined && JSON.stringify(before.sweep) === JSON.stringify(sweep)
        ? before
        : { sweep, facts: sweepFacts(lesson, sweep) };
    this.#keep(key, known);
    return known;
  }

  async #narrowings(
    known: Known,
    asked: AskedLesson,
    token: vscode.CancellationToken,
  ): Promise<readonly Narrowing[] | undefined> {
    const { folder, lesson } = asked;
    const { sweep, narrowings } = known;
    if (sweep.breadth !== 'broad' || narrowings !== undefined) {
      return narrowings;
    }
    const where = this.#reaches.surroundings(folder);
    const turns = this.#turns.of(() => !token.isCancellationRequested);
    const candidates = await candidatesOfOrigin(lesson, where);
    const found = await narrowingsOf(lesson, sweep, candidates, where, turns);
    if (found !== undefined && this.#known.get(keyOf(asked)) === known) {
      this.#keep(keyOf(asked), { ...known, narrowings: found });
    }
    return found;
  }

  #keep(key: string, known: Known): void {
    this.#known.delete(key);
    this.#known.set(key, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostLessons && oldest !== undefined) {
      this.#known.delete(oldest);
    }
  }
}

function keyOf({ folder, lesson: { scopes, status, frontMatter } }: AskedLesson): string {
  const { ignore, budget } = folder.library.policy;
  const { evidence, tests } = frontMatter;
  const said = scopes.map(({ index, scope }) => [index, scope]);
  return JSON.stringify([folder.uri.toString(), ignore, budget, status, said, evidence, tests]);
}
