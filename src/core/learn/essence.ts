import type { SyntaxNode } from './syntaxWalk';
import { tellingScore } from './telling';

/** What holds an expression that says it all: code like it stands in statements of other kinds, and under other names. */
const wrappers: readonly (readonly [type: RegExp, field: string])[] = [
  [/^(?:expression_statement|return_statement|return_expression|parenthesized_expression)$/, ''],
  [
    /^(?:lexical_declaration|variable_declaration|local_variable_declaration|local_declaration_statement)$/,
    '',
  ],
  [/^(?:variable_declarator|init_declarator|let_declaration|pair)$/, 'value'],
  [/^declaration$/, 'declarator'],
  [/^(?:short_var_declaration|assignment|assignment_expression|assignment_statement)$/, 'right'],
  [/^expression_list$/, ''],
];

/** An expression that tells by itself: it calls or compares something. */
const enough = 5;

/** The expression that a statement is about: what is returned, or given a name that is a function's own. */
export function essenceOf(node: SyntaxNode, text: string, locals: ReadonlySet<string>): SyntaxNode {
  const inner = innerOf(node, text, locals);
  const code = inner === undefined ? '' : text.slice(inner.start, inner.end);
  return inner !== undefined && /[^\w\s]/.test(code) && tellingScore(code) >= enough
    ? essenceOf(inner, text, locals)
    : node;
}

function innerOf(
  { type, children }: SyntaxNode,
  text: string,
  locals: ReadonlySet<string>,
): SyntaxNode | undefined {
  const wrapper = wrappers.find(([types]) => types.test(type));
  const named = children.filter((child) => child.isNamed && !child.type.endsWith('comment'));
  if (wrapper === undefined) {
    return undefined;
  }
  const [, field] = wrapper;
  if (field === '') {
    const values = named.filter((child) => child.field !== 'type' && child.type !== 'modifiers');
    return values.length === 1 ? values[0] : undefined;
  }
  const left = named.find((child) => child.field === 'left');
  const isLocal = left === undefined || isNames(text.slice(left.start, left.end), locals);
  const value = named.find((child) => child.field === field);
  // C# gives a variable's value no field.
  const last = type === 'variable_declarator' && named.length > 1 ? named.at(-1) : undefined;
  return isLocal ? (value ?? last) : undefined;
}

function isNames(code: string, locals: ReadonlySet<string>): boolean {
  return code
    .split(',')
    .every((name) => locals.has(name.trim()) || /^(?:_|\$(?!this\b)\w+)$/.test(name.trim()));
}
