/** What is no code in a language, so that an import in a comment or a string is none. */
export interface Lexis {
  /** Comments, strings and whatever else may hold a quote; in linear time, with flag `g`. */
  readonly skipped: RegExp;
  /** Whether block comments may hold others. */
  readonly isNested?: boolean;
}

/** Stands for each character of a string in masked code. */
export const filler = '\u0001';

/** Code of the same length in which comments are spaces, and strings in single marks are those marks around fillers. */
export function maskedCode(text: string, lexis: Lexis): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of skippedSpans(text, lexis)) {
    pieces.push(text.slice(at, start), masked(text.slice(start, end)));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** Each stretch of a text that is no code, from left to right. */
export function* skippedSpans(
  text: string,
  { skipped, isNested = false }: Lexis,
): Generator<{ readonly start: number; readonly end: number }> {
  const pattern = new RegExp(skipped);
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [whole] = found;
    const isComment = isNested && whole.startsWith('/*');
    const end = isComment ? endOfComment(text, found.index) : found.index + whole.length;
    yield { start: found.index, end };
    pattern.lastIndex = end;
  }
}

function masked(skipped: string): string {
  const [, mark, inner] = /^(["'`])(?!\1\1)([\s\S]*)\1$/.exec(skipped) ?? [];
  return mark === undefined || inner === undefined
    ? skipped.replace(/[^\n]/g, ' ')
    : `${mark}${filler.repeat(inner.length)}${mark}`;
}

function endOfComment(text: string, start: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) {
      return marks.lastIndex;
    }
  }
  return text.length;
}
