import { isMap, isScalar, isSeq } from 'yaml';
import type { Given } from './place';
import { mark } from './reading';

/** What the keys of a map hold, but for what is being written. */
export function givenIn(map: unknown): Given {
  const pairs = isMap(map) ? map.items : [];
  return new Map(
    pairs.flatMap(({ key, value }): [string, readonly string[]][] => {
      const name = isScalar(key) ? String(key.value) : mark;
      return name.includes(mark) ? [] : [[name, textsIn(isSeq(value) ? value.items : [value])]];
    }),
  );
}

/** The texts of a list, but for what is being written. */
export function textsIn(nodes: readonly unknown[]): readonly string[] {
  const texts = nodes.flatMap((node) => (isScalar(node) && node.value !== null ? [String(node.value)] : []));
  return texts.filter((text) => !text.includes(mark));
}
