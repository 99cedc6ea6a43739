import type { History } from '../../history/history';
import type { FixedFile } from './fixedFile';

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

/**
 * Which commits wrote what the fix took out, by blame in its parent: the first step of the algorithm of Śliwerski,
 * Zimmermann and Zeller, "When do changes induce fixes?" (2005).
 */
export async function introducedBy(
  files: readonly FixedFile[],
  parent: string,
  history: History,
): Promise<Introductions> {
  const lines = new Map<string, number>();
  let left = mostLines;
  let isCut = false;
  for (const { before, removed } of files) {
    const asked = removed.slice(0, left);
    left -= asked.length;
    const blamed = before === undefined ? [] : await history.blame(parent, before.path, asked);
    for (const { commit, isBoundary } of blamed) {
      isCut ||= isBoundary;
      lines.set(commit, (lines.get(commit) ?? 0) + (isBoundary ? 0 : 1));
    }
  }
  const commits = [...lines].flatMap(([commit, count]) => (count === 0 ? [] : [{ commit, lines: count }]));
  return { commits: commits.sort((a, b) => b.lines - a.lines), isCut };
}
