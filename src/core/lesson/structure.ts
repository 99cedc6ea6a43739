/** Why a structure cannot be searched for. */
export type StructureFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly limit: number }
  /** A lone metavariable stands for every piece of code. */
  | { readonly kind: 'everything' }
  /** None of the languages that its scope names has a grammar here. */
  | { readonly kind: 'no-grammar'; readonly languages: readonly string[] }
  /** It is code of none of the languages that its scope is about, of which these have a grammar; told in a folder. */
  | { readonly kind: 'not-code'; readonly languages: readonly string[] };

/** Reading a pattern costs about 3 ms for each 1,000 characters, and nobody reads a longer one. */
export const longestStructure = 2000;

/** What can be told without a grammar. */
export function faultOfStructure(structure: string): StructureFault | undefined {
  if (structure.trim() === '') {
    return { kind: 'empty' };
  }
  if (structure.length > longestStructure) {
    return { kind: 'too-long', limit: longestStructure };
  }
  return /^\s*\$+[A-Z0-9_]*[\s;]*$/.test(structure) ? { kind: 'everything' } : undefined;
}
