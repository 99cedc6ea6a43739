import type { Node } from 'web-tree-sitter';

/** A node of a syntax tree as plain data, good after the tree is gone. Offsets into the text. */
export interface SyntaxNode {
  readonly type: string;
  readonly isNamed: boolean;
  /** Its role in the node that holds it; empty where it has none. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly SyntaxNode[];
}

/** Without its children. */
export type VisitedNode = Omit<SyntaxNode, 'children'>;

/**
 * Walks through a node and all below it, in the order of the text. What `enter` makes of a node is given to those that it
 * holds; they are passed over where that is `undefined`. Code may be nested more deeply than functions can be.
 */
export function walk<T extends object>(
  node: Node,
  enter: (node: VisitedNode, parent: T | undefined) => T | undefined,
): void {
  const cursor = node.walk();
  const above: T[] = [];
  try {
    for (;;) {
      const { nodeType: type, nodeIsNamed: isNamed, currentFieldName, startIndex, endIndex } = cursor;
      const visited = { type, isNamed, field: currentFieldName ?? '', start: startIndex, end: endIndex };
      const entered = enter(visited, above.at(-1));
      if (entered !== undefined && cursor.gotoFirstChild()) {
        above.push(entered);
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) {
          return;
        }
        above.pop();
      }
    }
  } finally {
    cursor.delete();
  }
}

/** The nodes that touch a stretch, from a node that holds it. */
export function syntaxOf(node: Node, span: Span): SyntaxNode {
  let root: SyntaxNode | undefined;
  walk<{ children: SyntaxNode[] }>(node, (visited, parent) => {
    if (visited.end <= span.start || visited.start >= span.end) {
      return undefined;
    }
    const children: SyntaxNode[] = [];
    const own = { ...visited, children };
    parent?.children.push(own);
    root ??= own;
    return own;
  });
  return root ?? { ...plain(node), children: [] };
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

function plain({ type, isNamed, startIndex, endIndex }: Node): VisitedNode {
  return { type, isNamed, field: '', start: startIndex, end: endIndex };
}
