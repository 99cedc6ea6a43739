/** Comments are no part of what a pattern asks for, and only a parser tells them for certain. */
const mayBeComment = /\/\/|\/\*|#|--/;

/**
 * Words that stand in every text that a pattern hits, so that most texts need no parsing: its names, keywords and literals
 * must all be there as they are written.
 */
export function requiredWords(pattern: string): readonly string[] {
  if (mayBeComment.test(pattern)) {
    return [];
  }
  const written = pattern.replace(/\$+[A-Z_][A-Z0-9_]*|\$\$\$/g, ' ');
  return [...new Set(written.match(/[\p{L}\p{N}_]+/gu))].sort((a, b) => b.length - a.length);
}
