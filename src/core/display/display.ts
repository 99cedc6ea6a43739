import type { Level } from '../lesson/vocabulary';
import { touches } from '../match/changedLines';
import { isWithin } from '../match/conflicts';
import type { Match } from '../match/match';
import { allot } from './allotment';
import type { DisplayFacts } from './facts';
import { lowered, ownLevel, quieter } from './level';
import type { Ruling } from './ruling';
import { scoreOf } from './score';
import type { Standing } from './standing';

/**
 * The loudest surface on which a match is found: in the text by itself, at its place when asked there, or in the tree and
 * in lists alone.
 */
export type Surface = 'diagnostic' | 'hover' | 'tree';

/** What the policy of display makes of one match, and by which rules. */
export interface Finding {
  readonly match: Match;
  /** How loudly it speaks, or would if nothing silenced it. */
  readonly level: Level;
  readonly changed: boolean;
  readonly surface: Surface;
  /** In the order of asking. */
  readonly rulings: readonly Ruling[];
}

/** Rules that leave nothing to be asked for at the place: it is not about that place, or somebody has said so. */
const leavesPlace: ReadonlySet<Ruling['rule']> = new Set([
  ...(['class', 'conflict', 'suppressed', 'level', 'demoted'] as const),
]);

/**
 * The whole policy of display: one finding for each match of a file, in their order. Pure; every surface and the command
 * line read what comes out.
 */
export function display(matches: readonly Match[], facts: DisplayFacts): readonly Finding[] {
  const judged = matches.map((match) => judge(match, facts));
  const candidates = judged.flatMap(({ match, isChanged, rulings }) =>
    rulings.some(({ effect }) => effect === 'silence')
      ? []
      : [{ match, isChanged, score: scoreOf(match, facts.standingOf(match)) }],
  );
  const allotted = allot(candidates, facts.budget);
  return judged.map(({ match, level, isChanged, rulings: own }): Finding => {
    const rulings = [...own, ...(allotted.get(match) ?? [])];
    return { match, level, changed: isChanged, surface: surfaceOf(rulings), rulings };
  });
}

function surfaceOf(rulings: readonly Ruling[]): Surface {
  const silencing = rulings.filter(({ effect }) => effect === 'silence');
  if (silencing.length === 0) {
    return 'diagnostic';
  }
  return silencing.some(({ rule }) => leavesPlace.has(rule)) ? 'tree' : 'hover';
}

interface Judged {
  readonly match: Match;
  readonly level: Level;
  readonly isChanged: boolean;
  readonly rulings: readonly Ruling[];
}

/** What the rules make of a match that look at nothing but it. */
function judge(match: Match, facts: DisplayFacts): Judged {
  const standing = facts.standingOf(match);
  const isChanged = touches(facts.changed, match.extent);
  const { level, rulings } = levelRulings(match, standing, isChanged, facts);
  return { match, level, isChanged, rulings: [...placeRulings(match, standing, facts), ...rulings] };
}

function placeRulings(match: Match, standing: Standing, facts: DisplayFacts): Ruling[] {
  const silence = facts.silenceOf(match);
  const { codifiedBy: control } = standing;
  return [
    { rule: 'class', class: match.class, effect: match.class === 'broad' ? 'silence' : 'none' },
    { rule: 'conflict', effect: isWithin(match, facts.conflicts) ? 'silence' : 'none' },
    { rule: 'suppressed', ...(silence && { silence }), effect: silence ? 'silence' : 'none' },
    { rule: 'orphaned', effect: standing.isOrphaned ? 'silence' : 'none' },
    { rule: 'codified', ...(control && { control }), effect: control ? 'silence' : 'none' },
  ];
}

/** The level, step by step; it never rises. */
function levelRulings(
  { lesson }: Match,
  { demotions }: Standing,
  isChanged: boolean,
  { show }: DisplayFacts,
): { readonly level: Level; readonly rulings: Ruling[] } {
  const { severity, confidence, level: cap } = lesson;
  const own = ownLevel(lesson);
  const voted = demoted(own, demotions, severity === 'critical');
  const reviewed = lesson.status === 'proposed' ? quieter(voted, 'hint') : voted;
  const level = isChanged || show === 'all' ? reviewed : quieter(reviewed, 'hint');
  const rulings: Ruling[] = [
    {
      ...{ rule: 'level', level: own, severity, confidence, ...(cap && { cap }) },
      effect: own === 'silent' ? 'silence' : 'none',
    },
    {
      ...{ rule: 'demoted', steps: demotions, from: own, to: voted },
      effect: voted === own ? 'none' : voted === 'silent' ? 'silence' : 'lower',
    },
    { rule: 'proposed', effect: reviewed === voted ? 'none' : 'lower' },
    { rule: 'changed', isChanged, show, effect: level === reviewed ? 'none' : 'lower' },
    { rule: 'setting', show, effect: show === 'off' ? 'silence' : 'none' },
  ];
  const isApplicable = ({ rule }: Ruling) =>
    (rule !== 'proposed' || lesson.status === 'proposed') && (rule !== 'demoted' || demotions > 0);
  return { level, rulings: rulings.filter(isApplicable) };
}

/** What votes say never takes a critical lesson out of sight. */
function demoted(level: Level, steps: number, isCritical: boolean): Level {
  const low = lowered(level, steps);
  return isCritical && low === 'silent' ? quieter(level, 'hint') : low;
}
