import type { Lesson } from './lesson';
import type { FrontMatter } from './vocabulary';

/** What a lesson needs to be accepted, beyond being valid. */
export const acceptanceKeys = [
  'advice',
  'applies_to',
  'references',
  'factors',
  'confidence',
] as const satisfies readonly (keyof FrontMatter)[];
export type AcceptanceKey = (typeof acceptanceKeys)[number];

/** The keys that a lesson still lacks to be accepted, in the order of the format. */
export function missingForAcceptance({ frontMatter }: Pick<Lesson, 'frontMatter'>): AcceptanceKey[] {
  return acceptanceKeys.filter((key) => {
    const value = frontMatter[key];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
}
