import type { Node, Query } from 'web-tree-sitter';
import type { Pieces } from '../pieces';
import { type SymbolKind, symbolKinds } from './codeSymbol';
import { type Declared, declaredBy } from './declarator';
import type { Definitions } from './languages/definitions';
import { dotted, type WrittenName, writtenName } from './writtenName';

/** What a query found of one definition, before it is known what it lies in. Offsets in UTF-16 units into the text. */
export interface Definition {
  /** `scope` gives its name to those inside and is no symbol itself. */
  readonly kind: SymbolKind | 'scope';
  /** Goes on until the next of its like, or to the end of the text. */
  readonly isRest: boolean;
  /** Where two patterns found the same name, the lower decides. */
  readonly pattern: number;
  readonly name: string;
  /** Dotted names that go before it, although it does not lie inside them; empty where there are none. */
  readonly qualifier: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly start: number;
  readonly end: number;
  /** Where its syntax tree's node ends; a comment may stand between `end` and there. */
  readonly nodeEnd: number;
}

/** A stretch of a text that a query looks at. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** So much code takes a few milliseconds to be asked. */
const usualPiece = 16_384;

/** All definitions of a tree, or those whose nodes touch a window of its text; in no order. */
export function* definitionsIn(
  root: Node,
  grammar: { readonly query: Query; readonly definitions: Definitions },
  text: string,
  { start, end }: Window = { start: 0, end: text.length },
  pieceLength = usualPiece,
): Pieces<Definition[]> {
  const found = new Map<number, Definition>();
  for (let at = start; ; at += pieceLength) {
    const piece = { start: at, end: Math.min(at + pieceLength, end) };
    for (const definition of definitionsTouching(piece, root, grammar, text)) {
      const known = found.get(definition.nameStart);
      if (known === undefined || known.pattern > definition.pattern) {
        found.set(definition.nameStart, definition);
      }
    }
    if (piece.end >= end) {
      return [...found.values()];
    }
    yield;
  }
}

function definitionsTouching(
  { start, end }: Window,
  root: Node,
  { query, definitions }: { readonly query: Query; readonly definitions: Definitions },
  text: string,
): Definition[] {
  // Queries count bytes of UTF-16, unlike all else in web-tree-sitter, and leave out what only touches their range.
  const where = { startIndex: 2 * Math.max(0, start - 1), endIndex: 2 * (end + 1) };
  return query
    .matches(root, where)
    .flatMap(
      ({ patternIndex, captures }) => definitionOf(patternIndex, captures, text, definitions.separator) ?? [],
    );
}

/** The same definition in a text that is longer by that much before it. */
export function shifted(definition: Definition, by: number): Definition {
  return {
    ...definition,
    nameStart: definition.nameStart + by,
    nameEnd: definition.nameEnd + by,
    start: definition.start + by,
    end: definition.end + by,
    nodeEnd: definition.nodeEnd + by,
  };
}

type Captures = readonly { readonly name: string; readonly node: Node }[];
type Role = Pick<Definition, 'kind' | 'isRest'>;

const kinds = [...symbolKinds, 'scope'] as const;
const roles: ReadonlyMap<string, Role> = new Map([
  ...kinds.map((kind): [string, Role] => [`definition.${kind}`, { kind, isRest: false }]),
  ...kinds.map((kind): [string, Role] => [`rest.${kind}`, { kind, isRest: true }]),
]);

function definitionOf(
  pattern: number,
  captures: Captures,
  text: string,
  separator: RegExp | undefined,
): Definition | undefined {
  const part = new Map<string, Node>();
  let role: Role | undefined;
  let body: Node | undefined;
  for (const { name, node } of captures) {
    const captured = roles.get(name);
    if (captured === undefined) {
      part.set(name, node);
    } else {
      role = captured;
      body = node;
    }
  }
  const declarator = part.get('declarator');
  const declared = declarator && declaredBy(declarator);
  const named = part.get('name') ?? declared?.name;
  if (role === undefined || body === undefined || named === undefined) {
    return undefined;
  }
  const written = writtenName(textOf(named, text), separator);
  if (written === undefined) {
    return undefined;
  }
  const span = (declared?.isFunction && part.get('whole')) || body;
  const container = part.get('container');
  const before = container === undefined ? '' : dotted(textOf(container, text), separator);
  const nameStart = named.startIndex + written.start;
  const nodeEnd = span.endIndex;
  return {
    kind: declared === undefined ? role.kind : kindDeclared(role.kind, declared, written),
    isRest: role.isRest,
    pattern,
    name: written.name,
    qualifier: before === '' ? written.qualifier : before,
    ...{ nameStart, nameEnd: nameStart + written.name.length },
    ...{ start: span.startIndex, end: endOf(span, nodeEnd, text), nodeEnd },
  };
}

/** Whether C declares a function or a value shows in the declarator alone. */
function kindDeclared(
  kind: Role['kind'],
  { isFunction }: Declared,
  { qualifier }: WrittenName,
): Role['kind'] {
  if (kind === 'type' || (!isFunction && kind !== 'function')) {
    return kind;
  }
  return kind === 'field' || qualifier !== '' ? 'method' : 'function';
}

function textOf(node: Node, text: string): string {
  return text.slice(node.startIndex, node.endIndex);
}

/**
 * Grammars count a comment behind a body as part of it, and some a line break; whoever changes that comment does not
 * change the symbol.
 */
function endOf(body: Node, nodeEnd: number, text: string): number {
  let end = endOfWords(text, nodeEnd);
  while (mayEndInComment(text, body.startIndex, end)) {
    const last = body.descendantForIndex(end - 1, end - 1);
    if (last === null || !last.type.endsWith('comment') || last.startIndex <= body.startIndex) {
      break;
    }
    end = endOfWords(text, last.startIndex);
  }
  return end;
}

/** Asking the tree is slow beside looking whether a comment can stand there at all. */
function mayEndInComment(text: string, start: number, end: number): boolean {
  if (text.endsWith('*/', end) || text.endsWith('#>', end)) {
    return true;
  }
  let after = end;
  while (text[after] === ' ' || text[after] === '\t') {
    after++;
  }
  const isEndOfLine = after >= text.length || text[after] === '\n';
  return isEndOfLine && /#|\/\//.test(text.slice(Math.max(text.lastIndexOf('\n', end - 1), start), end));
}

function endOfWords(text: string, end: number): number {
  let last = end;
  while (last > 0 && /\s/.test(text.charAt(last - 1))) {
    last--;
  }
  return last;
}
