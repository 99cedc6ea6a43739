import type { Lesson } from '../lesson/lesson';
import { type Confidence, type Level, levels, type Severity } from '../lesson/vocabulary';

/** From the strongest to none: a later level is a quieter one. */
export function quieter(a: Level, b: Level): Level {
  return levels.indexOf(a) > levels.indexOf(b) ? a : b;
}

/** The level so many steps down; nothing is below silent. */
export function lowered(level: Level, steps: number): Level {
  return levels[Math.min(levels.indexOf(level) + steps, levels.length - 1)] ?? level;
}

const bySeverity: Readonly<Record<Severity, Readonly<Record<Confidence, Level>>>> = {
  critical: { high: 'warning', medium: 'info', low: 'hint' },
  high: { high: 'warning', medium: 'info', low: 'hint' },
  medium: { high: 'info', medium: 'hint', low: 'hint' },
  low: { high: 'hint', medium: 'hint', low: 'hint' },
};

/** From severity and confidence, capped by the file's own `level`. `error` only where the file says so. */
export function ownLevel({ severity, confidence, level }: Lesson): Level {
  const derived = bySeverity[severity][confidence];
  return level === 'error' ? 'error' : quieter(derived, level ?? derived);
}

/** How loudly a lesson may speak, before it is known where: as `ownLevel`, and a hint at most while proposed. */
export function levelOf(lesson: Lesson): Level {
  const own = ownLevel(lesson);
  return lesson.status === 'proposed' ? quieter(own, 'hint') : own;
}
