import { emailPhrases, handlePhrases } from '../../lesson/personalData';
import { hitsOf, type Phrase } from '../../lesson/phrase';
import { proseOfBody } from '../../lesson/prose';
import { plainLetters } from './json';

/** Nobody reads on for longer, and a lesson file holds no more. */
const longest = 60_000;

/** A line of Markdown, and whether it stands in a fenced block of code. */
export interface MarkdownLine {
  readonly text: string;
  readonly isCode: boolean;
}

/** The lines of a text; a block of code that is never closed is closed at the end. */
export function linesOf(markdown: string): readonly MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let fence = '';
  for (const text of plainLetters(markdown).split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})(?=[^`]*$)/.exec(text)?.[1] ?? '';
    const isEnd = fence !== '' && mark.startsWith(fence) && text.trim() === mark;
    lines.push({ text, isCode: fence !== '' || mark !== '' });
    fence = isEnd ? '' : fence === '' ? mark : fence;
  }
  return fence === '' ? lines : [...lines, { text: fence, isCode: true }];
}

/**
 * Markdown of others as a part of a section: no HTML, no image and no link but to https or a file, headings below those
 * of sections, no address of a person.
 */
export function plainMarkdown(markdown: string): string {
  const text = linesOf(markdown.slice(0, longest))
    .map((line) => (line.isCode ? line.text : plainProse(line.text)))
    .join('\n')
    .trim();
  return impersonal(markdown.length > longest ? `${text}\n\n(…)` : text);
}

/** A line in which everything is words: `<`, `*`, links and the rest. */
export function escapedLine(line: string): string {
  return impersonal(line.replace(/[\\`*_[\]<>]/g, '\\$&'));
}

/** Without addresses of persons, and accounts where somebody is thanked; elsewhere an at-sign may be anything. */
export function impersonal(text: string): string {
  const thanked = text.replace(
    /\b((?:thanks to|(?:reported|found|discovered|disclosed) by|credits? to|credits?:)\s{1,3})@[A-Za-z\d][\w-]{0,38}/gi,
    '$1someone',
  );
  return replaced(thanked, emailPhrases);
}

/** For a text whose accounts are those of persons, such as the account of an incident. */
export function withoutAccounts(text: string): string {
  return replaced(text, handlePhrases);
}

function replaced(text: string, phrases: readonly Phrase[]): string {
  const hits = hitsOf(phrases, proseOfBody(text));
  return hits.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}someone${rest.slice(end)}`, text);
}

function plainProse(line: string): string {
  // What stands between backticks is code.
  const parts = line.split(/(`+[^`]*`+)/);
  const plain = parts.map((part, index) => (index % 2 === 1 ? part : plainWords(part))).join('');
  return plain.replace(
    /^( {0,3})(#{1,6})(?=[ \t])/,
    (_, indent: string, marks: string) => `${indent}${'#'.repeat(Math.min(6, Math.max(3, marks.length)))}`,
  );
}

function plainWords(text: string): string {
  return text
    .replace(/!(?=\[)/g, '')
    .replace(/\]\(\s*<?(?!https:)[a-z][a-z\d+.-]{0,30}:[^()\s]*\s*\)/gi, ']')
    .replace(/^(\s*\[[^[\]]{1,200}\]):\s*<?(?!https:)[a-z][a-z\d+.-]{0,30}:.*$/i, '$1')
    .replace(/<(?=[a-z/!?])(?!https:\/\/[^\s<>]*>)/gi, '\\<');
}
