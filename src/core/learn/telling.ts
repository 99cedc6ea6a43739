/** Longer code is nobody's pattern. */
export const longestStretch = 200;

/** Lines that a pattern over several of them may have. */
export const mostLines = 3;

const keywords: ReadonlySet<string> = new Set([
  ...['async', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'def', 'default', 'elif'],
  ...['else', 'end', 'enum', 'export', 'extends', 'false', 'finally', 'for', 'foreach', 'func', 'function'],
  ...['impl', 'import', 'interface', 'lambda', 'let', 'match', 'mut', 'new', 'nil', 'none', 'null', 'pass'],
  ...['private', 'protected', 'pub', 'public', 'raise', 'return', 'self', 'static', 'string', 'struct'],
  ...['switch', 'this', 'throw', 'true', 'try', 'undefined', 'var', 'void', 'while', 'with', 'yield', 'int'],
]);

/** So many names tell as much as any more. */
const mostNames = 8;

/**
 * How much a piece of code says that other code does not: its names, above all where it calls something or has a literal.
 * Nothing for comments and imports.
 */
export function tellingScore(code: string): number {
  const text = code.trim();
  if (/^(?:\/\/|\/\*|\*|#(?!\[)|--|import\b|from\b.*\bimport\b|use\b|using\b|package\b|@)/.test(text)) {
    return 0;
  }
  const names = namesIn(text).size;
  const calls = /[\p{L}\p{N}_\])>!?]\(/u.test(text) ? 3 : 0;
  return names === 0 ? 0 : Math.min(names, mostNames) + calls + (/["'`\d]/.test(text) ? 1 : 0);
}

/** The names of a piece of code that are long enough to mean something, without what any code has. */
export function namesIn(code: string): ReadonlySet<string> {
  const words = code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2 && !keywords.has(word.toLowerCase())));
}

/** The one that tells most, the first of several; none where none tells anything. */
export function mostTelling<T>(all: Iterable<T>, codeOf: (one: T) => string): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const one of all) {
    const score = tellingScore(codeOf(one));
    if (score > most) {
      [best, most] = [one, score];
    }
  }
  return best;
}
