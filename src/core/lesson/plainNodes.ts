import { type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** A node as the quick reader makes them; every text is a string, and every `range` is set. */
export type PlainNode = PlainText | PlainMap | PlainList;
export type PlainText = Scalar<string> & { range: PlainRange };
export type PlainMap = YAMLMap<PlainText, PlainNode> & { range: PlainRange };
export type PlainList = YAMLSeq<PlainNode> & { range: PlainRange };
export type PlainPair = Pair<PlainText, PlainNode>;
type PlainRange = NonNullable<Node['range']>;

/**
 * The library defines on each node what kind it is, which is slow for a million of them. These take it, and all methods,
 * from one node of their kind.
 */
const kinds = {
  text: new Scalar(''),
  map: new YAMLMap<PlainText, PlainNode>(),
  list: new YAMLSeq<PlainNode>(),
  pair: new Pair<PlainText, PlainNode>(new Scalar('') as PlainText),
};

export function textNode(value: string, start: number, end: number): PlainText {
  const node = Object.create(kinds.text) as PlainText;
  node.value = value;
  node.range = [start, end, end];
  return node;
}

export function mapNode(pairs: PlainPair[], start: number, end: number): PlainMap {
  const node = Object.create(kinds.map) as PlainMap;
  node.items = pairs;
  node.range = [start, end, end];
  return node;
}

export function listNode(items: PlainNode[], start: number, end: number): PlainList {
  const node = Object.create(kinds.list) as PlainList;
  node.items = items;
  node.range = [start, end, end];
  return node;
}

export function pairOf(key: PlainText, value: PlainNode): PlainPair {
  const pair = Object.create(kinds.pair) as PlainPair;
  pair.key = key;
  pair.value = value;
  return pair;
}

export function hasKey(pairs: readonly PlainPair[], { value }: PlainText): boolean {
  return pairs.some(({ key }) => key.value === value);
}
