import type { Commit, History } from '../history/history';
import type { Lesson } from '../lesson/lesson';
import type { Turns } from '../match/turns';
import { kindOfPath } from './codePath';
import {
  advisoriesIn,
  configuredWords,
  isFix,
  revertedSubject,
  type SuggestionReason,
  signalsOf,
} from './commitSignals';
import { type CommitText, commitTextOf, saidBelow } from './commitText';
import { isRoutine } from './routineCommit';
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

/** What each reason weighs. A commit has the sum of its reasons, so that a fix of a crash goes before a fix. */
export const reasonPoints: Readonly<Record<SuggestionReason['kind'], number>> = {
  advisory: 100,
  security: 60,
  'private-fork': 50,
  revert: 45,
  incident: 40,
  configured: 40,
  harm: 20,
  fix: 10,
};

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
  { range, lessons, words, most }: SuggestOptions,
  turns: Turns,
): Promise<Suggested | undefined> {
  const commits = await history.log(range === undefined ? {} : { range });
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
  const ranked = reader.found.toSorted((a, b) => b.points - a.points);
  const suggestions = await changingCode(history, ranked, most, turns);
  return suggestions && { kind: 'suggestions', suggestions, commits: commits.length };
}

interface Found extends Omit<Suggestion, 'commit' | 'files'> {
  readonly commit: Commit;
}

/** Reads a log from its newest commit on. */
class LogReader {
  readonly #found = new Map<string, Found>();
  readonly #told: ToldCommits;
  readonly #configured: RegExp | undefined;
  readonly #taken = { ids: new Set<string>(), subjects: new Set<string>() };

  constructor(told: ToldCommits, configured: RegExp | undefined) {
    this.#told = told;
    this.#configured = configured;
  }

  /** The newest first. */
  get found(): readonly Found[] {
    return [...this.#found.values()];
  }

  read(commit: Commit): void {
    const text = commitTextOf(commit.message);
    if (this.#isTakenBack(commit, text)) {
      return;
    }
    const reverted = revertedSubject(text);
    if (reverted !== undefined) {
      this.#takeBack(commit, reverted);
    }
    const reasons = signalsOf(text, this.#configured);
    const subject = subjectOf(text);
    if (reasons.length === 0 || this.#isLeftOut(commit, text, reasons)) {
      return;
    }
    const points = reasons.reduce((sum, { kind }) => sum + reasonPoints[kind], 0);
    this.#keep({ commit, date: commit.date, subject, reasons, points });
  }

  #isLeftOut(commit: Commit, text: CommitText, reasons: readonly SuggestionReason[]): boolean {
    const has = (kind: SuggestionReason['kind']) => reasons.some((reason) => reason.kind === kind);
    if (has('private-fork')) {
      return this.#told.has(commit.id, commit.message);
    }
    const reverted = revertedSubject(text);
    return (
      // The commits of the branch are in the log themselves.
      (commit.parents.length > 1 && reverted === undefined) ||
      isRoutine(text) ||
      (reverted !== undefined && isRoutine(commitTextOf(reverted))) ||
      this.#told.has(commit.id, commit.message)
    );
  }

  /** Of a fix that is on several branches, or came in several commits, the first counts. */
  #keep(found: Found): void {
    const key = identityOf(found);
    this.#found.delete(key);
    this.#found.set(key, found);
  }

  #takeBack({ message }: Commit, subject: string): void {
    this.#taken.subjects.add(keyOf(commitTextOf(subject)));
    const id = /\bThis reverts commit ([\da-f]{7,64})\b/i.exec(message)?.[1];
    if (id !== undefined) {
      this.#taken.ids.add(id.slice(0, 40).toLowerCase());
    }
  }

  /** A later commit took it back: that one is to be learned from. */
  #isTakenBack({ id }: Commit, text: CommitText): boolean {
    // A revert that names no commit is of the last one with its subject.
    return this.#taken.ids.has(id) || this.#taken.subjects.delete(keyOf(text));
  }
}

/** The advisories that it fixes, or what it says of itself; what is said of many commits tells none of them apart. */
function identityOf({ commit, subject }: Found): string {
  const advisories = advisoriesIn(commit.message);
  const isTelling = /\S\s+\S+\s+\S/.test(subject) && !isMergeFromFork(subject);
  return advisories.length > 0 ? advisories.toSorted().join() : isTelling ? subject.toLowerCase() : commit.id;
}

function keyOf({ type, scope, subject }: CommitText): string {
  return `${type}(${scope}): ${subject.toLowerCase()}`;
}

/** For a merge that says nothing of itself, what it brought says it. */
function subjectOf(text: CommitText): string {
  if (!isMergeFromFork(text.subject)) {
    return text.type === '' || text.type === 'revert'
      ? text.subject
      : `${text.type}${text.scope && `(${text.scope})`}: ${text.subject}`;
  }
  const below = saidBelow(text).map((line) => ({ line, own: commitTextOf(line) }));
  const telling = below.filter(({ own }) => !isRoutine(own));
  const best = telling.find(({ own }) => isFix(own)) ?? telling[0] ?? below[0];
  return best?.line ?? text.subject;
}

function isMergeFromFork(subject: string): boolean {
  return /^Merge (?:commit|pull request) from/i.test(subject);
}

/** The first `most` that changed what can be learned from, asked for until there are enough. */
async function changingCode(
  history: History,
  ranked: readonly Found[],
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

async function withFiles(history: History, { commit, ...found }: Found): Promise<Suggestion | undefined> {
  const changes = await history.changes(commit, commit.parents[0]);
  const kinds = changes.map(({ path }) => kindOfPath(path));
  const files = changes.flatMap(({ path }, index) => (kinds[index] === 'code' ? [path] : []));
  const isPlain = found.reasons.some(({ kind }) => plainReasons.has(kind));
  const isKept = isPlain ? kinds.some((kind) => kind !== 'document' && kind !== 'package') : files.length > 0;
  return isKept ? { commit: commit.id, ...found, files } : undefined;
}
