import type { Lesson } from '../lesson/lesson';
import { escapeMarkdown, lessonFacts } from '../present/lessonMarkdown';

/** What a lesson is, in a few lines of Markdown; its words are not trusted, and are escaped. */
export function lessonCard(lesson: Lesson): string {
  const { id, title, advice, status } = lesson;
  // Facts tell the status only where it is not the usual one.
  const facts = status === 'accepted' ? `${lessonFacts(lesson)}, ${status}` : lessonFacts(lesson);
  const paragraphs = [`**${escapeMarkdown(title)}**`, `${id} · *${escapeMarkdown(facts)}*`];
  return [...paragraphs, ...(advice === title ? [] : [escapeMarkdown(advice)])].join('\n\n');
}
