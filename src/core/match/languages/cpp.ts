import { pointed, sharedQuery, variableDeclarators } from './cLike';
import type { Definitions } from './definitions';

/** C++ writes a reference where C has a pointer, too. */
const returned = (declarator: string) => `${pointed(declarator)} (reference_declarator ${declarator})`;
const plainName = '(identifier) @name (field_identifier) @name (destructor_name) @name (operator_name) @name';
const templateName = '(template_function name: (identifier) @name)';
const functionOf = (name: string) => returned(`(function_declarator declarator: [${name}])`);
const variables = `${variableDeclarators('(identifier) @name')} (qualified_identifier) @name`;
const fields = variableDeclarators('(field_identifier) @name');
const typeName =
  '[(type_identifier) @name (qualified_identifier) @name (template_type name: (type_identifier) @name)]';

export const cpp: Definitions = {
  grammar: 'cpp',
  separator: /::/,
  query: `
${sharedQuery}
(namespace_definition name: (_) @name) @definition.namespace
(class_specifier name: ${typeName} body: (_)) @definition.class
(struct_specifier name: ${typeName} body: (_)) @definition.struct
(union_specifier name: ${typeName} body: (_)) @definition.struct
(enum_specifier name: ${typeName} body: (_)) @definition.enum
(concept_definition name: (identifier) @name) @definition.type
(alias_declaration name: (type_identifier) @name) @definition.type
(function_definition declarator: [${functionOf('(qualified_identifier) @name')}]) @definition.method
(function_definition declarator: [${functionOf(`${plainName} ${templateName}`)}]) @definition.function
(function_definition declarator: [(operator_cast) @name (qualified_identifier name: (operator_cast)) @name]) @definition.method
(declaration declarator: [${functionOf(`${plainName} (qualified_identifier) @name`)}]) @definition.function
(field_declaration declarator: [${functionOf(plainName)}]) @definition.method
(field_declaration
  type: [(struct_specifier !name body: (_)) (union_specifier !name body: (_))]
  declarator: (field_identifier) @name) @definition.field
(field_declaration declarator: [${fields} (reference_declarator (field_identifier) @name)] @definition.field)
(declaration declarator: (init_declarator declarator: (identifier) @name value: (lambda_expression)) @definition.function)
(declaration declarator: [
  ${variables}
  (init_declarator declarator: [${variables} (reference_declarator (identifier) @name)])
] @definition.variable)
`,
};
