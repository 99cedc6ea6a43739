import type { Definitions } from './definitions';

export const bash: Definitions = {
  grammar: 'bash',
  separator: /::/,
  query: `
(function_definition name: (word) @name) @definition.function
(declaration_command "readonly" (variable_assignment name: (variable_name) @name)) @definition.constant
(variable_assignment name: (variable_name) @name) @definition.variable
`,
};
