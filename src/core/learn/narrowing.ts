import { globOfPath } from '../lesson/glob';
import type { IndexedScope, Lesson, Scope } from '../lesson/lesson';
import { reachOf, type ScopeReach, type Surroundings } from '../match/reach';
import type { Turns } from '../match/turns';
import type { Candidate } from './candidate';
import { withCandidate } from './candidateCount';
import { candidatesFor } from './candidates';
import { meansOrigin, type Origin, originOf, selectionOf } from './origin';
import { countOf, placesMeant, type Sweep } from './sweep';

/** A way to make a scope mean less, which still means the code that the lesson comes from. */
export interface Narrowing {
  readonly kind: 'path' | 'folder' | 'symbol' | 'pattern';
  /** The whole scope to put in place. */
  readonly scope: Scope;
  /** Of which scope of `applies_to`. */
  readonly index: number;
  /** What it would have then. */
  readonly hits: number;
  readonly files: number;
}

const most = 5;

/**
 * How the scopes of a lesson that means too much can be narrowed, each tried: it means less, and the lesson's origin
 * still. The one first that fits the budget and takes least away. None for a lesson that fits.
 * @returns `undefined` where nobody wanted the answer any more
 */
export async function narrowingsOf(
  lesson: Lesson,
  { scopes, breadth, limit }: Pick<Sweep, 'scopes' | 'breadth' | 'limit'>,
  candidates: readonly Candidate[],
  where: Surroundings,
  turns: Turns,
): Promise<readonly Narrowing[] | undefined> {
  const origin = breadth === 'broad' ? await originOf(lesson, where) : undefined;
  if (origin === undefined) {
    return [];
  }
  const widest = Math.max(...scopes.map(({ reach }) => countOf(reach)));
  const found: Narrowing[] = [];
  for (const { index, reach } of scopes.filter((one) => countOf(one.reach) >= Math.min(widest, limit + 1))) {
    const scope = lesson.scopes.find((one) => one.index === index);
    for (const one of scope === undefined ? [] : narrower(scope, origin, candidates)) {
      const now = scope && (await reachOf(lesson, { ...scope, scope: one.scope }, where, turns));
      if (now === undefined) {
        return undefined;
      }
      if (countOf(now) < countOf(reach) && countOf(now) > 0 && meansOrigin(now, origin)) {
        found.push({ ...one, hits: countOf(now), files: filesOf(now) });
      }
    }
  }
  const isOver = ({ hits }: Narrowing) => (hits > limit ? 1 : 0);
  return found
    .sort((a, b) => isOver(a) - isOver(b) || (isOver(a) === 0 ? b.hits - a.hits : a.hits - b.hits))
    .slice(0, most);
}

/** Candidates for more specific patterns: from the lines that a lesson comes from, or from its own examples. */
export async function candidatesOfOrigin(
  lesson: Lesson,
  where: Pick<Surroundings, 'project' | 'tools'>,
): Promise<readonly Candidate[]> {
  const origin = await originOf(lesson, where);
  if (origin === undefined) {
    return [];
  }
  const [example = ''] = lesson.frontMatter.tests?.match ?? [];
  const at = example === '' ? -1 : origin.source.text.value.indexOf(example);
  const selection = at === -1 ? selectionOf(origin) : { start: at, end: at + example.length };
  return selection === undefined ? [] : candidatesFor(origin.source, selection, where.tools);
}

type Proposal = Pick<Narrowing, 'kind' | 'scope' | 'index'>;

function narrower(
  { index, scope }: IndexedScope,
  { source: { path }, symbol }: Origin,
  candidates: readonly Candidate[],
): readonly Proposal[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const proposals: readonly (Omit<Proposal, 'index'> | undefined)[] = [
    folder === '' ? undefined : { kind: 'folder', scope: { ...scope, paths: [globOfPath(folder)] } },
    { kind: 'path', scope: { ...scope, paths: [globOfPath(path)] } },
    symbol === undefined ? undefined : { kind: 'symbol', scope: { ...scope, symbols: [symbol] } },
    ...candidates.map((candidate) => ({
      kind: 'pattern' as const,
      scope: withCandidate(scope, candidate),
    })),
  ];
  return proposals.flatMap((one) => (one === undefined ? [] : [{ ...one, index }]));
}

function filesOf(reach: ScopeReach): number {
  const places = placesMeant(reach);
  return places.length === 0 ? reach.files.length : new Set(places.map(({ path }) => path)).size;
}
