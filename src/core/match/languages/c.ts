import { pointed, sharedQuery, variableDeclarators } from './cLike';
import type { Definitions } from './definitions';

const functionDeclarators = pointed(`(function_declarator declarator: [
  (identifier) @name
  (parenthesized_declarator (identifier) @name)
  (parenthesized_declarator (pointer_declarator declarator: (function_declarator declarator: (identifier) @name)))])`);
const variables = variableDeclarators('(identifier) @name');

export const c: Definitions = {
  grammar: 'c',
  query: `
${sharedQuery}
(struct_specifier name: (type_identifier) @name body: (_)) @definition.struct
(union_specifier name: (type_identifier) @name body: (_)) @definition.struct
(enum_specifier name: (type_identifier) @name body: (_)) @definition.enum
(field_declaration
  type: [(struct_specifier !name body: (_)) (union_specifier !name body: (_))]
  declarator: (field_identifier) @name) @definition.field
(field_declaration declarator: [${variableDeclarators('(field_identifier) @name')}] @definition.field)
(function_definition declarator: [${functionDeclarators}]) @definition.function
(declaration declarator: [${functionDeclarators}]) @definition.function
(declaration declarator: [${variables} (init_declarator declarator: [${variables}])] @definition.variable)
`,
};
