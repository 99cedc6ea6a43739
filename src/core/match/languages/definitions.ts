/** A method with its type's own name makes an object. */
export const sameAsType: unique symbol = Symbol('same as type');

/** How a language's definitions are found in its syntax tree. */
export interface Definitions {
  /** The grammar's file name without `tree-sitter-` and `.wasm`. */
  readonly grammar: string;
  /**
   * A tree-sitter query. Each match is one definition:
   *
   * - `@definition.<kind>` spans a symbol of that kind, `@definition.scope` what only gives its name to those inside.
   * - `@rest.<kind>` begins what goes on until the next such, or to the end of the file.
   * - `@name` is its name, `@container` (optional) a name that goes before it although the definition does not lie
   *   inside that container.
   * - `@declarator` (C) holds the name where `@name` is missing; where it turns out to be a function, `@whole` spans it.
   *
   * Where two patterns meet the same name, the one that stands first decides. Variables, constants and fields within
   * a function are its own business: a query may find them, and they are left out.
   */
  readonly query: string;
  /** What separates the parts of a name, beside a dot. */
  readonly separator?: RegExp;
  /** What a method is called that makes an object; `undefined` where the grammar alone tells. */
  readonly constructorName?: string | typeof sameAsType;
}
