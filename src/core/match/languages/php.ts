import type { Definitions } from './definitions';

export const php: Definitions = {
  grammar: 'php',
  separator: /\\/,
  constructorName: '__construct',
  query: `
(namespace_definition name: (namespace_name) @name body: (_)) @definition.namespace
(namespace_definition name: (namespace_name) @name !body) @rest.namespace
(class_declaration name: (name) @name) @definition.class
(trait_declaration name: (name) @name) @definition.class
(interface_declaration name: (name) @name) @definition.interface
(enum_declaration name: (name) @name) @definition.enum
(enum_case name: (name) @name) @definition.constant
(method_declaration name: (name) @name) @definition.method
(function_definition name: (name) @name) @definition.function
(const_declaration (const_element (name) @name) @definition.constant)
(property_declaration (property_element name: (variable_name (name) @name))) @definition.property
(property_promotion_parameter name: (variable_name (name) @name)) @definition.property
(assignment_expression
  left: (variable_name (name) @name)
  right: [(anonymous_function) (arrow_function)]) @definition.function
(assignment_expression
  left: (variable_name (name) @name)
  right: (object_creation_expression (anonymous_class))) @definition.class
(function_call_expression
  function: (name) @_define
  arguments: (arguments . (argument (string (string_content) @name)))
  (#eq? @_define "define")) @definition.constant
`,
};
