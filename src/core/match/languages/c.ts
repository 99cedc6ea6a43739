import { sharedQuery } from './cLike';
import type { Definitions } from './definitions';

export const c: Definitions = {
  grammar: 'c',
  query: `
(struct_specifier name: (type_identifier) @name body: (_)) @definition.struct
(union_specifier name: (type_identifier) @name body: (_)) @definition.struct
(enum_specifier name: (type_identifier) @name body: (_)) @definition.enum
${sharedQuery}`,
};
