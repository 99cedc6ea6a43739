import { type Level, levelsBelow } from './levels';

/**
 * One way to read what stands at a cursor: as if `lead` stood before the word there, in place of the blanks from `from`
 * on, and `close` behind it.
 */
export interface Trial {
  readonly from: number;
  /** Where the word begins that the cursor ends. */
  readonly start: number;
  readonly lead: string;
  readonly close: string;
}

/** A line with nothing on it but indentation, dashes and the word that is being typed. */
const aloneOnLine = /^([ \t]*)((?:-[ \t]+)*)(-|[\w$][\w.$/-]*)?$/;

/**
 * The ways to read a cursor, in groups: a later group counts only where no earlier one makes sense. A line of its own is
 * first read as a key, since a lone word would run on into the lines below it.
 */
export function trialsAt(source: string, cursor: number): readonly (readonly Trial[])[] {
  const lineStart = source.slice(0, cursor).lastIndexOf('\n') + 1;
  const [head, tail = ''] = [source.slice(lineStart, cursor), source.slice(cursor).split('\n', 1)[0]];
  // A dash and a colon mean something only before a blank.
  const lead = /(?:(?:^|\s)-|:)$/.test(head) ? ' ' : '';
  const plain: Trial = { from: cursor, start: cursor, lead, close: '' };
  if (!/^\s*$|^[ \t]+#/.test(tail)) {
    return [[plain]];
  }
  const closers = closersOf(head);
  const alone = aloneOnLine.exec(head);
  return [
    ...(alone === null ? [] : lineTrials(alone, source.slice(0, lineStart), lead)),
    [plain],
    ...(closers === '' ? [] : [[{ ...plain, close: closers }]]),
  ];
}

function lineTrials(alone: RegExpExecArray, above: string, lead: string): readonly Trial[][] {
  const [line, indent = '', dashes = '', last = ''] = alone;
  const start = above.length + line.length - (last === '-' ? 0 : last.length);
  if (dashes !== '' || last === '-') {
    return [[{ from: start, start, lead, close: ':' }]];
  }
  const column = indent.length;
  const trialAt = (level: Level): Trial => {
    const blanks = ' '.repeat(Math.max(level.column - column, 0));
    const from = above.length + Math.min(level.column, column);
    return { from, start, lead: blanks + (level.isEntry ? '- ' : ''), close: ':' };
  };
  const levels = levelsBelow(above);
  if (column === indentOfLast(above)) {
    // Editors begin a line where the one above began, so this column says nothing yet.
    return [[...levels, ...bothAt(column)].map(trialAt)];
  }
  const entry = levels.findIndex((level) => level.isEntry && level.column === column);
  const record = levels.slice(0, Math.max(entry, 0)).findLast(({ isEntry }) => !isEntry);
  // Under a dash, the entry may go on as well as the list.
  return [[...(record === undefined ? [] : [record]), ...bothAt(column)].map(trialAt), levels.map(trialAt)];
}

function bothAt(column: number): readonly Level[] {
  return [false, true].map((isEntry) => ({ column, isEntry }));
}

/** Where the last line begins that has something on it. */
function indentOfLast(above: string): number {
  const [, indent = ''] = /(?:^|\n)([ \t]*)[^\s#][^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*$/.exec(above) ?? [];
  return indent.length;
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
