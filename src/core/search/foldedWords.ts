const isPlain = /^[\0-\x7f]*$/;
const marks = /\p{M}+/gu;
const words = /[\p{L}\p{N}]+/gu;
const plainWords = /[a-z0-9]+/g;

/**
 * The words of a text as a search compares them: letters and digits alone, without upper case and accents. Every other
 * sign only parts words, so none can mean anything in a question.
 */
export function foldedWords(text: string): readonly string[] {
  return folded(text).match(isPlain.test(text) ? plainWords : words) ?? [];
}

/** Also an order of titles that is the same on every machine, whatever its language. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  return isPlain.test(lower) ? lower : lower.normalize('NFKD').replace(marks, '');
}
