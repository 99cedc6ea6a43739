import type { Node } from 'web-tree-sitter';

/** A stretch that was put into a text, and where in it a comment is meant to begin. */
export interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly mark: number;
}

/** What a tree says of the code around a place; equal for two texts that differ there by comments alone. */
export function codeAround(root: Node, { start, end }: Pick<Insertion, 'start' | 'end'>): readonly string[] {
  const before = (at: number) => (at >= end ? at - (end - start) : Math.min(at, start));
  const said: string[] = [];
  const visit = (node: Node) => {
    for (const child of node.children) {
      const [from, to] = wordsOf(child, before);
      const isOurs = child.startIndex >= start && child.endIndex <= end && start < end;
      if (isComment(child) || isOurs || isBlank(child)) {
        continue;
      }
      said.push(`${child.type} ${from} ${to} ${child.hasError}`);
      if (from < start && start < to) {
        visit(child);
      }
    }
  };
  visit(root);
  return said;
}

/** Whether a stretch became a comment, or a part of one that was there, and takes nothing else with it. */
export function isCommentAt(root: Node, { start, end, mark }: Insertion): boolean {
  let node = root.descendantForIndex(mark, mark + 1);
  // Some grammars have nodes for the marks of a comment.
  while (node !== null && !isComment(node)) {
    node = node.parent;
  }
  return (
    node !== null &&
    (node.startIndex === mark ? node.endIndex <= end : node.startIndex < start && end <= node.endIndex)
  );
}

function isComment({ type }: Node): boolean {
  return type.includes('comment');
}

/** Line breaks are tokens in some languages, and text in JSX. */
function isBlank({ childCount, text }: Node): boolean {
  return childCount === 0 && text.trim() === '';
}

/** Where a node begins and ends; of text between elements its words, as the space around them means nothing. */
function wordsOf(node: Node, before: (at: number) => number): readonly [number, number] {
  const { type, startIndex, endIndex } = node;
  const text = type === 'jsx_text' ? node.text : '';
  return [
    before(startIndex + text.length - text.trimStart().length),
    before(endIndex - (text.length - text.trimEnd().length)),
  ];
}
