import type { Node } from 'web-tree-sitter';
import { walk } from './syntaxWalk';

const script = [
  ...['variable_declarator.name', 'required_parameter.pattern', 'optional_parameter.pattern'],
  ...['formal_parameters', 'arrow_function.parameter', 'catch_clause.parameter', 'for_in_statement.left'],
];
const cLike = [
  ...['init_declarator.declarator', 'declaration.declarator', 'parameter_declaration.declarator'],
  ...['optional_parameter_declaration.declarator', 'for_range_loop.declarator'],
];

/**
 * Where a language declares what is a function's own: the kind of a node, and its field where only that one does. By the
 * names of grammars, after their node-types.json; what is local in others is not told.
 */
const declaring: Readonly<Record<string, readonly string[]>> = {
  c: cLike,
  cpp: cLike,
  'c-sharp': [
    ...['parameter.name', 'variable_declarator.name', 'foreach_statement.left', 'catch_declaration.name'],
    ...['implicit_parameter', 'lambda_expression.parameters', 'declaration_expression.name'],
    'declaration_pattern.name',
  ],
  go: [
    ...['parameter_declaration.name', 'variadic_parameter_declaration.name', 'short_var_declaration.left'],
    ...['range_clause.left', 'receive_statement.left', 'var_spec.name', 'const_spec.name'],
    'type_switch_statement.alias',
  ],
  java: [
    ...['variable_declarator.name', 'formal_parameter.name', 'inferred_parameters', 'resource.name'],
    ...['lambda_expression.parameters', 'enhanced_for_statement.name', 'catch_formal_parameter.name'],
  ],
  javascript: script,
  python: [
    ...['parameters', 'lambda_parameters', 'assignment.left', 'for_statement.left', 'for_in_clause.left'],
    ...['as_pattern_target', 'named_expression.name'],
  ],
  ruby: [
    ...['method_parameters', 'block_parameters', 'lambda_parameters', 'assignment.left', 'for.pattern'],
    ...['left_assignment_list', 'exception_variable', 'operator_assignment.left'],
  ],
  rust: [
    ...['let_declaration.pattern', 'parameter.pattern', 'closure_parameters', 'for_expression.pattern'],
    ...['match_pattern', 'let_condition.pattern'],
  ],
  tsx: script,
  typescript: script,
};

/** What stands within a declaration and declares nothing itself. */
const otherFields: ReadonlySet<string> = new Set([
  ...['value', 'right', 'type', 'default_value', 'return_type', 'body', 'size', 'key', 'condition'],
]);
const otherNodes =
  /^(?:attribute|subscript\w*|member_expression|selector_expression|field_expression|field_access|call|index_expression|element_reference)$/;

const identifiers: ReadonlySet<string> = new Set(['identifier', 'shorthand_property_identifier_pattern']);

/** What a language names by convention is the same in every function. */
const themselves: ReadonlySet<string> = new Set(['self', 'cls', 'this', '_']);

/** What code has names of its own in. */
export const functionTypes = /function|method|constructor|lambda|closure|arrow|func_literal|do_block/;

/** The names that the functions of a node, or it itself if it is one, declare for their own use. */
export function localNames(node: Node, grammar: string, text: string): ReadonlySet<string> {
  const own = new Set(declaring[grammar]);
  const found = new Set<string>();
  walk<Declaring>(node, ({ type, field, start, end }, parent) => {
    const isInDeclaration = parent?.isDeclaring === true && !otherFields.has(field) && !otherNodes.test(type);
    const isDeclared = isInDeclaration || own.has(`${parent?.type}.${field}`);
    const isLocal = parent?.isLocal === true || functionTypes.test(type);
    const name = identifiers.has(type) && isDeclared && isLocal ? text.slice(start, end) : '';
    if (name !== '' && !themselves.has(name) && !isVariant(name, grammar)) {
      found.add(name);
    }
    return { type, isLocal, isDeclaring: isDeclared || own.has(type) };
  });
  return found;
}

interface Declaring {
  readonly type: string;
  readonly isLocal: boolean;
  readonly isDeclaring: boolean;
}

/** In patterns of Rust a name with a capital is that of a variant. */
function isVariant(name: string, grammar: string): boolean {
  return grammar === 'rust' && /^[A-Z]/.test(name);
}
