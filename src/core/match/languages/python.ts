import type { Definitions } from './definitions';

export const python: Definitions = {
  grammar: 'python',
  query: `
(function_definition name: (identifier) @name) @definition
(class_definition name: (identifier) @name) @definition
(module (expression_statement (assignment left: (identifier) @name) @definition))
`,
};
