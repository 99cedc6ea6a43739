import { Document, isMap, type Node, type YAMLMap } from 'yaml';
import { firstLine, type Range, type SourceText } from '../text';
import { readPlainYaml } from './plainYaml';
import type { ProblemFact } from './problem';
import { readYaml } from './readYaml';
import type { Report } from './valueReader';

export type Add = (fact: ProblemFact, range: Range) => void;

/** YAML that could be read: its keys, and how a node's place and its faults are told. */
export interface Sheet {
  /** What the nodes belong to. */
  readonly document: () => Document;
  readonly root: YAMLMap;
  readonly add: Add;
  readonly report: Report;
  /** The first line of the text for what stands nowhere. */
  rangeOf(node: Node | undefined): Range;
}

/** Longer, and reading it could be felt; an attachment, not keys. */
export const longestYaml = 64 * 1024;

/** Reads a stretch of a text as YAML 1.2 keys. Where that fails, it says so through `add`. */
export function openSheet(text: SourceText, start: number, end: number, add: Add): Sheet | undefined {
  const source = text.value.slice(start, end);
  if (source.length > longestYaml) {
    const kilobytes = longestYaml / 1024;
    add({ code: 'yaml-too-large', kilobytes }, firstLine(text));
    return undefined;
  }
  const rangeAt = (from: number, to: number) => text.range(start + from, start + to);
  const rangeOf = (node: Node | undefined) =>
    node?.range ? rangeAt(node.range[0], node.range[1]) : firstLine(text);
  const report: Report = (fact, node) => add(fact, rangeOf(node));
  const plain = readPlainYaml(source);
  if (plain !== undefined) {
    return { document: () => new Document(), root: plain, add, report, rangeOf };
  }
  const document = readYaml(source);
  if (document === undefined) {
    add({ code: 'yaml-too-deep' }, firstLine(text));
    return undefined;
  }
  for (const { message, pos } of document.errors) {
    add({ code: 'yaml-syntax', reason: message }, rangeAt(pos[0], Math.max(pos[1], pos[0] + 1)));
  }
  if (document.errors.length > 0) {
    // Half a scope could be a wider scope, so a lesson whose YAML is broken stays silent until it is whole.
    return undefined;
  }
  const root = document.contents;
  if (!isMap(root)) {
    report({ code: 'value-type', key: 'front matter', expected: 'record' }, undefined);
    return undefined;
  }
  return { document: () => document, root, add, report, rangeOf };
}

export function nodeAt(map: YAMLMap, key: string): Node | undefined {
  return (map.get(key, true) as Node | null | undefined) ?? undefined;
}
