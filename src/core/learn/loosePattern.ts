import type { CodeMark } from './codeMarks';
import type { Span } from './syntaxWalk';

const marked: ReadonlySet<CodeMark['kind']> = new Set(['local', 'text', 'number']);

/** A pattern for the code of a stretch with any literals and any local variables; `undefined` where it has none of these. */
export function loosePattern(
  text: string,
  { start, end }: Span,
  marks: readonly CodeMark[],
): string | undefined {
  const parts: string[] = [];
  let at = start;
  let kept = '';
  let isOther = false;
  for (const mark of marks) {
    const pattern = marked.has(mark.kind) && mark.start >= at ? anyLike(mark, text) : undefined;
    if (pattern !== undefined && mark.end <= end) {
      const before = text.slice(at, mark.start);
      kept += before;
      parts.push(relaxed(before, text[at - 1] ?? ' ', text[mark.start] ?? ' '), pattern);
      at = mark.end;
      isOther = true;
    }
  }
  const rest = text.slice(at, end);
  parts.push(relaxed(rest, text[at - 1] ?? ' ', text[end] ?? ' '));
  // Without any word of its own it would hit anything of that form.
  return isOther && /[\p{L}_]{3}/u.test(kept + rest)
    ? bounded(parts.join(''), text, { start, end })
    : undefined;
}

const quotes: Readonly<Record<string, string>> = {
  '"': '"[^"]*"',
  "'": "'[^']*'",
  '`': '`[^`]*`',
  '/': '/[^/\\n]+/\\w*',
};

/** `undefined` for what has to stay as it is: an empty text says something, and so does how a name is looked for. */
function anyLike({ kind, start, end }: CodeMark, text: string): string | undefined {
  const written = text.slice(start, end);
  switch (kind) {
    case 'number':
      return /^\d+$/.test(written) ? '\\d+' : '[\\w.]+';
    case 'local':
      return /^\w+$/.test(written) ? '\\w+' : written.startsWith('$') ? '\\$\\w+' : undefined;
    default: {
      const [quote = ''] = written;
      const inner = written.slice(1, written.lastIndexOf(quote));
      const isPlain =
        inner !== '' && !inner.includes(quote) && /^.\w*$/.test(written.slice(inner.length + 1));
      return isPlain ? quotes[quote] : undefined;
    }
  }
}

/** The code as it is written, with any spacing where it has some. */
function relaxed(code: string, before: string, after: string): string {
  return code.replace(/\s+|[\\^$.|?*+()[\]{}]/g, (found, at: number) => {
    if (!/\s/.test(found)) {
      return `\\${found}`;
    }
    const [left, right] = [code[at - 1] ?? before, code[at + found.length] ?? after];
    return isWord(left) && isWord(right) ? '\\s+' : '\\s*';
  });
}

/** Names at either end are whole ones. */
function bounded(pattern: string, text: string, { start, end }: Span): string {
  const isAtWord = (at: number) => isWord(text[at] ?? ' ');
  return `${isAtWord(start) ? '\\b' : ''}${pattern}${isAtWord(end - 1) ? '\\b' : ''}`;
}

function isWord(letter: string): boolean {
  return /\w/.test(letter);
}
