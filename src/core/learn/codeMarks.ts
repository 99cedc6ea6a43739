import type { Span, SyntaxNode } from './syntaxWalk';

/** A stretch of code that may be otherwise elsewhere. */
export interface CodeMark extends Span {
  readonly kind: 'local' | 'text' | 'number' | 'arguments' | 'body' | 'unselected' | 'comment';
}

const literals = [
  [
    'text',
    /^(?:\w*string|\w*string_literal|\w*string_expression|\w*char\w*_literal|rune_literal|text_block|regex|regex_literal)$/,
  ],
  ['number', /^(?:number|integer|float|(?:\w*_)?(?:integer|float|int|number|real|floating_point)_literal)$/],
] as const;

const lists = /^(?:arguments|argument_list)$/;
const bodies = /^(?:statement_block|block|compound_statement|body_statement)$/;

/** Fields whose identifiers name what belongs to something else, or is called. */
const ofOthers: ReadonlySet<string> = new Set([
  ...['property', 'attribute', 'field', 'method', 'name', 'key', 'label', 'type', 'function', 'constructor'],
  ...['macro', 'operator'],
]);

/** Nodes whose field `name` declares a variable. */
const declarators =
  /declarator|parameter|^(?:var_spec|const_spec|resource|named_expression|enhanced_for_statement)$/;

/** Variables that have a mark of their own belong to their function, all but the object itself. */
const markedVariable = 'variable_name';

/**
 * What may be otherwise elsewhere, in the order of the text; some marks lie within others.
 * @param selected what lies outside of it is marked, but for names
 */
export function codeMarks(
  root: SyntaxNode,
  text: string,
  locals: ReadonlySet<string>,
  selected: Span = root,
): readonly CodeMark[] {
  const marks: CodeMark[] = [];
  const visit = (node: SyntaxNode, parent?: SyntaxNode) => {
    const { start, end } = node;
    const kind = kindOf(node, parent, { text, locals, selected });
    if (kind !== undefined) {
      marks.push({ kind, start, end });
    }
    for (const child of kind === 'unselected' ? [] : node.children) {
      visit(child, node);
    }
  };
  visit(root);
  return marks;
}

interface Around {
  readonly text: string;
  readonly locals: ReadonlySet<string>;
  readonly selected: Span;
}

function kindOf(
  node: SyntaxNode,
  parent: SyntaxNode | undefined,
  { text, locals, selected }: Around,
): CodeMark['kind'] | undefined {
  const { type, isNamed, field, start, end } = node;
  if (!isNamed) {
    return undefined;
  }
  if (type.endsWith('comment')) {
    return 'comment';
  }
  const written = text.slice(start, end);
  if (lists.test(type) || bodies.test(type)) {
    return lists.test(type) ? (/^\([^)]/.test(written) ? 'arguments' : undefined) : 'body';
  }
  const isOutside = end <= selected.start || selected.end <= start;
  const isName = ofOthers.has(field) && !(field === 'name' && declarators.test(parent?.type ?? ''));
  if (isOutside && !isName && parent !== undefined) {
    return 'unselected';
  }
  const literal = literals.find(([, types]) => types.test(type))?.[0];
  if (literal !== undefined) {
    return literal;
  }
  const isLocal =
    type === markedVariable ? written !== '$this' : type === 'identifier' && locals.has(written) && !isName;
  return isLocal ? 'local' : undefined;
}
