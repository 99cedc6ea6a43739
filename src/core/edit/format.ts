import { stringify } from 'yaml';
import { type FrontMatter, vocabulary } from '../lesson/vocabulary';
import type { Data } from './data';

/** The text of a new lesson file in format lessons/1: keys in the format's order, one item a line, so that merges stay clean. */
export function formatLesson(frontMatter: FrontMatter, body: string): string {
  const known = Object.keys(vocabulary) as readonly (keyof FrontMatter)[];
  const ordered = Object.fromEntries(
    known.flatMap((key) => (frontMatter[key] === undefined ? [] : [[key, frontMatter[key] as Data]])),
  );
  return `---\n${stringify(ordered, { lineWidth: 0 })}---\n${body}`;
}
