import { type PlainText, textNode } from './plainNodes';

const [space, lineFeed, hash, colon] = [0x20, 0x0a, 0x23, 0x3a];

/** What YAML reads as something other than the words that stand there; a day is not among it. */
const otherThanText = /^(?:~|null|true|false|[-+]?\.(?:inf|nan)|[-+]?[\d.][\da-fox.e+_-]*)$/i;
const day = /^\d{4}-\d\d-\d\d$/;

/** A text that begins with one of these is no plain scalar, or needs a second look. */
const indicators = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map((sign) => sign.charCodeAt(0)));

/** Escapes of double quotes that stand for one character; the others are left to YAML. */
const escaped: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  '/': '/',
};

/**
 * The scalar that begins here and ends on the same line, with `range`; its `range[1]` is where it ends. `undefined`
 * where it is not certain that YAML reads it as text, and as the same.
 * @param isInFlow whether it stands within brackets, so that these and commas end it
 */
export function scalarAt(text: string, at: number, isInFlow: boolean): PlainText | undefined {
  switch (text[at]) {
    case '"':
      return doubleQuotedAt(text, at);
    case "'":
      return singleQuotedAt(text, at);
    default:
      return plainAt(text, at, isInFlow);
  }
}

function plainAt(text: string, at: number, isInFlow: boolean): PlainText | undefined {
  const end = indicators.has(text.charCodeAt(at)) ? undefined : plainEnd(text, at, isInFlow);
  const value = text.slice(at, end);
  return end === undefined || end === at || !isText(value) ? undefined : textNode(value, at, end);
}

/** Where a plain scalar ends, without the spaces after it; `undefined` where it looks like a key. */
function plainEnd(text: string, at: number, isInFlow: boolean): number | undefined {
  let end = at;
  for (let next = at; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === lineFeed || (code === hash && next > end) || (isInFlow && endsInFlow(text[next]))) {
      break;
    }
    if (code === colon && endsKey(text, next + 1, isInFlow)) {
      return undefined;
    }
    if (code !== space) {
      end = next + 1;
    }
  }
  return end;
}

function endsInFlow(sign: string | undefined): boolean {
  return sign === ',' || sign === '[' || sign === ']' || sign === '{' || sign === '}';
}

function endsKey(text: string, at: number, isInFlow: boolean): boolean {
  const code = text.charCodeAt(at);
  return at >= text.length || code === space || code === lineFeed || (isInFlow && endsInFlow(text[at]));
}

export function isText(plain: string): boolean {
  return !otherThanText.test(plain) || day.test(plain);
}

function singleQuotedAt(text: string, at: number): PlainText | undefined {
  let end = text.indexOf("'", at + 1);
  while (end !== -1 && text[end + 1] === "'") {
    end = text.indexOf("'", end + 2);
  }
  const value = text.slice(at + 1, end);
  return end === -1 || value.includes('\n') ? undefined : textNode(value.replaceAll("''", "'"), at, end + 1);
}

function doubleQuotedAt(text: string, at: number): PlainText | undefined {
  let end = at + 1;
  for (; end < text.length && text[end] !== '"'; end++) {
    if (text[end] === '\n') {
      return undefined;
    }
    if (text[end] === '\\') {
      end++;
      if (!Object.hasOwn(escaped, text[end] ?? '')) {
        return undefined;
      }
    }
  }
  const value = text.slice(at + 1, end).replace(/\\(.)/g, (_, sign: string) => escaped[sign] ?? '');
  return end < text.length ? textNode(value, at, end + 1) : undefined;
}
