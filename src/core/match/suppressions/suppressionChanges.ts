import type { Range, SourceText } from '../../text';
import type { TextEdit } from '../../textEdit';
import { type Suppression, sharesComment } from './suppression';
import { reasonWords } from './suppressionComment';

/** Takes a suppression out: the whole comment, or its id where the comment keeps other lessons quiet too. */
export function removalOf(text: SourceText, suppression: Suppression, all: readonly Suppression[]): TextEdit {
  const { comment, place } = suppression;
  const others = all.filter((one) => sharesComment(one, suppression) && one !== suppression);
  if (others.length > 0) {
    return { range: idWithSpace(text, suppression, others), newText: '' };
  }
  const [first, last] = [comment.range.start.line, comment.range.end.line];
  const before = text.line(first).slice(0, comment.range.start.character);
  const isInBraces =
    before.trim() === '{' && text.line(last).slice(comment.range.end.character).trim() === '}';
  if (comment.isAlone && (before.trim() === '' || isInBraces)) {
    return { range: wholeLines(text, first, last), newText: '' };
  }
  const start = { line: place.start.line, character: before.trimEnd().length };
  return { range: { start, end: endOfWords(text, comment.range) }, newText: '' };
}

/** Gives a comment the reason that it lacks; what stands behind its ids now stays. */
export function reasonFor({ comment }: Suppression, reason: string): TextEdit {
  return { range: { start: comment.endOfLessons, end: comment.endOfLessons }, newText: reasonWords(reason) };
}

function idWithSpace(text: SourceText, { place }: Suppression, others: readonly Suppression[]): Range {
  const written = text.line(place.start.line);
  const isFirst = others.every((other) => other.place.start.character > place.start.character);
  const next = others.find((other) => other.place.start.character > place.start.character);
  if (isFirst && next !== undefined) {
    return { start: place.start, end: next.place.start };
  }
  const before = written.slice(0, place.start.character).replace(/[ \t,]+$/, '');
  return { start: { ...place.start, character: before.length }, end: place.end };
}

/** Lines with the break before them, or after the first one of the text. */
function wholeLines(text: SourceText, first: number, last: number): Range {
  const end = { line: last, character: text.line(last).length };
  if (first > 0) {
    return { start: { line: first - 1, character: text.line(first - 1).length }, end };
  }
  return {
    start: { line: 0, character: 0 },
    end: last + 1 < text.lineCount ? { line: last + 1, character: 0 } : end,
  };
}

/** Spaces at the end of a line were there before. */
function endOfWords(text: SourceText, { start, end }: Range): Range['end'] {
  const from = end.line === start.line ? start.character : 0;
  const written = text.line(end.line).slice(from, end.character);
  return { line: end.line, character: from + written.trimEnd().length };
}
