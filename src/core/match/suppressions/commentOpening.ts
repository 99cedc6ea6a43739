import type { CommentSyntax, Quotes } from './commentSyntax';

/** A comment that begins here. */
export interface Opening {
  /** In the line's text. */
  readonly start: number;
  /** What ends it before its line does. */
  readonly close?: string;
  /** Whether it is a line in a comment that began further up, ` * ` by custom. */
  readonly isInner: boolean;
}

/** So much of a line is looked at; whoever puts a comment further to the right does not mean people to read it. */
export const longestLine = 2000;

/** Marks of which several in a row are one: `///`, `;;`. */
const repeatable = /[/#;%!]$/;

/** The comment whose mark ends a line's beginning, if it is one and no string. */
export function openingBefore(line: string, before: string, syntax: CommentSyntax): Opening | undefined {
  const marked = before.trimEnd();
  const opening = blockBefore(marked, syntax) ?? lineBefore(marked, syntax) ?? innerBefore(marked, syntax);
  return opening !== undefined && !isInString(line, opening.start, syntax.quotes) ? opening : undefined;
}

function blockBefore(marked: string, { block }: CommentSyntax): Opening | undefined {
  for (const { open, close } of block) {
    // A second star, as documentation has it.
    const known = open.endsWith('*') ? marked.replace(/\*+$/, '*') : marked;
    if (known.endsWith(open)) {
      return { start: known.length - open.length, close, isInner: false };
    }
  }
  return undefined;
}

function lineBefore(marked: string, { line }: CommentSyntax): Opening | undefined {
  for (const mark of line) {
    const known = repeatable.test(mark) ? withoutRepeats(marked, mark) : marked;
    const start = known.length - mark.length;
    const isWord = /^\w/.test(mark);
    const found = isWord ? known.slice(start).toUpperCase() === mark : known.endsWith(mark);
    if (found && start >= 0 && !(isWord && /[\p{L}\p{N}_]$/u.test(known.slice(0, start)))) {
      return { start, isInner: false };
    }
  }
  return undefined;
}

/** `///`, `//!`, `##` and the like, cut down to the first mark. */
function withoutRepeats(marked: string, mark: string): string {
  const sign = mark.at(-1) ?? '';
  const bare = marked.replace(/(?<=[/#;%])!$/, '');
  let end = bare.length;
  while (end > 0 && bare.charAt(end - 1) === sign) {
    end--;
  }
  return bare.slice(0, Math.min(bare.length, end + mark.length));
}

function innerBefore(marked: string, { block }: CommentSyntax): Opening | undefined {
  const stars = block.find(({ open }) => open === '/*');
  return stars !== undefined && /^[ \t]*\*+$/.test(marked)
    ? { start: marked.indexOf('*'), close: stars.close, isInner: true }
    : undefined;
}

/**
 * Whether a place lies in a string that begins and ends on its line. A quote that stands alone on its line begins none: it
 * is an apostrophe, or a string of several lines.
 */
function isInString(line: string, at: number, quotes: Quotes): boolean {
  if (quotes === 'none') {
    return false;
  }
  for (let start = 0; start < at; start++) {
    if (line.charAt(start) === '\\') {
      start++;
      continue;
    }
    const end = beginsString(line, start, quotes) ? endOfString(line, start, quotes) : -1;
    if (end > at) {
      return true;
    }
    start = Math.max(start, end);
  }
  return false;
}

function beginsString(line: string, at: number, quotes: Quotes): boolean {
  const mark = line.charAt(at);
  if (quotes === 'code-spans') {
    return mark === '`';
  }
  // Within a word it is an apostrophe; a letter or two before it tell what sort of string it is.
  const isApostrophe = mark === "'" && /[\p{L}\p{N}_]$/u.test(line.slice(Math.max(0, at - 1), at));
  return (
    /["'`]/.test(mark) &&
    !(isApostrophe && !/(?<![\p{L}\p{N}_])[bBfFrRuUL]{1,2}$/u.test(line.slice(Math.max(0, at - 3), at)))
  );
}

function endOfString(line: string, at: number, quotes: Quotes): number {
  const mark = line.charAt(at);
  if (mark === "'" && quotes === 'letters') {
    const letter = /'(?:\\[^']{1,9}|[^'\\])'/y;
    letter.lastIndex = at;
    return letter.test(line) ? letter.lastIndex - 1 : -1;
  }
  for (let end = at + 1; end < line.length; end++) {
    if (line.charAt(end) === '\\') {
      end++;
    } else if (line.charAt(end) === mark) {
      return end;
    }
  }
  return -1;
}
