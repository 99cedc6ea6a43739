/** What C and C++ write alike; see `declarator.ts` for what `@declarator` means. */
export const sharedQuery = `
(preproc_def name: (identifier) @name) @definition.macro
(preproc_function_def name: (identifier) @name) @definition.macro
(enumerator name: (identifier) @name) @definition.constant
(type_definition
  type: [(struct_specifier !name body: (_)) (union_specifier !name body: (_))]
  declarator: (type_identifier) @name) @definition.struct
(type_definition type: (enum_specifier !name body: (_)) declarator: (type_identifier) @name) @definition.enum
(type_definition declarator: (_) @declarator @definition.type)
(field_declaration
  type: [(struct_specifier !name body: (_)) (union_specifier !name body: (_))]
  declarator: (field_identifier) @name) @definition.field
(field_declaration declarator: (_) @declarator @definition.field) @whole
(function_definition declarator: (_) @declarator) @definition.function
(declaration declarator: (_) @declarator @definition.variable) @whole
`;
