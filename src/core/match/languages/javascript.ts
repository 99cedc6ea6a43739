import type { Definitions } from './definitions';

export const functionValues = '(arrow_function) (function_expression) (generator_function)';

/** Where a variable belongs to the file, not to a function. */
export const fileVariables = (within: (declaration: string) => string) => `
${within('(lexical_declaration kind: "const" (variable_declarator name: (identifier) @name) @definition.constant)')}
${within('(lexical_declaration kind: "let" (variable_declarator name: (identifier) @name) @definition.variable)')}
${within('(variable_declaration (variable_declarator name: (identifier) @name) @definition.variable)')}
`;

/** What JavaScript and TypeScript have in common; class names differ between the two grammars. */
export const sharedQuery = `
(function_declaration name: (identifier) @name) @definition.function
(generator_function_declaration name: (identifier) @name) @definition.function
(export_statement "default" @name value: [${functionValues}]) @definition.function
(export_statement "default" @name value: (class)) @definition.class
(export_statement "default" @name value: (object)) @definition.variable
(class_declaration name: (_) @name) @definition.class
(method_definition ["get" "set"] name: [(property_identifier) (private_property_identifier)] @name) @definition.property
(method_definition name: [(property_identifier) (private_property_identifier)] @name) @definition.method
(method_definition name: (string (string_fragment) @name)) @definition.method
(variable_declarator name: (identifier) @name value: [${functionValues}]) @definition.function
(variable_declarator name: (identifier) @name value: (class)) @definition.class
(variable_declarator name: (identifier) @name value: (object)) @definition.variable
${fileVariables((declaration) => `(program ${declaration})`)}
${fileVariables((declaration) => `(program (export_statement ${declaration}))`)}
(program (export_statement (lexical_declaration (variable_declarator
  name: (object_pattern (shorthand_property_identifier_pattern) @name)) @definition.constant)))
(pair key: (property_identifier) @name value: [${functionValues}]) @definition.function
(pair key: (string (string_fragment) @name) value: [${functionValues}]) @definition.function
(pair key: (property_identifier) @name value: [(object) (class)]) @definition.property
(assignment_expression
  left: (member_expression object: (_) @name property: (property_identifier) @_prototype)
  right: (object)
  (#eq? @_prototype "prototype")) @definition.scope
(assignment_expression
  left: (member_expression object: (_) @container property: [(property_identifier) (private_property_identifier)] @name)
  right: [${functionValues}]) @definition.function
(assignment_expression
  left: (member_expression object: (_) @container property: (property_identifier) @name)
  right: (class)) @definition.class
(assignment_expression
  left: (member_expression object: (identifier) @container property: (property_identifier) @name)
  right: (object)
  (#not-eq? @name "prototype")) @definition.variable
(assignment_expression left: (identifier) @name right: [${functionValues}]) @definition.function
`;

export const javascript: Definitions = {
  grammar: 'javascript',
  constructorName: 'constructor',
  query: `${sharedQuery}
(field_definition
  property: [(property_identifier) (private_property_identifier)] @name
  value: [${functionValues}]) @definition.method
(field_definition
  property: [(property_identifier) (private_property_identifier)] @name) @definition.field
`,
};
