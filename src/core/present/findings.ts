import { type Budget, defaultPolicy } from '../lesson/policy';
import type { Level } from '../lesson/vocabulary';
import { type ChangedLines, touches } from '../match/changedLines';
import type { Match } from '../match/match';
import type { Range } from '../text';
import { levelOf, quieter } from './level';

/** A match that is shown, and how loudly. */
export interface Finding {
  readonly match: Match;
  readonly level: Level;
  readonly changed: boolean;
}

export type PlacedMatch = Match & { readonly range: Range };

/** changes: full voice on changed lines, a hint elsewhere. all: full voice everywhere. off: nothing. */
export type Show = 'changes' | 'all' | 'off';

const severityWeight = { critical: 8, high: 4, medium: 2, low: 1 } as const;
const confidenceWeight = { high: 1, medium: 0.7, low: 0.4 } as const;

/** Every match with its lesson's own level, whatever is changed. */
export function allFindings(matches: readonly Match[], changed: ChangedLines): Finding[] {
  return matches.map((match) => ({
    match,
    level: levelOf(match.lesson),
    changed: touches(changed, match.extent),
  }));
}

/** The matches that have a place in the text and may be seen there; a silent lesson is in the tree alone. */
export function placedMatches(matches: readonly Match[]): readonly PlacedMatch[] {
  return matches.filter(
    (match): match is PlacedMatch => match.range !== undefined && levelOf(match.lesson) !== 'silent',
  );
}

/**
 * What one file's diagnostics are: never a broad match, no more lessons and findings per symbol than the budget has, the
 * best score first, in the order of the text.
 */
export function findingsOf(
  matches: readonly Match[],
  changed: ChangedLines,
  show: Show,
  budget: Budget = defaultPolicy.budget,
): Finding[] {
  if (show === 'off') {
    return [];
  }
  const candidates = allFindings(matches, changed)
    .filter(({ match, level }) => match.class !== 'broad' && level !== 'silent')
    .map((finding) =>
      show === 'all' || finding.changed ? finding : { ...finding, level: quieter(finding.level, 'hint') },
    );
  const kept = withinBudget(
    [...candidates].sort((a, b) => scoreOf(b) - scoreOf(a)),
    budget,
  );
  return candidates.filter((finding) => kept.has(finding));
}

function withinBudget(
  best: readonly Finding[],
  { lessonsPerFile, findingsPerSymbol }: Budget,
): ReadonlySet<Finding> {
  const lessons = new Set<string>();
  const symbols = new Map<string, number>();
  const kept = new Set<Finding>();
  for (const finding of best) {
    const { lesson, why, class: kind } = finding.match;
    const isKnown = lessons.has(lesson.id);
    const symbol = why.symbol ?? '';
    const taken = symbols.get(symbol) ?? 0;
    const isTaken = kind === 'named' && taken >= findingsPerSymbol;
    if ((isKnown || lessons.size < lessonsPerFile) && !isTaken) {
      lessons.add(lesson.id);
      kept.add(finding);
      if (kind === 'named') {
        symbols.set(symbol, taken + 1);
      }
    }
  }
  return kept;
}

function scoreOf({ match, changed }: Finding): number {
  const { lesson, why } = match;
  const specificity = match.class === 'named' ? 0.7 : why.symbol === undefined ? 0.9 : 1;
  const weight = severityWeight[lesson.severity] * confidenceWeight[lesson.confidence] * specificity;
  // What is being changed goes before anything that is not.
  return weight + (changed ? 100 : 0);
}
