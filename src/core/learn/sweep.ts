import { grouped } from '../grouped';
import type { Lesson } from '../lesson/lesson';
import type { Policy } from '../lesson/policy';
import { type Place, reachOf, type ScopeReach, type Surroundings } from '../match/reach';
import type { Turns } from '../match/turns';
import { meansOrigin, type Origin, originOf } from './origin';

export interface SweptScope {
  /** Its place in `applies_to`. */
  readonly index: number;
  readonly reach: ScopeReach;
}

/** Everything in a project that a lesson means now: where else does the same mistake stand? */
export interface Sweep {
  readonly scopes: readonly SweptScope[];
  /** Sorted; the places of all scopes, each once; none in a file that is meant as a whole. */
  readonly files: readonly { readonly path: string; readonly places: readonly Place[] }[];
  /** The places; of a scope that means whole files, these files. */
  readonly hits: number;
  /** Those in changed code. */
  readonly changed: number;
  /** Against the policy's budget. */
  readonly breadth: 'nothing' | 'fits' | 'broad';
  /** The most hits that fit. */
  readonly limit: number;
  /** Whether no scope means the lines that the lesson comes from, although they still stand there. */
  readonly missesOrigin: boolean;
  /** Whether there may be more of everything. */
  readonly isCut: boolean;
}

/** What all scopes of a lesson have in a project; `undefined` where nobody wanted the answer any more. */
export async function sweepOf(lesson: Lesson, where: Surroundings, turns: Turns): Promise<Sweep | undefined> {
  const scopes: SweptScope[] = [];
  for (const scope of lesson.scopes) {
    const reach = await reachOf(lesson, scope, where, turns);
    if (reach === undefined) {
      return undefined;
    }
    scopes.push({ index: scope.index, reach });
  }
  const origin = await originOf(lesson, where);
  return (await turns.next()) ? sweepFrom(scopes, origin, where.policy) : undefined;
}

/** The sweep, where it is known what each scope has. */
export function sweepFrom(
  scopes: readonly SweptScope[],
  origin: Origin | undefined,
  { budget: { hitsPerLesson: limit } }: Pick<Policy, 'budget'>,
): Sweep {
  const places = distinct(scopes.flatMap(({ reach }) => placesMeant(reach)));
  const byPath = new Map<string, readonly Place[]>(grouped(places, ({ path }) => path));
  const whole = scopes.filter(({ reach }) => meansFiles(reach)).flatMap(({ reach }) => reach.files);
  const wholeFiles = [...new Set(whole)].filter((path) => !byPath.has(path));
  const hits = places.length + wholeFiles.length;
  return {
    scopes,
    files: [...[...byPath.keys(), ...wholeFiles].sort()].map((path) => ({
      path,
      places: byPath.get(path) ?? [],
    })),
    ...{ hits, limit, changed: places.filter(({ isChanged }) => isChanged).length },
    breadth: hits === 0 ? 'nothing' : hits > limit ? 'broad' : 'fits',
    missesOrigin:
      scopes.length > 0 && origin !== undefined && !scopes.some(({ reach }) => meansOrigin(reach, origin)),
    isCut: scopes.some(({ reach }) => reach.isCut),
  };
}

/** How many places a scope comes to; the files, where it means these as a whole. */
export function countOf(reach: ScopeReach): number {
  return meansFiles(reach) ? reach.files.length : placesMeant(reach).length;
}

/** None where it means whole files. */
export function placesMeant({ hits, symbols }: ScopeReach): readonly Place[] {
  return hits ?? symbols ?? [];
}

function meansFiles({ hits, symbols }: ScopeReach): boolean {
  return hits === undefined && symbols === undefined;
}

function distinct(places: readonly Place[]): Place[] {
  const seen = new Map(
    places.map((place) => {
      const { start, end } = place.range;
      return [`${start.line}:${start.character}-${end.line}:${end.character} ${place.path}`, place];
    }),
  );
  return [...seen.values()];
}
