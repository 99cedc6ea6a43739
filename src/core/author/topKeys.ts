import { isMap, isSeq, type Node } from 'yaml';
import { findFrontMatter } from '../lesson/frontMatterBlock';
import { readYaml } from '../lesson/readYaml';
import { longestYaml } from '../lesson/sheet';
import type { Range, SourceText } from '../text';

/** A key at the top of a lesson's front matter; offsets into the text. */
export interface TopKey {
  readonly name: string;
  readonly start: number;
  /** Where its colon stands. */
  readonly colon: number;
  /** The end of the last of its lines that says something. */
  readonly end: number;
}

/** A value with its place, without the blank lines that follow it. */
export interface PlacedNode {
  readonly node: Node;
  readonly rangeOf: (node: Node) => Range;
}

/** The lines between the first line of dashes and the next; up to the end where there is no next one yet. */
export interface FrontMatterLines {
  readonly first: number;
  /** The line after the last one. */
  readonly end: number;
  readonly isClosed: boolean;
}

const keyLine = /^( *)(?:"([\w-]+)"|'([\w-]+)'|([A-Za-z][\w-]*)) *:(?=\s|$)/;

export function frontMatterLines(text: SourceText): FrontMatterLines | undefined {
  const block = findFrontMatter(text);
  switch (block.kind) {
    case 'missing':
      return undefined;
    case 'unclosed':
      return { first: 1, end: text.lineCount, isClosed: false };
    case 'found':
      return { first: 1, end: text.positionAt(block.end).line, isClosed: true };
  }
}

/**
 * The keys at the top, told line by line: while the value of one is being written, YAML loses sight of those below it.
 */
export function topKeys(text: SourceText): readonly TopKey[] {
  const { first, end } = frontMatterLines(text) ?? { first: 0, end: 0 };
  const keys: TopKey[] = [];
  let margin: string | undefined;
  for (let line = first; line < end; line++) {
    const written = text.line(line);
    const lineStart = text.offsetAt({ line, character: 0 });
    const lineEnd = lineStart + written.trimEnd().length;
    const [head = '', indent = '', ...names] = keyLine.exec(written) ?? [];
    const name = names.find((candidate) => candidate !== undefined);
    const last = keys.at(-1);
    if (name !== undefined && indent === (margin ?? indent)) {
      margin = indent;
      keys.push({ name, start: lineStart + indent.length, colon: lineStart + head.length - 1, end: lineEnd });
    } else if (last !== undefined && /^\s+\S|^[^\s#]/.test(written)) {
      keys.splice(-1, 1, { ...last, end: lineEnd });
    }
  }
  return keys;
}

/**
 * The entries of one key's list, as far as YAML makes sense of them; a lone value stands for a list of one. The key is
 * read by itself, so that no other one is in its way.
 */
export function entriesOf(text: SourceText, key: TopKey): readonly PlacedNode[] {
  const source = text.value.slice(key.start, key.end);
  const root = source.length > longestYaml ? undefined : readYaml(source)?.contents;
  const value = isMap(root) ? (root.items[0]?.value as Node | null) : undefined;
  const rangeOf = (node: Node) => {
    const [start, end] = node.range ?? [0, 0];
    return text.range(key.start + start, key.start + start + source.slice(start, end).trimEnd().length);
  };
  const nodes = isSeq(value) ? (value.items as Node[]) : value ? [value] : [];
  return nodes.map((node) => ({ node, rangeOf }));
}
