import { nearestWord } from '../nearestWord';
import { ecosystemNames, ecosystems, isEcosystem } from './ecosystems';

/** One entry of a scope's `packages`. */
export interface ScopePackage {
  readonly ecosystem?: string;
  readonly name?: string;
  readonly range?: string;
}

/** Why no package can be found by an entry of `packages`. */
export type PackageFault =
  | { readonly kind: 'nameless' }
  | {
      readonly kind: 'ecosystem';
      readonly ecosystem: string;
      readonly known: readonly string[];
      readonly nearest?: string;
    }
  /** Each ecosystem has its own rules of what a range is. */
  | { readonly kind: 'range-alone'; readonly range: string }
  | { readonly kind: 'range'; readonly range: string; readonly ecosystem: string };

export function faultOfPackage({ ecosystem, name, range }: ScopePackage): PackageFault | undefined {
  if (name === undefined || name.trim() === '') {
    return { kind: 'nameless' };
  }
  if (ecosystem === undefined) {
    return range === undefined ? undefined : { kind: 'range-alone', range };
  }
  if (!isEcosystem(ecosystem)) {
    const nearest = nearestWord(ecosystem, ecosystemNames);
    return { kind: 'ecosystem', ecosystem, known: ecosystemNames, nearest };
  }
  return range === undefined || ecosystems[ecosystem].isRange(range)
    ? undefined
    : { kind: 'range', range, ecosystem };
}
