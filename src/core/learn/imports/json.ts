import type { ImportFault } from './imported';

type Read =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly fault: ImportFault };

/** Deeper data is nobody's, and would be copied by recursion. */
const deepest = 12;

export function readJson(text: string): Read {
  try {
    return { kind: 'value', value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) {
      return { kind: 'fault', fault: { code: 'no-json', reason: error.message } };
    }
    throw error;
  }
}

/** The value's keys; none where it is no record. */
export function recordIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.assign(Object.create(null), value)
    : {};
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that says something, on one line and not endless. */
export function lineIn(value: unknown, longest = 500): string | undefined {
  const line = typeof value === 'string' ? plainLetters(value).replace(/\s+/g, ' ').trim() : '';
  return line === '' || line.length > longest ? undefined : line;
}

export function textIn(value: unknown): string {
  return typeof value === 'string' ? plainLetters(value) : '';
}

export function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A copy in which nothing is deep, no letter is an order to a terminal, and no key is one of every object. */
export function plainData(value: unknown, depth = 0): unknown {
  if (depth > deepest) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.map((one) => plainData(one, depth + 1)).filter((one) => one !== undefined);
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).flatMap(([key, one]) => {
      const copy = key === '__proto__' ? undefined : plainData(one, depth + 1);
      return copy === undefined ? [] : [[plainLetters(key), copy] as const];
    });
    return Object.fromEntries(entries.filter(([key]) => key !== '__proto__'));
  }
  return typeof value === 'string' ? plainLetters(value) : Object.is(value, -0) ? 0 : value;
}

/** Without letters that a terminal obeys, or that turn the direction of others; line breaks are `\n`. */
export function plainLetters(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** A short word for a content, the same on every machine: FNV-1a over UTF-16, from both ends. */
export function digestOf(content: string): string {
  let [forth, back] = [0x811c9dc5, 0x811c9dc5];
  for (let at = 0, end = content.length - 1; end >= 0; at++, end--) {
    forth = Math.imul(forth ^ content.charCodeAt(at), 0x01000193);
    back = Math.imul(back ^ content.charCodeAt(end), 0x01000193);
  }
  return [forth, back].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
