import { type Definitions, sameAsType } from './definitions';

/** The grammar puts a level for each precedence of operators around a lone operand. */
const precedences = [
  ...['logical', 'bitwise', 'comparison', 'additive', 'multiplicative', 'format', 'range', 'array_literal'],
];
const operand = (node: string) =>
  precedences.reduceRight((inner, name) => `(${name}_expression ${inner})`, `(unary_expression ${node})`);
const typed = (node: string) =>
  `[${node} (expression_with_unary_operator (cast_expression (unary_expression ${node})))]`;

export const powershell: Definitions = {
  grammar: 'powershell',
  separator: /:/,
  constructorName: sameAsType,
  query: `
(function_statement (function_name) @name) @definition.function
(class_statement . (simple_name) @name) @definition.class
(class_method_definition (simple_name) @name) @definition.method
(class_property_definition (variable) @name) @definition.property
(enum_statement . (simple_name) @name) @definition.enum
(enum_member (simple_name) @name) @definition.constant
(assignment_expression
  (left_assignment_expression ${operand(typed('(variable) @name'))})
  value: (pipeline (pipeline_chain ${operand('(script_block_expression)')}))) @definition.function
(program (statement_list (pipeline (assignment_expression
  (left_assignment_expression ${operand(typed('(variable) @name'))})) @definition.variable)))
`,
};
