import { isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Data } from './data';
import { block, columnOf, contentEnd, inline, type Splice, setCandidates } from './setValue';

/** Ways to add a value to the list that a key at the top holds, the plainest first. */
export function appendCandidates(source: string, root: YAMLMap | null, key: string, value: Data): Splice[] {
  const pair = root?.items.find((item) => isScalar(item.key) && item.key.value === key);
  const node = pair?.value as Node | null | undefined;
  if (pair === undefined || !node || (isScalar(node) && node.value === null)) {
    return setCandidates(source, root, key, [value]);
  }
  if (isSeq(node)) {
    return node.flow === true ? [intoFlow(source, node, value)] : [belowLast(source, node, value)];
  }
  return asListWith(source, pair, node, value, root?.flow === true);
}

function intoFlow(source: string, node: YAMLSeq, value: Data): Splice {
  const last = node.items.at(-1) as Node | undefined;
  const at = last === undefined ? (node.range?.[0] ?? 0) + 1 : contentEnd(source, last);
  return { start: at, end: at, insert: `${last === undefined ? '' : ', '}${inline(value)}` };
}

function belowLast(source: string, node: YAMLSeq, value: Data): Splice {
  const column = columnOf(source, node.range?.[0] ?? 0);
  const last = contentEnd(source, node);
  const lineEnd = source.indexOf('\n', last);
  const at = lineEnd === -1 ? source.length : lineEnd;
  return { start: at, end: at, insert: `\n${' '.repeat(column)}${block([value], column)}` };
}

/** A lone value stands for a list of one; it becomes the first entry, as it is written. */
function asListWith(source: string, pair: Pair, node: Node, value: Data, inFlow: boolean): Splice[] {
  const start = node.range?.[0] ?? 0;
  const end = contentEnd(source, node);
  const written = source.slice(start, end);
  const flow = { start, end, insert: `[${written}, ${inline(value)}]` };
  const colon = source.indexOf(':', (pair.key as Node).range?.[1] ?? 0) + 1;
  if (inFlow || written.includes('\n') || source.slice(colon, start).trim() !== '') {
    return [flow];
  }
  const indent = columnOf(source, (pair.key as Node).range?.[0] ?? 0) + 2;
  const lineEnd = source.indexOf('\n', end);
  const to = lineEnd === -1 ? source.length : lineEnd;
  const dash = `\n${' '.repeat(indent)}`;
  return [
    {
      start: colon,
      end: to,
      // A comment behind the value stays behind it.
      insert: `${dash}- ${source.slice(start, to)}${dash}${block([value], indent)}`,
    },
    flow,
  ];
}
