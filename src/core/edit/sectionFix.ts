import { sectionsCalled } from '../lesson/bodySections';
import { findFrontMatter } from '../lesson/frontMatterBlock';
import { proseOfBody } from '../lesson/prose';
import type { Range, SourceText } from '../text';
import type { Fix } from './fix';

/** What comes after a section that tells what to do, in a lesson's usual order. */
const later = ['does not apply to', 'history'];

/**
 * Adds a heading to write below, as high as the one that was found fault with, and where its section usually stands; nothing
 * where it is that heading.
 */
export function sectionFix(text: SourceText, found: Range, heading: string): Fix[] {
  const block = findFrontMatter(text);
  const bodyStart = block.kind === 'found' ? block.bodyStart : 0;
  const body = text.value.slice(bodyStart);
  const prose = proseOfBody(body);
  if (sectionsCalled(heading, prose).length > 0) {
    return [];
  }
  const line = text.line(found.start.line);
  const marks = /#+/.exec(line)?.[0] ?? '##';
  const next = later.flatMap((words) => sectionsCalled(words, prose)).map((section) => section.heading.start);
  const at = Math.min(body.length, ...next);
  const before = body.slice(0, at);
  const gap = before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const range = text.range(bodyStart + at, bodyStart + at);
  const newText = `${gap}${marks} ${heading}\n\n`;
  return [{ kind: 'add-section', heading, isSafe: false, edits: [{ range, newText }] }];
}
