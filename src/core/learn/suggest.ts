import type { History } from '../history/history';
import type { Lesson } from '../lesson/lesson';
import type { Turns } from '../match/turns';
import { kindOfPath } from './codePath';
import { configuredWords, type SuggestionReason } from './commitSignals';
import { LogReader, type TellingCommit } from './logReader';
import { ToldCommits } from './toldCommits';

/** A commit that a lesson should perhaps be captured from. */
export interface Suggestion {
  /** The whole id. */
  readonly commit: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** What was done, in one line. It comes from a message, so it may hold anything but a line break. */
  readonly subject: string;
  /** The heaviest first; never empty. */
  readonly reasons: readonly SuggestionReason[];
  /** The sum of what its reasons weigh. */
  readonly points: number;
  /** The code that it changed. */
  readonly files: readonly string[];
}

export interface SuggestOptions {
  /** As git takes it; all history where none is given. */
  readonly range?: string;
  readonly lessons: readonly Lesson[];
  /** Words of the team's own. */
  readonly words: readonly string[];
  readonly most: number;
  /** How many commits are read, where no range is given; all where it is absent. */
  readonly newest?: number;
  /** Whole ids of commits that nobody wants to hear of. */
  readonly without?: ReadonlySet<string>;
}

export type Suggested =
  | {
      readonly kind: 'suggestions';
      /** The best first; of two alike the newer one. */
      readonly suggestions: readonly Suggestion[];
      /** How many commits were looked at. */
      readonly commits: number;
    }
  | { readonly kind: 'unknown-range' };

/** Reasons that stand in a message on purpose; others are words that may mean something else. */
const plainReasons: ReadonlySet<SuggestionReason['kind']> = new Set([
  ...(['advisory', 'private-fork', 'incident', 'configured'] as const),
]);

/** Commits read between two turns for others, a few milliseconds. */
const atOnce = 200;

/**
 * Finds commits that nobody has captured a lesson from. Goes by what messages say, and asks only of the best ones what
 * they changed. `undefined` where nobody wants the answer any more.
 */
export async function suggestLessons(
  history: History,
  { range, lessons, words, most, newest, without }: SuggestOptions,
  turns: Turns,
): Promise<Suggested | undefined> {
  const commits = await history.log(range === undefined ? { most: newest } : { range });
  if (commits === undefined) {
    return { kind: 'unknown-range' };
  }
  const told = new ToldCommits(lessons);
  const reader = new LogReader(told, configuredWords(words));
  for (const [index, commit] of commits.entries()) {
    if (index % atOnce === 0 && !(await turns.next())) {
      return undefined;
    }
    reader.read(commit);
  }
  // Sorting is stable, and the log begins with the newest.
  const ranked = reader.found
    .filter(({ commit }) => without?.has(commit.id) !== true)
    .toSorted((a, b) => b.points - a.points);
  const suggestions = await changingCode(history, ranked, most, turns);
  return suggestions && { kind: 'suggestions', suggestions, commits: commits.length };
}

/** The first `most` that changed what can be learned from, asked for until there are enough. */
async function changingCode(
  history: History,
  ranked: readonly TellingCommit[],
  most: number,
  turns: Turns,
): Promise<readonly Suggestion[] | undefined> {
  const kept: Suggestion[] = [];
  const step = 8;
  for (let at = 0; at < ranked.length && kept.length < most; at += step) {
    if (!(await turns.next())) {
      return undefined;
    }
    const some = await Promise.all(ranked.slice(at, at + step).map((one) => withFiles(history, one)));
    kept.push(...some.filter((one) => one !== undefined));
  }
  return kept.slice(0, most);
}

async function withFiles(
  history: History,
  { commit, ...found }: TellingCommit,
): Promise<Suggestion | undefined> {
  const changes = await history.changes(commit, commit.parents[0]);
  const kinds = changes.map(({ path }) => kindOfPath(path));
  const files = changes.flatMap(({ path }, index) => (kinds[index] === 'code' ? [path] : []));
  const isPlain = found.reasons.some(({ kind }) => plainReasons.has(kind));
  const isKept = isPlain ? kinds.some((kind) => kind !== 'document' && kind !== 'package') : files.length > 0;
  return isKept ? { commit: commit.id, date: commit.date, ...found, files } : undefined;
}
