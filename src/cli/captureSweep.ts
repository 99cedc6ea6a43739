import { candidatesOfOrigin, type Narrowing, narrowingsOf } from '../core/learn/narrowing';
import { type Sweep, sweepOf } from '../core/learn/sweep';
import type { Lesson } from '../core/lesson/lesson';
import type { Surroundings } from '../core/match/reach';
import { withoutPause } from '../core/match/turns';

/** What a lesson has in the project, and how it can be made to have less. */
export interface Swept {
  readonly sweep: Sweep;
  /** None where it fits. */
  readonly narrowings: readonly Narrowing[];
}

/** `undefined` for a lesson that applies nowhere. */
export async function sweptBy(lesson: Lesson, where: Surroundings): Promise<Swept | undefined> {
  const sweep = lesson.scopes.length === 0 ? undefined : await sweepOf(lesson, where, withoutPause);
  if (sweep === undefined) {
    return undefined;
  }
  const candidates = sweep.breadth === 'broad' ? await candidatesOfOrigin(lesson, where) : [];
  const narrowings = await narrowingsOf(lesson, sweep, candidates, where, withoutPause);
  return { sweep, narrowings: narrowings ?? [] };
}
