import type { Definitions } from './definitions';
import { fileVariables, functionValues, sharedQuery } from './javascript';

const memberName = '[(property_identifier) (private_property_identifier)] @name';

const query = `${sharedQuery}
(abstract_class_declaration name: (type_identifier) @name) @definition.class
(interface_declaration name: (type_identifier) @name) @definition.interface
(type_alias_declaration name: (type_identifier) @name) @definition.type
(enum_declaration name: (identifier) @name) @definition.enum
(enum_body name: (property_identifier) @name @definition.constant)
(enum_assignment name: (property_identifier) @name) @definition.constant
(internal_module name: (_) @name) @definition.namespace
(module name: (identifier) @name) @definition.namespace
(module name: (nested_identifier) @name) @definition.namespace
(module name: (string (string_fragment) @name)) @definition.module
(function_signature name: (identifier) @name) @definition.function
(method_signature name: (property_identifier) @name) @definition.method
(abstract_method_signature name: (property_identifier) @name) @definition.method
(public_field_definition name: ${memberName} value: [${functionValues}]) @definition.method
(public_field_definition name: ${memberName}) @definition.field
(required_parameter (accessibility_modifier) pattern: (identifier) @name) @definition.property
(required_parameter "readonly" pattern: (identifier) @name) @definition.property
(interface_body (property_signature name: (property_identifier) @name) @definition.property)
(type_alias_declaration value: (object_type (property_signature name: (property_identifier) @name) @definition.property))
${fileVariables((declaration) => `(program (ambient_declaration ${declaration}))`)}
${fileVariables((declaration) => `(program (export_statement (ambient_declaration ${declaration})))`)}
${fileVariables((declaration) => `(internal_module body: (statement_block ${declaration}))`)}
${fileVariables((declaration) => `(module body: (statement_block ${declaration}))`)}
${fileVariables((declaration) => `(statement_block (export_statement ${declaration}))`)}
`;

export const typescript: Definitions = { grammar: 'typescript', constructorName: 'constructor', query };
export const tsx: Definitions = { ...typescript, grammar: 'tsx' };
