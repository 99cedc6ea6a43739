import type { Lesson } from '../lesson/lesson';

export type LessonTest = (lesson: Lesson) => boolean;

/**
 * Tells which lessons have every one of these words in their title, id, tags or advice, in capitals or not; without words
 * all have.
 */
export function lessonFilter(written: string): LessonTest {
  const test = wordFilter(written);
  // A line break stands in no word, so that none is found across two of them.
  return ({ title, id, advice, frontMatter: { tags = [] } }) => test([title, id, advice, ...tags].join('\n'));
}

/** Tells which texts hold every one of these words. */
export function wordFilter(written: string): (text: string) => boolean {
  const words = written
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (text) => {
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
}
