/**
 * In C a name lies within what is said of it: `int *(*x[3])` declares `x`. A query cannot look any number of levels
 * down, so these are the ways that code in fact goes.
 */
export function pointed(declarator: string): string {
  const pointer = `(pointer_declarator declarator: ${declarator})`;
  return `${declarator} ${pointer} (pointer_declarator declarator: ${pointer})`;
}

/** A variable's declarators around `name`, without those of functions. */
export function variableDeclarators(name: string): string {
  const array = `(array_declarator declarator: [${name} (array_declarator declarator: ${name})])`;
  return `${pointed(name)} ${pointed(array)}
    (function_declarator declarator: (parenthesized_declarator (pointer_declarator declarator: [${name} ${array}])))`;
}

/** Types and macros, which C and C++ write alike. */
export const sharedQuery = `
(preproc_def name: (identifier) @name) @definition.macro
(preproc_function_def name: (identifier) @name) @definition.macro
(enumerator name: (identifier) @name) @definition.constant
(type_definition
  type: [(struct_specifier !name body: (_)) (union_specifier !name body: (_))]
  declarator: (type_identifier) @name) @definition.struct
(type_definition type: (enum_specifier !name body: (_)) declarator: (type_identifier) @name) @definition.enum
(type_definition declarator: [
  ${pointed('(type_identifier) @name')}
  (array_declarator declarator: (type_identifier) @name)
  ${pointed(`(function_declarator declarator: [
    (type_identifier) @name
    (parenthesized_declarator (type_identifier) @name)
    (parenthesized_declarator (pointer_declarator declarator: (type_identifier) @name))])`)}
] @definition.type)
`;
