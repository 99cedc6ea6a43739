import type { BlockMarks } from './commentSyntax';
import { suppressionWord } from './suppression';

/** What a person has to say about keeping a lesson quiet at one place. */
export interface Reasoned {
  readonly lesson: string;
  readonly reason: string;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly until?: string;
}

/** Longer ones are a story, which belongs into the lesson. */
export const longestReason = 200;

/** A reason as it is read back: on one line, with nothing that turns the direction of letters. */
export function tidyReason(reason: string): string {
  return reason
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\((\s*until\b[^()]*)\)\s*$/i, '$1')
    .replace(/[\s\\^`]+$/, '')
    .trim();
}

/** Whether a reason says anything. */
export function isReason(reason: string): boolean {
  return /[\p{L}\p{N}]/u.test(tidyReason(reason));
}

/** The words of a suppression, without the marks of a comment. */
export function suppressionWords({ lesson, reason, until }: Reasoned): string {
  return `${suppressionWord} ${lesson}${reasonWords(reason, until)}`;
}

/** What follows the ids. */
export function reasonWords(reason: string, until?: string): string {
  return ` -- ${tidyReason(reason)}${until === undefined ? '' : ` (until ${until})`}`;
}

/** A comment to the end of its line. What would end it, or the code around it, is taken apart. */
export function lineComment(mark: string, words: string): string {
  const isBatch = mark === 'REM';
  return `${mark} ${apart(isBatch ? words.replaceAll('%', ' percent') : words, ['?>', '</script'])}`;
}

/** A comment between two marks. */
export function blockComment({ open, close }: BlockMarks, words: string, language = ''): string {
  const inner = open === '{/*' ? ['/*', '*/'] : [open, close, '--!>', '</style', '</script'];
  const said = apart(words, inner);
  return `${open} ${isXml(language) ? withoutDashes(said) : said} ${close}`;
}

/** XML allows no two hyphens in a comment, so that a colon stands before the reason. */
function withoutDashes(words: string): string {
  return words.replace(/ -- /, ': ').replace(/-(?=-)/g, '- ');
}

function isXml(language: string): boolean {
  return ['xml', 'xsl', 'svg'].includes(language);
}

function apart(words: string, marks: readonly string[]): string {
  return marks.reduce((text, mark) => {
    const parted = `${mark.slice(0, 1)} ${mark.slice(1)}`;
    return text.replaceAll(mark, parted);
  }, words);
}
