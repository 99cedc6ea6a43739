/** One way to read what stands at a cursor: as if `lead` came before the word there, and `close` after it. */
export interface Trial {
  /** Where the word begins that the cursor ends. */
  readonly start: number;
  readonly lead: string;
  readonly close: string;
}

/** A line with nothing on it but indentation, dashes and the word that is being typed. */
const aloneOnLine = /^([ \t]*)((?:-[ \t]+)*)(-|[\w$][\w.$/-]*)?$/;

/** A line, and blank ones below it, that ends in a key without a value. */
const keyAlone = /(?:^|\n)( *(?:- +)*)[\w-]+:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*\n)*$/;

/**
 * The ways to read a cursor, in groups: a later group counts only where no earlier one makes sense. A line of its own is
 * first read as a key, since a lone word would run on into the lines below it.
 */
export function trialsAt(source: string, cursor: number): readonly (readonly Trial[])[] {
  const lineStart = source.slice(0, cursor).lastIndexOf('\n') + 1;
  const [head, tail = ''] = [source.slice(lineStart, cursor), source.slice(cursor).split('\n', 1)[0]];
  // A dash and a colon mean something only before a blank.
  const lead = /(?:(?:^|\s)-|:)$/.test(head) ? ' ' : '';
  const plain: Trial = { start: cursor, lead, close: '' };
  if (!/^\s*$|^[ \t]+#/.test(tail)) {
    return [[plain]];
  }
  const closers = closersOf(head);
  const alone = aloneOnLine.exec(head);
  return [
    ...(alone === null ? [] : [lineTrials(alone, source.slice(0, lineStart), lead)]),
    [plain],
    ...(closers === '' ? [] : [[{ ...plain, close: closers }]]),
  ];
}

function lineTrials(alone: RegExpExecArray, above: string, lead: string): Trial[] {
  const [line, indent = '', dashes = '', last = ''] = alone;
  const start = above.length + line.length - (last === '-' ? 0 : last.length);
  const key: Trial = { start, lead, close: ':' };
  if (dashes !== '' || last === '-') {
    return [key];
  }
  const parent = keyAlone.exec(above)?.[1];
  const isLeft = parent !== undefined && indent.length <= parent.length;
  // To the left of where it belongs, what is typed may still be meant for the key above.
  const below = isLeft ? [' '.repeat(parent.length + 2 - indent.length)] : [];
  return [...inItem(above, indent), ...below, ...below.map((blanks) => `${blanks}- `), '', '- '].map(
    (before) => ({
      ...key,
      lead: before,
    }),
  );
}

/**
 * An editor starts a new line under the dash of the entry above; what is typed there is more likely one more key of that
 * entry than an entry without a dash.
 */
function inItem(above: string, indent: string): readonly string[] {
  const lines = above.split('\n').filter((line) => line.trim() !== '');
  const left = lines.findLast((line) => !line.startsWith(`${indent} `)) ?? '';
  const [, dash = ''] = /^ *(- +)[\w-]+:(?:\s|$)/.exec(left) ?? [];
  return indent !== '' && dash !== '' && left.startsWith(`${indent}-`) ? [' '.repeat(dash.length)] : [];
}

/** What would end the quotes and brackets that a line leaves open. */
function closersOf(head: string): string {
  const open: string[] = [];
  const tokens = /(?<=^|[\s,[{:])(?:"(?:[^"\\]|\\.)*("|$)|'(?:[^']|'')*('|$))|[[\]{}]/g;
  for (const [token, double, single] of head.matchAll(tokens)) {
    if (token === '[' || token === '{') {
      open.push(token === '[' ? ']' : '}');
    } else if (token === ']' || token === '}') {
      open.pop();
    } else if (double === '' || single === '') {
      open.push(double === '' ? '"' : "'");
    }
  }
  return open.reverse().join('');
}
