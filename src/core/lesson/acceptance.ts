import type { Lesson } from './lesson';

/** The keys that an accepted lesson still lacks; none for a lesson that is not accepted. */
export function missingForAcceptance(lesson: Lesson): string[] {
  if (lesson.status !== 'accepted') {
    return [];
  }
  const { frontMatter } = lesson;
  const present: Readonly<Record<string, boolean>> = {
    advice: frontMatter.advice !== undefined,
    applies_to: (frontMatter.applies_to ?? []).length > 0,
    references: lesson.references.length > 0,
    factors: (frontMatter.factors ?? []).length > 0,
    confidence: frontMatter.confidence !== undefined,
  };
  return Object.keys(present).filter((key) => !present[key]);
}
