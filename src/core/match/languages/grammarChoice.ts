import type { Definitions } from './definitions';
import { definitionsByLanguage } from './table';

/** What only C++ has at the beginning of a line; after GitHub Linguist's heuristics.yml. */
const signsOfCpp =
  /^[ \t]*(?:template[ \t]*<|(?:class|(?:using[ \t]+)?namespace)[ \t]+\w|(?:private|public|protected)[ \t]*:|constexpr\b|#[ \t]*include[ \t]*<(?:cstdint|string|vector|map|list|array|queue|memory|unordered_(?:map|set)|[io]?o?stream|utility|functional|type_traits)>)|\bstd::\w/m;

/** The ways in which a source's symbols may be found; which of them is meant, its text tells. */
export function candidatesFor(language: string, path: string): readonly Definitions[] {
  const definitions = definitionsByLanguage[language];
  if (definitions === undefined) {
    return [];
  }
  const { cpp } = definitionsByLanguage;
  // Headers of C and of C++ have the same ending, and each grammar takes some of the other's code for broken.
  return language === 'c' && path.toLowerCase().endsWith('.h') && cpp !== undefined
    ? [definitions, cpp]
    : [definitions];
}

export function meantBy<T>(candidates: readonly T[], text: string): T | undefined {
  return candidates.length > 1 && signsOfCpp.test(text) ? candidates[1] : candidates[0];
}
