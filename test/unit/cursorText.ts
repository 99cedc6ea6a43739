import type { Completion } from '../../src/core/author/completion';
import { type Position, SourceText } from '../../src/core/text';

/** A text with a `|` in it, and the place where that stood. */
export function cursorIn(written: string): { readonly text: SourceText; readonly position: Position } {
  const offset = new SourceText(written).value.indexOf('|');
  const text = new SourceText(written.replace('|', ''));
  return { text, position: text.positionAt(offset) };
}

/** The text after an offered entry was taken, and where the cursor is then; choices and defaults stay as they are. */
export function accepted(text: SourceText, { range, insert }: Completion): { text: string; cursor: number } {
  const [start, end] = [text.offsetAt(range.start), text.offsetAt(range.end)];
  const { written, cursor } = insert.kind === 'plain' ? plain(insert.text) : expanded(insert.text);
  return {
    text: text.value.slice(0, start) + written + text.value.slice(end),
    cursor: start + cursor,
  };
}

function plain(written: string) {
  return { written, cursor: written.length };
}

/** As an editor reads the few things of a snippet that are used here: `$1`, `${1:words}`, `${1|a,b|}` and `\$`. */
function expanded(snippet: string) {
  let cursor: number | undefined;
  let written = '';
  for (const [token, last, words, choice] of snippet.matchAll(
    /\\[\\$}]|(\$0)|\$\d|\$\{\d:((?:\\.|[^}])*)\}|\$\{\d\|([^,|]*)[^|]*\|\}|[^\\$]+|./gs,
  )) {
    if (last !== undefined) {
      cursor = written.length;
    } else if (words !== undefined || choice !== undefined) {
      written += words ?? choice;
    } else if (!/^\$\d$/.test(token)) {
      written += /^\\./.test(token) ? token.slice(1) : token;
    }
  }
  return { written, cursor: cursor ?? written.length };
}
