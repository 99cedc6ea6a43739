import type { Budget } from '../lesson/policy';
import type { Match } from '../match/match';
import { contains } from '../text';
import type { Ruling } from './ruling';

/** A match that would be shown if there were places without end. */
export interface Candidate {
  readonly match: Match;
  readonly isChanged: boolean;
  readonly score: number;
}

/** Lessons by id, with their titles. */
type Taken = Map<string, string>;

/** A lesson that hits a file all over is told by some of its hits; the others are found at their places. */
const mostHits = 10;

/**
 * Gives out the places that a file and its symbols have: what is being changed goes first, then the best score; equals in
 * the order of the text. A lesson that has a place in the file may use it for several of its hits.
 */
export function allot(
  candidates: readonly Candidate[],
  budget: Budget,
): ReadonlyMap<Match, readonly Ruling[]> {
  const inFile: Taken = new Map();
  const inSymbols = new Map<string, Taken>();
  const hitsOf = new Map<string, number>();
  const rulings = new Map<Match, readonly Ruling[]>();
  const best = [...candidates].sort((a, b) => Number(b.isChanged) - Number(a.isChanged) || b.score - a.score);
  const hits = candidates.filter(({ match }) => match.class === 'sharp');
  for (const candidate of best) {
    const { match } = candidate;
    const { id, title } = match.lesson;
    const symbol = symbolRuling(candidate, hits, inSymbols, budget.findingsPerSymbol);
    const file = fileRuling(match, inFile, budget.lessonsPerFile);
    const hit = hitRuling(hitsOf.get(id) ?? 0, budget);
    const asked = [symbol, file, hit].filter((ruling) => ruling !== undefined);
    // Of rules that give out places, the first that refuses has decided.
    const refused = asked.findIndex(({ effect }) => effect === 'silence');
    rulings.set(match, refused === -1 ? asked : asked.slice(0, refused + 1));
    if (refused === -1) {
      inFile.set(id, title);
      takenIn(inSymbols, match.why.symbol)?.set(id, title);
      hitsOf.set(id, (hitsOf.get(id) ?? 0) + 1);
    }
  }
  return rulings;
}

function takenIn(inSymbols: Map<string, Taken>, symbol: string | undefined): Taken | undefined {
  if (symbol === undefined) {
    return undefined;
  }
  const taken: Taken = inSymbols.get(symbol) ?? new Map();
  inSymbols.set(symbol, taken);
  return taken;
}

function symbolRuling(
  candidate: Candidate,
  hits: readonly Candidate[],
  inSymbols: Map<string, Taken>,
  limit: number,
): Ruling | undefined {
  const { lesson, class: kind, why } = candidate.match;
  if (why.symbol === undefined) {
    return undefined;
  }
  const taken = takenIn(inSymbols, why.symbol) ?? new Map();
  // A name says nothing beside a hit of the same lesson within it, nor at a second part of the same symbol.
  const isSaid = kind === 'named' && (taken.has(lesson.id) || hits.some((hit) => saysMore(hit, candidate)));
  const isFull = !taken.has(lesson.id) && taken.size >= limit;
  return {
    ...{ rule: 'symbol-budget', symbol: why.symbol, limit },
    ahead: isSaid ? [lesson.title] : isFull ? [...taken.values()] : [],
    effect: isSaid || isFull ? 'silence' : 'none',
  };
}

function saysMore(hit: Candidate, { match: { lesson, extent }, isChanged }: Candidate): boolean {
  const { lesson: other, range } = hit.match;
  const isAsLoud = hit.isChanged || !isChanged;
  const isWithin = range !== undefined && extent !== undefined && contains(extent, range.start);
  return isAsLoud && other.id === lesson.id && isWithin;
}

function fileRuling({ lesson }: Match, inFile: Taken, limit: number): Ruling {
  const isFull = !inFile.has(lesson.id) && inFile.size >= limit;
  const ahead = isFull ? [...inFile.values()] : [];
  return { rule: 'file-budget', limit, ahead, effect: isFull ? 'silence' : 'none' };
}

/** Where everything is listed, hits are not counted either. */
function hitRuling(taken: number, { lessonsPerFile }: Budget): Ruling | undefined {
  return taken < mostHits || lessonsPerFile === Number.POSITIVE_INFINITY
    ? undefined
    : { rule: 'hit-budget', limit: mostHits, effect: 'silence' };
}
