import { isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { contentEnd, type Splice } from './setValue';

/** Ways to take a key out of a map, the plainest first; comments on lines of their own stay. */
export function removeCandidates(source: string, root: YAMLMap | null, key: string): Splice[] {
  const pairs = root?.items ?? [];
  const at = pairs.findIndex((item) => isScalar(item.key) && item.key.value === key);
  const pair = pairs[at];
  if (pair === undefined) {
    return [{ start: 0, end: 0, insert: '' }];
  }
  const { start, end } = spanOf(source, pair);
  if (root?.flow === true) {
    const [before, after] = [pairs[at - 1], pairs[at + 1]];
    return after !== undefined
      ? [{ start, end: spanOf(source, after).start, insert: '' }]
      : [{ start: before === undefined ? start : spanOf(source, before).end, end, insert: '' }];
  }
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = source.indexOf('\n', end);
  const nextLine = lineEnd === -1 ? source.length : lineEnd + 1;
  const nextWord = nextLine + source.slice(nextLine).search(/\S|$/);
  return source.slice(lineStart, start).trim() === ''
    ? [{ start: lineStart, end: nextLine, insert: '' }]
    : // What follows takes its place behind the dash of a list.
      [{ start, end: nextWord, insert: '' }];
}

function spanOf(source: string, pair: Pair): { readonly start: number; readonly end: number } {
  const key = pair.key as Node;
  const value = pair.value as Node | null;
  const start = key.range?.[0] ?? 0;
  const colon = source.indexOf(':', key.range?.[1] ?? 0) + 1;
  return { start, end: value === null ? colon : Math.max(colon, contentEnd(source, value)) };
}
