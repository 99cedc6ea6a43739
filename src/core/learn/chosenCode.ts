import type { Node } from 'web-tree-sitter';
import { functionTypes, localNames } from './localNames';
import { type Span, type SyntaxNode, syntaxOf, walk } from './syntaxWalk';
import { longestStretch, mostLines, mostTelling } from './telling';

/** What of a selection stands for it. Plain data; offsets into the source's text. */
export interface ChosenCode {
  /** For patterns over the text. */
  readonly stretch: Span;
  /** The syntax of the stretch; absent where the language has no grammar. */
  readonly syntax?: SyntaxNode;
  /** For structures; absent where no piece of code stands for the selection. */
  readonly piece?: ChosenPiece;
  /** Names that the function around declares for its own use. */
  readonly locals: ReadonlySet<string>;
}

export interface ChosenPiece {
  readonly syntax: SyntaxNode;
  /** What of it was selected. */
  readonly selected: Span;
  /** A body that was not selected with its beginning. */
  readonly body?: Span;
}

/** The code of a selection without what stands around it; `undefined` where it has no word. */
export function trimmed(text: string, { start, end }: Span): Span | undefined {
  const code = text.slice(start, end);
  const from = start + (code.length - code.trimStart().length);
  const whole = code.trim();
  const bare = whole.replace(/[\s;,]+$/, '');
  return /[\p{L}\p{N}]/u.test(bare) ? { start: from, end: from + bare.length } : undefined;
}

/** Chooses by the text alone. */
export function chosenText(text: string, selected: Span): ChosenCode {
  return { stretch: isShort(text, selected) ? selected : tellingLine(text, selected), locals: new Set() };
}

/** Chooses by the syntax of the text. */
export function chosenCode(root: Node, grammar: string, text: string, selected: Span): ChosenCode {
  const found = pieceFor(root, text, selected);
  const span = found && trimmed(text, spanOf(found.node));
  const stretch = isShort(text, selected)
    ? selected
    : span !== undefined && isShort(text, span)
      ? span
      : tellingLine(text, selected);
  const holder = root.descendantForIndex(stretch.start, stretch.end) ?? root;
  const locals = localNames(functionAround(found?.node ?? holder), grammar, text);
  return {
    ...{ stretch, syntax: syntaxOf(holder, stretch), locals },
    ...(found !== undefined && { piece: pieceOf(found, selected) }),
  };
}

interface FoundPiece {
  readonly node: Node;
  readonly body?: Node;
}

function pieceOf({ node, body }: FoundPiece, selected: Span): ChosenPiece {
  const span = spanOf(node);
  const end = body?.startIndex ?? span.end;
  const syntax = syntaxOf(node, { start: span.start, end });
  return { syntax: { ...syntax, end }, selected, ...(body !== undefined && { body: spanOf(body) }) };
}

/** Nodes that hold a list of others, of which a selection means some. */
const lists =
  /^(?:program|source_file|module|compilation_unit|translation_unit|\w*block\w*|\w*body|\w*_list|compound_statement|statements|arguments|\w*parameters|object|array|ERROR)$/;

function pieceFor(root: Node, text: string, selected: Span): FoundPiece | undefined {
  const cover = root.namedDescendantForIndex(selected.start, selected.end);
  if (cover === null) {
    return undefined;
  }
  const header = headerIn(cover, text, selected);
  if (header !== undefined) {
    return header;
  }
  const isWhole = cover.startIndex === selected.start && cover.endIndex === selected.end;
  if (fits(cover, text, selected) && (isWhole || !lists.test(cover.type))) {
    return { node: cover };
  }
  const inside = mostTelling(nodesWithin(cover, selected), ({ start, end }) => text.slice(start, end));
  const node = inside && root.namedDescendantForIndex(inside.start, inside.end);
  return node ? { node } : undefined;
}

/** Where only the beginning of something with a body is selected, as `if (a) {` is. */
function headerIn(cover: Node, text: string, { start, end }: Span): FoundPiece | undefined {
  const body = cover.namedChildren.find(
    (child) => child !== null && child.startIndex > start && /block|body|compound_statement/.test(child.type),
  );
  if (!body || cover.startIndex !== start || body.endIndex <= end) {
    return undefined;
  }
  const between =
    body.startIndex >= end ? text.slice(end, body.startIndex) : text.slice(body.startIndex, end);
  const isShortHead = body.startIndex - start <= longestStretch;
  return isShortHead && /^[\s:{]*$/.test(between) ? { node: cover, body } : undefined;
}

/** What is written over several lines, of which some are selected. */
const chains = /call|invocation|member|selector|attribute|field_expression/;

/** Whether a node around a selection is not much more than that. */
function fits(node: Node, text: string, selected: Span): boolean {
  const around = text.slice(node.startIndex, selected.start) + text.slice(selected.end, node.endIndex);
  const isShort = node.endIndex - node.startIndex <= longestStretch;
  return isShort && (chains.test(node.type) || !around.includes('\n'));
}

/** Looking at more takes too long, and whoever selects so much means no line of it in particular. */
const mostVisited = 20_000;

/** The largest nodes of a selection that are short enough. */
function nodesWithin(cover: Node, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let visited = 0;
  walk<Span>(cover, (node) => {
    visited++;
    if (node.end <= start || node.start >= end || visited > mostVisited || node.type.endsWith('comment')) {
      return undefined;
    }
    const isInside = start <= node.start && node.end <= end && node.end - node.start <= longestStretch;
    // What is called says too little without its arguments.
    if (!isInside || lists.test(node.type) || node.field === 'function') {
      return node;
    }
    if (node.isNamed) {
      found.push({ start: node.start, end: node.end });
    }
    return undefined;
  });
  return found;
}

/** Names are not looked for in more code than that. */
const longestFunction = 100_000;

/** The outermost function around a node, as those within it see its names. */
function functionAround(node: Node): Node {
  let around = node;
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.endIndex - above.startIndex > longestFunction) {
      break;
    }
    if (functionTypes.test(above.type)) {
      around = above;
    }
  }
  return around;
}

function isShort(text: string, { start, end }: Span): boolean {
  return end - start <= longestStretch && text.slice(start, end).split('\n').length <= mostLines;
}

/** Of so many letters the lines are compared. */
const longestCompared = 1_000_000;

/** The line of a selection that tells most, without its margin; cut where it is too long to be a pattern. */
function tellingLine(text: string, { start, end }: Span): Span {
  const to = Math.min(end, start + longestCompared);
  const lines: Span[] = [];
  for (let at = start; at < to; ) {
    const next = text.indexOf('\n', at);
    const lineEnd = next === -1 || next > to ? to : next;
    const line = trimmed(text, { start: at, end: Math.min(lineEnd, at + 4 * longestStretch) });
    lines.push(...(line === undefined ? [] : [line]));
    at = lineEnd + 1;
  }
  const best = mostTelling(lines, (line) => text.slice(line.start, line.end)) ?? lines[0] ?? { start, end };
  return best.end - best.start <= longestStretch ? best : cut(text, best);
}

/** Between words, where there are some. */
function cut(text: string, { start }: Span): Span {
  const code = text.slice(start, start + longestStretch);
  const end = code.search(/[^\p{L}\p{N}_$]*[\p{L}\p{N}_$]*$/u);
  return { start, end: start + (end > longestStretch / 2 ? end : longestStretch) };
}

function spanOf({ startIndex, endIndex }: Node): Span {
  return { start: startIndex, end: endIndex };
}
