import { findFrontMatter } from '../lesson/frontMatterBlock';
import type { SourceText } from '../text';
import { formatLesson } from './format';

/** The first heading of a lesson's body, as a title. */
export function headingOf(text: SourceText): string | undefined {
  const block = findFrontMatter(text);
  const body = block.kind === 'found' ? text.value.slice(block.bodyStart) : text.value;
  const heading = /^#+[ \t]+(\S.*)$/m.exec(body)?.[1]?.trim();
  return heading !== undefined && heading.length >= 8 && heading.length <= 100 ? heading : undefined;
}

/** A first front matter for a text that has none. */
export function newFrontMatter(given: { id: string; title: string | undefined; created: string }): string {
  const { id, title = 'What went wrong, in one line', created } = given;
  return formatLesson({ id, title, status: 'proposed', created }, '\n');
}
