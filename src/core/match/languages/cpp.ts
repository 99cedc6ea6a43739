import { sharedQuery } from './cLike';
import { type Definitions, sameAsType } from './definitions';

const typeName = '[(type_identifier) @name (qualified_identifier) @name (template_type name: (_) @name)]';

/** `class EXPORT A { … }` looks like a function to who does not know the macro, but none has such a type. */
export const cpp: Definitions = {
  grammar: 'cpp',
  separator: /::/,
  constructorName: sameAsType,
  query: `
(namespace_definition name: (_) @name) @definition.namespace
(class_specifier name: ${typeName} body: (_)) @definition.class
(struct_specifier name: ${typeName} body: (_)) @definition.struct
(union_specifier name: ${typeName} body: (_)) @definition.struct
(enum_specifier name: ${typeName} body: (_)) @definition.enum
(concept_definition name: (_) @name) @definition.type
(alias_declaration name: (_) @name) @definition.type
(function_definition type: (class_specifier !body) declarator: (identifier) @name) @definition.class
(function_definition type: (struct_specifier !body) declarator: (identifier) @name) @definition.struct
(declaration
  declarator: (init_declarator declarator: (_) @name value: (lambda_expression)) @definition.function)
${sharedQuery}`,
};
