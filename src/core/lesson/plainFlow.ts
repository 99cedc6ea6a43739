import { Pair, type Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isText, scalarAt, textNode } from './plainScalar';

/** Deeper, and reading by recursion could end in no stack left; nobody writes it. */
const deepest = 10;

type Value = Scalar<string> | YAMLMap<Scalar<string>, Value> | YAMLSeq<Value>;
export type PlainNode = Value;

/** The list or the keys in brackets that begin here and end on the same line; `undefined` where it is not certain. */
export function flowAt(text: string, at: number, depth = 0): PlainNode | undefined {
  const isList = text[at] === '[';
  if (depth > deepest) {
    return undefined;
  }
  const node = isList ? new YAMLSeq<Value>() : new YAMLMap<Scalar<string>, Value>();
  const closing = isList ? ']' : '}';
  let next = pastSpaces(text, at + 1);
  while (text[next] !== closing) {
    const end = node instanceof YAMLSeq ? addItem(node, text, next, depth) : addPair(node, text, next, depth);
    if (end === undefined) {
      return undefined;
    }
    next = pastSpaces(text, end);
    if (text[next] === ',') {
      next = pastSpaces(text, next + 1);
    } else if (text[next] !== closing) {
      return undefined;
    }
  }
  node.range = [at, next + 1, next + 1];
  return node;
}

function addItem(list: YAMLSeq<Value>, text: string, at: number, depth: number): number | undefined {
  const value = valueAt(text, at, depth);
  if (value !== undefined) {
    list.items.push(value);
  }
  return value?.range?.[1];
}

function addPair(map: YAMLMap<Scalar<string>, Value>, text: string, at: number, depth: number) {
  const key = keyAt(text, at);
  if (key?.range == null || map.has(key)) {
    return undefined;
  }
  const value = valueAt(text, pastSpaces(text, key.range[1] + 1), depth);
  if (value !== undefined) {
    map.items.push(new Pair(key, value));
  }
  return value?.range?.[1];
}

function valueAt(text: string, at: number, depth: number): Value | undefined {
  return text[at] === '[' || text[at] === '{' ? flowAt(text, at, depth + 1) : scalarAt(text, at, true);
}

/** The key that begins here, of letters, digits, `_` and `-`, up to its colon with a space or line break after it. */
export function keyAt(text: string, at: number): Scalar<string> | undefined {
  const name = /[a-z_][\w-]{0,99}(?=:[ \n])/iy;
  name.lastIndex = at;
  const found = name.exec(text)?.[0];
  return found === undefined || !isText(found) ? undefined : textNode(found, at, at + found.length);
}

export function pastSpaces(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ') {
    next++;
  }
  return next;
}
