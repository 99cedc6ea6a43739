import {
  hasKey,
  listNode,
  mapNode,
  type PlainList,
  type PlainMap,
  type PlainNode,
  type PlainPair,
  type PlainText,
  pairOf,
  textNode,
} from './plainNodes';
import { isText, scalarAt } from './plainScalar';

/** Deeper, and reading by recursion could end in no stack left; nobody writes it. */
const deepest = 10;

/** The list or the keys in brackets that begin here and end on the same line; `undefined` where it is not certain. */
export function flowAt(text: string, at: number, depth = 0): PlainNode | undefined {
  if (depth > deepest) {
    return undefined;
  }
  return text[at] === '[' ? listAt(text, at, depth) : mapAt(text, at, depth);
}

function listAt(text: string, at: number, depth: number): PlainList | undefined {
  const items: PlainNode[] = [];
  const end = entriesEnd(text, at, ']', (start) => {
    const item = valueAt(text, start, depth);
    if (item !== undefined) {
      items.push(item);
    }
    return item?.range[1];
  });
  return end === undefined ? undefined : listNode(items, at, end);
}

function mapAt(text: string, at: number, depth: number): PlainMap | undefined {
  const pairs: PlainPair[] = [];
  const end = entriesEnd(text, at, '}', (start) => {
    const key = keyAt(text, start);
    const value = key && valueAt(text, pastSpaces(text, key.range[1] + 1), depth);
    if (key === undefined || value === undefined || hasKey(pairs, key)) {
      return undefined;
    }
    pairs.push(pairOf(key, value));
    return value.range[1];
  });
  return end === undefined ? undefined : mapNode(pairs, at, end);
}

/** Where the brackets end whose entries are read one by one; a reader tells where its entry ends. */
function entriesEnd(
  text: string,
  at: number,
  closing: string,
  readEntry: (at: number) => number | undefined,
): number | undefined {
  let next = pastSpaces(text, at + 1);
  while (text[next] !== closing) {
    const end = readEntry(next);
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
  return next + 1;
}

function valueAt(text: string, at: number, depth: number): PlainNode | undefined {
  return text[at] === '[' || text[at] === '{' ? flowAt(text, at, depth + 1) : scalarAt(text, at, true);
}

/** The key that begins here, of letters, digits, `_` and `-`, up to its colon with a space or line break after it. */
export function keyAt(text: string, at: number): PlainText | undefined {
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
