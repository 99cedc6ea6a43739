import { c } from './c';
import { cpp } from './cpp';
import type { Definitions } from './definitions';
import { javascript } from './javascript';
import { definitionsByLanguage } from './table';
import { tsx } from './typescript';

/** What only C++ has at the beginning of a line; after GitHub Linguist's heuristics.yml. */
const signsOfCpp =
  /^[ \t]*(?:template[ \t]*<|(?:class|(?:using[ \t]+)?namespace)[ \t]+\w|(?:private|public|protected)[ \t]*:|constexpr\b|#[ \t]*include[ \t]*<(?:cstdint|string|vector|map|list|array|queue|memory|unordered_(?:map|set)|[io]?o?stream|utility|functional|type_traits)>)|\bstd::\w/m;

/** The comment that tells Flow, and all who read the code, that it has types. */
const signOfFlow = /^(?:\/\/|\/\*|[ \t]*\*)[ \t*]*@flow\b/m;

/** One way to find a source's symbols, and the sign in a text that calls for it; the last has none. */
export interface Candidate<T> {
  readonly way: T;
  readonly sign?: RegExp;
}

/** The ways in which a source's symbols may be found; which of them is meant, its text tells. */
export function candidatesFor(language: string, path: string): readonly Candidate<Definitions>[] {
  const way = definitionsByLanguage[language];
  if (way === undefined) {
    return [];
  }
  // Headers of C and of C++ have the same ending, and each grammar takes some of the other's code for broken.
  if (way === c && path.toLowerCase().endsWith('.h')) {
    return [{ way: cpp, sign: signsOfCpp }, { way }];
  }
  // Flow writes types as TypeScript does, all but a few.
  return way === javascript ? [{ way: tsx, sign: signOfFlow }, { way }] : [{ way }];
}

export function meantBy<T>(candidates: readonly Candidate<T>[], text: string): T | undefined {
  return candidates.find(({ sign }) => sign === undefined || sign.test(text))?.way;
}
