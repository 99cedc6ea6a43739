import type { Lesson } from '../lesson/lesson';
import { type Confidence, type Level, levels, type Severity } from '../lesson/vocabulary';

/** From the strongest to none: a later level is a quieter one. */
export function quieter(a: Level, b: Level): Level {
  return levels.indexOf(a) > levels.indexOf(b) ? a : b;
}

const bySeverity: Readonly<Record<Severity, Readonly<Record<Confidence, Level>>>> = {
  critical: { high: 'warning', medium: 'info', low: 'hint' },
  high: { high: 'warning', medium: 'info', low: 'hint' },
  medium: { high: 'info', medium: 'hint', low: 'hint' },
  low: { high: 'hint', medium: 'hint', low: 'hint' },
};

/**
 * How loudly a lesson may speak, before it is known where: from severity and confidence, capped by the file's own
 * `level`, a hint at most while proposed. `error` only where the file says so.
 */
export function levelOf(lesson: Lesson): Level {
  const derived = bySeverity[lesson.severity][lesson.confidence];
  const allowed = lesson.level === 'error' ? 'error' : quieter(derived, lesson.level ?? derived);
  return lesson.status === 'proposed' ? quieter(allowed, 'hint') : allowed;
}
