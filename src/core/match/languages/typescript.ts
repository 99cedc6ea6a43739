import type { Definitions } from './definitions';
import { sharedQuery } from './javascript';

const query = `${sharedQuery}
(abstract_class_declaration name: (type_identifier) @name) @definition
(interface_declaration name: (type_identifier) @name) @definition
(type_alias_declaration name: (type_identifier) @name) @definition
(enum_declaration name: (identifier) @name) @definition
(internal_module name: (_) @name) @definition
(module name: (identifier) @name) @definition
(function_signature name: (identifier) @name) @definition
(method_signature name: (property_identifier) @name) @definition
(abstract_method_signature name: (property_identifier) @name) @definition
(public_field_definition
  name: [(property_identifier) (private_property_identifier)] @name
  value: [(arrow_function) (function_expression)]) @definition
`;

export const typescript: Definitions = { grammar: 'typescript', query };
export const tsx: Definitions = { grammar: 'tsx', query };
