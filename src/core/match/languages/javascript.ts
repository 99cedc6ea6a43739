import type { Definitions } from './definitions';

/** What JavaScript and TypeScript have in common; class names differ between the two grammars. */
export const sharedQuery = `
(function_declaration name: (identifier) @name) @definition
(generator_function_declaration name: (identifier) @name) @definition
(class_declaration name: (_) @name) @definition
(method_definition name: [(property_identifier) (private_property_identifier)] @name) @definition
(variable_declarator
  name: (identifier) @name
  value: [(arrow_function) (function_expression) (generator_function) (class) (object)]) @definition
(program (lexical_declaration (variable_declarator name: (identifier) @name) @definition))
(program (export_statement (lexical_declaration (variable_declarator name: (identifier) @name) @definition)))
(pair
  key: (property_identifier) @name
  value: [(arrow_function) (function_expression) (generator_function) (object)]) @definition
(assignment_expression
  left: (member_expression object: (_) @container property: (property_identifier) @name)
  right: [(arrow_function) (function_expression)]) @definition
`;

export const javascript: Definitions = {
  grammar: 'javascript',
  query: `${sharedQuery}
(field_definition
  property: [(property_identifier) (private_property_identifier)] @name
  value: [(arrow_function) (function_expression)]) @definition
`,
};
