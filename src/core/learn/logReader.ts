import type { Commit } from '../history/history';
import { advisoriesIn, isFix, revertedSubject, type SuggestionReason, signalsOf } from './commitSignals';
import { type CommitText, commitTextOf, saidBelow } from './commitText';
import { isRoutine } from './routineCommit';
import type { ToldCommits } from './toldCommits';

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

/** A commit that may be worth a lesson, as far as its message tells. */
export interface TellingCommit {
  readonly commit: Commit;
  readonly subject: string;
  readonly reasons: readonly SuggestionReason[];
  readonly points: number;
}

/** Reads a log from its newest commit on. */
export class LogReader {
  readonly #found = new Map<string, TellingCommit>();
  readonly #told: ToldCommits;
  readonly #configured: RegExp | undefined;
  readonly #taken = { ids: new Set<string>(), subjects: new Set<string>() };

  constructor(told: ToldCommits, configured: RegExp | undefined) {
    this.#told = told;
    this.#configured = configured;
  }

  /** The newest first. */
  get found(): readonly TellingCommit[] {
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
    this.#keep({ commit, subject, reasons, points });
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
  #keep(found: TellingCommit): void {
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
    // A revert that names no commit, or one of another branch, is of the last one with its subject.
    const isLast = this.#taken.subjects.delete(keyOf(text));
    return this.#taken.ids.has(id) || isLast;
  }
}

/** The advisories that it fixes, or what it says of itself; what is said of many commits tells none of them apart. */
function identityOf({ commit, subject }: TellingCommit): string {
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
