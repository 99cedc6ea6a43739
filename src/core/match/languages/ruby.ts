import type { Definitions } from './definitions';

export const ruby: Definitions = {
  grammar: 'ruby',
  separator: /::/,
  constructorName: 'initialize',
  query: `
(module name: (_) @name) @definition.module
(class name: (_) @name) @definition.class
(method name: (_) @name) @definition.method
(singleton_method object: [(self) (constant)] name: (_) @name) @definition.method
(singleton_method object: (identifier) @container name: (_) @name) @definition.method
(alias name: (_) @name) @definition.method
(assignment left: [(constant) (identifier)] @name right: (lambda)) @definition.function
(assignment
  left: (constant) @name
  right: (call receiver: (constant) @_class method: (identifier) @_new)
  (#any-of? @_class "Struct" "Class" "Module" "Data") (#any-of? @_new "new" "define")) @definition.class
(assignment left: [(constant) (scope_resolution)] @name) @definition.constant
(assignment left: (left_assignment_list (constant) @name)) @definition.constant
(call
  !receiver
  method: (identifier) @_attribute
  arguments: (argument_list [(simple_symbol) (string (string_content))] @name)
  (#any-of? @_attribute "attr_accessor" "attr_reader" "attr_writer")) @definition.property
(call
  !receiver
  method: (identifier) @_method
  arguments: (argument_list . (simple_symbol) @name)
  (#any-of? @_method "define_method" "alias_method")) @definition.method
`,
};
