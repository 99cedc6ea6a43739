/** How a language's definitions are found in its syntax tree. */
export interface Definitions {
  /** The grammar's file name without `tree-sitter-` and `.wasm`. */
  readonly grammar: string;
  /**
   * A tree-sitter query. `@definition` spans the symbol, `@name` is its name, `@container` (optional) a name that goes
   * before it although the definition does not lie inside that container.
   */
  readonly query: string;
}
