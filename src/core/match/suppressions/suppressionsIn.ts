import type { SourceText } from '../../text';
import { longestLine, type Opening, openingBefore } from './commentOpening';
import { type CommentSyntax, commentSyntaxOf, readableSyntaxOf } from './commentSyntax';
import { isWithin, longStrings } from './longStrings';
import { type Suppression, type SuppressionComment, suppressionWord } from './suppression';

/** A comment longer than this is no remark on a line. */
const longestComment = 2000;

const wordBefore = /[\p{L}\p{N}_]$|[\p{L}\p{N}_]-$/u;
/** What is meant as an id, right or wrong. The names of files and the like are others. */
const lessons = /(?:[ \t,]+LSN-[0-9A-Za-z]+(?![\p{L}\p{N}_/\\@]|[.-][\p{L}\p{N}_]))+/iuy;
const separator = /^(?:--+|[—–:])\s*/;
const end = /\(\s*until\b:?\s*([^()]*?)\s*\)$/i;

/** Where a comment's words begin and end, in the whole text. */
interface Words {
  readonly start: number;
  readonly end: number;
  /** The end of the comment with its mark. */
  readonly close: number;
}

/**
 * The lessons that comments of a text keep quiet, in its order. No grammar is asked, so that every front comes to the same
 * answer at once: the word stands first in a comment, and not in a string.
 * @param language a VS Code language id; where it is not known, what is a comment anywhere is one
 */
export function suppressionsIn(text: SourceText, language: string): readonly Suppression[] {
  return text.value.includes(suppressionWord) ? new SuppressionReader(text, language).all() : [];
}

class SuppressionReader {
  readonly #text: SourceText;
  readonly #lessons = new RegExp(lessons);
  readonly #syntax: CommentSyntax;
  readonly #isKnown: boolean;
  readonly #strings: ReturnType<typeof longStrings>;
  readonly #fenced: ReadonlySet<number>;
  /** The line that each comment further down speaks of, by the comment's first line. */
  readonly #targets = new Map<number, number>();

  constructor(text: SourceText, language: string) {
    this.#text = text;
    this.#syntax = readableSyntaxOf(language);
    this.#isKnown = commentSyntaxOf(language) !== undefined;
    this.#strings = longStrings(text.value, language);
    this.#fenced = this.#syntax.quotes === 'code-spans' ? fencedLines(text) : new Set();
  }

  all(): readonly Suppression[] {
    const { value } = this.#text;
    const found: Suppression[][] = [];
    // From the end, so that a comment above others is told what they speak of.
    for (
      let at = value.lastIndexOf(suppressionWord);
      at >= 0;
      at = at === 0 ? -1 : value.lastIndexOf(suppressionWord, at - 1)
    ) {
      found.push(this.#readAt(at));
    }
    return found.reverse().flat();
  }

  #readAt(at: number): Suppression[] {
    const { line, character } = this.#text.positionAt(at);
    if (character > longestLine || this.#fenced.has(line)) {
      return [];
    }
    const written = this.#text.line(line);
    const before = written.slice(0, character);
    if (wordBefore.test(before)) {
      return [];
    }
    const opening = openingBefore(written.slice(0, longestLine), before, this.#syntax);
    const lineStart = at - character;
    if (
      opening === undefined ||
      isWithin(this.#strings, lineStart + opening.start) ||
      (opening.isInner && !this.#isInBlock(lineStart))
    ) {
      return [];
    }
    const words = this.#wordsOf(at, lineStart + written.length, opening);
    this.#lessons.lastIndex = at + suppressionWord.length;
    const ids = this.#lessons.exec(this.#text.value)?.[0];
    const endOfLessons = this.#lessons.lastIndex;
    return ids === undefined || endOfLessons > words.end
      ? []
      : this.#suppressions(opening, words, endOfLessons);
  }

  #isInBlock(lineStart: number): boolean {
    const before = this.#text.value.slice(Math.max(0, lineStart - longestComment * 5), lineStart);
    return before.lastIndexOf('/*') > before.lastIndexOf('*/');
  }

  #wordsOf(start: number, lineEnd: number, { close, isInner }: Opening): Words {
    const limit = start + longestComment;
    const seen = this.#text.value.slice(start, isInner ? Math.min(limit, lineEnd) : limit);
    const at = close === undefined ? -1 : seen.indexOf(close);
    return at === -1
      ? { start, end: Math.min(lineEnd, limit), close: lineEnd }
      : { start, end: start + at, close: start + at + (close?.length ?? 0) };
  }

  #suppressions(
    opening: Opening,
    { start, end: wordsEnd, close }: Words,
    endOfLessons: number,
  ): Suppression[] {
    const text = this.#text;
    const first = text.positionAt(start);
    const last = text.positionAt(close);
    const before = text.line(first.line).slice(0, opening.start);
    const isAlone = this.#isAlone(before, text.line(last.line).slice(last.character), opening);
    const comment: SuppressionComment = {
      range: { start: { line: first.line, character: opening.start }, end: last },
      isAlone,
      endOfLessons: text.positionAt(endOfLessons),
    };
    const target = isAlone ? this.#targetOf(first.line, last.line, opening) : last.line;
    const said = saidIn(text.value.slice(endOfLessons, wordsEnd));
    const length = text.value.slice(start, wordsEnd).trimEnd().length;
    return [...text.value.slice(start, endOfLessons).matchAll(/LSN-\w+/gi)].map(({ index, 0: lesson }) => ({
      lesson,
      place: text.range(start + index, start + index + lesson.length),
      range: { start: first, end: text.positionAt(start + length) },
      ...said,
      lines: { start: first.line, end: Math.min(target + 1, text.lineCount) },
      comment,
    }));
  }

