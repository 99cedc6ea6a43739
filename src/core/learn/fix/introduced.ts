import type { History } from '../../history/history';
import type { Hunk } from '../../history/hunks';
import type { FixedFile } from './fixedFile';
import { type LineMeaning, meaningsOfLines } from './lineMeaning';

/** A commit that wrote lines which a fix took out. */
export interface Introduction {
  readonly commit: string;
  readonly lines: number;
}

export interface Introductions {
  /** Most lines first. */
  readonly commits: readonly Introduction[];
  /** Whether history ends before the lines do, so that they may be older than it says. */
  readonly isCut: boolean;
}

/** More lines are not asked about: what took out so many says little of a single fault. */
const mostLines = 2000;

/** Commits further down the list say nothing, and are not looked at. */
const mostCommits = 20;

/**
 * Which commits wrote what the fix took out, by blame in its parent: the first step of the algorithm of Śliwerski,
 * Zimmermann and Zeller, "When do changes induce fixes?" (2005). Of two with as many lines the earlier comes first, as later
 * ones have often only rearranged what was there.
 */
export async function introducedBy(
  files: readonly FixedFile[],
  parent: string,
  history: History,
): Promise<Introductions> {
  const asked = files.map(({ before, faulty }) => ({ path: before?.path ?? '', lines: faulty }));
  return writersOf(asked, parent, history);
}

/**
 * Which commits wrote the code around what a fix added. What was not there was nobody's line, so that this is a guess; but
 * whoever wrote the place may have had the same idea of it.
 */
export async function writtenAround(
  files: readonly FixedFile[],
  parent: string,
  history: History,
): Promise<readonly Introduction[]> {
  const asked = files.map(({ before, hunks }) => ({
    path: before?.path ?? '',
    lines: before === undefined ? [] : neighbours(meaningsOfLines(before), hunks),
  }));
  return (await writersOf(asked, parent, history)).commits;
}

/** Code so near to a place belongs to it. */
const reach = 3;

function neighbours(meanings: readonly LineMeaning[], hunks: readonly Hunk[]): readonly number[] {
  const code = meanings.flatMap((meaning, line) => (meaning === 'code' ? [line] : []));
  const near = hunks.flatMap(({ before: { start } }) => [
    ...code.filter((line) => line < start).slice(-reach),
    ...code.filter((line) => line >= start).slice(0, reach),
  ]);
  return [...new Set(near)];
}

interface AskedLines {
  readonly path: string;
  readonly lines: readonly number[];
}

async function writersOf(
  asked: readonly AskedLines[],
  parent: string,
  history: History,
): Promise<Introductions> {
  const counts = new Map<string, number>();
  let left = mostLines;
  let isCut = false;
  for (const { path, lines } of asked) {
    const some = lines.slice(0, left);
    left -= some.length;
    const blamed = some.length === 0 ? [] : await history.blame(parent, path, some);
    for (const { commit, isBoundary } of blamed) {
      isCut ||= isBoundary;
      if (!isBoundary) {
        counts.set(commit, (counts.get(commit) ?? 0) + 1);
      }
    }
  }
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, mostCommits);
  const dated = await Promise.all(
    most.map(async ([commit, lines]) => ({
      commit,
      lines,
      date: (await history.commit(commit))?.date ?? '',
    })),
  );
  dated.sort((a, b) => b.lines - a.lines || (a.date < b.date ? -1 : 1));
  return { commits: dated.map(({ commit, lines }) => ({ commit, lines })), isCut };
}
