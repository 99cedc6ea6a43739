/**
 * What a terminal may take for orders: control characters but tab and line break, and those that turn the direction of
 * the letters after them, so that code reads otherwise than it runs.
 */
const orders = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** A text for a terminal, with a visible sign in place of whatever the terminal would obey. Every column stays. */
export function harmlessText(text: string): string {
  return text.replace(orders, signOf);
}

/** The same on one line, for what stands in a row with others: a line of its own could pose as one of ours. */
export function harmlessLine(text: string): string {
  return harmlessText(text.replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ').trim());
}

/** A value as JSON that means the same and holds nothing that a terminal would obey. */
export function harmlessJson(value: unknown): string {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value, undefined, 2).replace(orders, escaped);
}

function signOf(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code === 0x7f) {
    return '␡';
  }
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
}