  #isAlone(before: string, after: string, { isInner }: Opening): boolean {
    const around = `${before.trim()}${after.trim()}`;
    return around === '' || around === '{}' || isInner || this.#isLineComment(before);
  }

  #isLineComment(written: string): boolean {
    const trimmed = written.trimStart();
    return this.#isKnown && this.#syntax.line.some((mark) => /^\W/.test(mark) && trimmed.startsWith(mark));
  }

  /** The next line that holds more than comments: directives to other tools may stand between. */
  #targetOf(firstLine: number, lastLine: number, { isInner }: Opening): number {
    let line = lastLine + 1;
    while (line < this.#text.lineCount && this.#isPassedOver(line, isInner)) {
      line = this.#targets.get(line) ?? line + 1;
    }
    this.#targets.set(firstLine, line);
    return line;
  }

  #isPassedOver(line: number, isInner: boolean): boolean {
    const trimmed = this.#text.line(line).trim();
    return (
      trimmed === '' ||
      this.#targets.has(line) ||
      this.#isLineComment(trimmed) ||
      (isInner && trimmed.startsWith('*')) ||
      (this.#isKnown && this.#syntax.block.some(({ open, close }) => isWhole(trimmed, open, close)))
    );
  }
}

function isWhole(trimmed: string, open: string, close: string): boolean {
  return trimmed.startsWith(open) && trimmed.indexOf(close, open.length) === trimmed.length - close.length;
}

function saidIn(written: string): Pick<Suppression, 'reason' | 'until'> {
  const rest = written
    .replace(/\n[ \t]*\*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const mark = separator.exec(rest)?.[0];
  const until = end.exec(rest)?.[1];
  const reason = rest
    .slice(mark?.length ?? 0)
    .replace(end, '')
    .trim();
  return {
    ...(mark !== undefined && /[\p{L}\p{N}]/u.test(reason) && { reason }),
    ...(until !== undefined && { until }),
  };
}

/** Fenced code in prose shows what a comment looks like, and is none. */
function fencedLines(text: SourceText): ReadonlySet<number> {
  const fenced = new Set<number>();
  let fence = '';
  for (const [line, written] of text.lines().entries()) {
    const mark = /^\s*(?:>\s*)*(`{3,}|~{3,})/.exec(written)?.[1] ?? '';
    if (fence !== '') {
      fenced.add(line);
      fence = mark.startsWith(fence) ? '' : fence;
    } else {
      fence = mark;
    }
  }
  return fenced;
}
