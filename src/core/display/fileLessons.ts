import { levels } from '../lesson/vocabulary';
import type { Finding, Surface } from './display';

/** A lesson that applies to a file, by the finding that shows it best. */
export interface FileLesson<F extends Finding> {
  readonly finding: F;
  /** In how many places of the file it applies. */
  readonly places: number;
}

const loudness = ['diagnostic', 'hover', 'tree'] as const satisfies readonly Surface[];

/** Every lesson of a file once, from those that speak by themselves to the quiet ones; equals in the order of the text. */
export function lessonsOfFile<F extends Finding>(findings: readonly F[]): FileLesson<F>[] {
  const byLesson = new Map<string, FileLesson<F>>();
  for (const finding of findings) {
    const { id } = finding.match.lesson;
    const known = byLesson.get(id);
    const isLouder = known === undefined || rankOf(finding) < rankOf(known.finding);
    byLesson.set(id, { finding: isLouder ? finding : known.finding, places: (known?.places ?? 0) + 1 });
  }
  return [...byLesson.values()].sort((a, b) => rankOf(a.finding) - rankOf(b.finding));
}

function rankOf({ surface, level }: Finding): number {
  return loudness.indexOf(surface) * levels.length + levels.indexOf(level);
}
