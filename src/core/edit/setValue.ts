import { isCollection, isScalar, type Node, type Pair, type Scalar, stringify, type YAMLMap } from 'yaml';
import { scopeKeys, vocabulary } from '../lesson/vocabulary';
import type { Data } from './data';

/** Takes a stretch out of a source, and puts something there. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** Ways to set a key at the top, the plainest first; the caller keeps the first that reads back as meant. */
export function setCandidates(source: string, root: YAMLMap | null, key: string, value: Data): Splice[] {
  const pair = root?.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair !== undefined) {
    return replaceCandidates(source, pair, value, root?.flow === true);
  }
  return root?.flow === true
    ? [insertIntoFlow(root, key, value)]
    : insertCandidates(source, root, key, value);
}

/** A value on one line, as it is written inside `[…]` and `{…}`; `like` gives the quotes. */
export function inline(value: Data, like?: Scalar): string {
  const defaultStringType =
    like?.type === 'QUOTE_DOUBLE' || like?.type === 'QUOTE_SINGLE' ? like.type : 'PLAIN';
  const options = {
    ...({ lineWidth: 0, collectionStyle: 'flow', blockQuote: false, flowCollectionPadding: false } as const),
    ...({ defaultStringType, defaultKeyType: 'PLAIN', singleQuote: true } as const),
  };
  // Inside a list, the library quotes what would end it.
  return stringify([value], options).trim().slice(1, -1);
}

/** A value's own lines, without the last line break, each after the first indented. */
export function block(value: Data, indent: number): string {
  const lines = stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd().split('\n');
  return lines.map((line, at) => (at === 0 || line === '' ? line : ' '.repeat(indent) + line)).join('\n');
}

/** Where a value ends, without the blank lines and comments that follow it. */
export function contentEnd(source: string, node: Node): number {
  const [start, end] = node.range ?? [0, 0];
  return start + source.slice(start, end).trimEnd().length;
}

export function columnOf(source: string, offset: number): number {
  return offset === 0 ? 0 : offset - (source.lastIndexOf('\n', offset - 1) + 1);
}

function replaceCandidates(source: string, pair: Pair, value: Data, inFlow: boolean): Splice[] {
  const node = pair.value as Node | null;
  const colon = source.indexOf(':', (pair.key as Node).range?.[1] ?? 0);
  if (node === null || isEmpty(node)) {
    return fillCandidates(source, colon, columnOf(source, (pair.key as Node).range?.[0] ?? 0), value, inFlow);
  }
  const start = node.range?.[0] ?? 0;
  const end = contentEnd(source, node);
  const isBlock = isCollection(node) && node.flow !== true;
  if (isBlock && typeof value === 'object' && value !== null) {
    return [{ start, end, insert: block(value, columnOf(source, start)) }];
  }
  const insert = inline(value, isScalar(node) ? node : undefined);
  return isBlock ? [{ start: colon + 1, end, insert: ` ${insert}` }] : [{ start, end, insert }];
}

/** For a key that has no value yet. */
function fillCandidates(
  source: string,
  colon: number,
  indent: number,
  value: Data,
  inFlow: boolean,
): Splice[] {
  const after = { start: colon + 1, end: colon + 1 };
  const flat = { ...after, insert: ` ${inline(value)}` };
  if (inFlow || typeof value !== 'object' || value === null) {
    return [flat];
  }
  const line = lineEnd(source, colon);
  const deeper = indent + 2;
  return [{ start: line, end: line, insert: `\n${' '.repeat(deeper)}${block(value, deeper)}` }, flat];
}

function insertIntoFlow(root: YAMLMap, key: string, value: Data): Splice {
  const last = root.items.at(-1);
  const node = (last?.value ?? last?.key) as Node | undefined;
  const at = node?.range?.[1] ?? (root.range?.[0] ?? 0) + 1;
  return { start: at, end: at, insert: `${last === undefined ? '' : ', '}${key}: ${inline(value)}` };
}

/** A new key goes where the format has it, so that two branches that add different keys rarely meet. */
function insertCandidates(source: string, root: YAMLMap | null, key: string, value: Data): Splice[] {
  const pairs = root?.items ?? [];
  const indent = ' '.repeat(columnOf(source, root?.range?.[0] ?? 0));
  const lines = stringify({ [key]: value }, { lineWidth: 0, singleQuote: true })
    .trimEnd()
    .split('\n');
  const text = lines.map((line) => (line === '' ? line : indent + line)).join('\n');
  const known = [...Object.keys(vocabulary), ...Object.keys(scopeKeys)];
  const before = pairs.findLast((pair) => {
    const position = known.indexOf(isScalar(pair.key) ? String(pair.key.value) : '');
    return position !== -1 && position < known.indexOf(key);
  });
  const places = [
    ...(before === undefined ? [] : [nextLine(source, endOfPair(source, before))]),
    ...(before === undefined && pairs.length > 0 ? [source.lastIndexOf('\n', startOf(pairs[0])) + 1] : []),
    // The first key of a list's entry stands behind a dash, where none can go before it.
    ...pairs.slice(-1).map((pair) => nextLine(source, endOfPair(source, pair))),
    source.length,
  ];
  return places.map((at) => {
    const isOnNewLine = at === 0 || source[at - 1] === '\n';
    return { start: at, end: at, insert: `${isOnNewLine ? '' : '\n'}${text}\n` };
  });
}

function startOf(pair: Pair | undefined): number {
  return (pair?.key as Node | undefined)?.range?.[0] ?? 0;
}

function endOfPair(source: string, pair: Pair): number {
  const node = pair.value as Node | null;
  return node === null || isEmpty(node) ? startOf(pair) : contentEnd(source, node);
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0);
}

function lineEnd(source: string, offset: number): number {
  const at = source.indexOf('\n', offset);
  return at === -1 ? source.length : at;
}

function nextLine(source: string, offset: number): number {
  return Math.min(lineEnd(source, offset) + 1, source.length);
}
