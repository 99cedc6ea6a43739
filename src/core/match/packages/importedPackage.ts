import type { Ecosystem } from '../../lesson/packages/ecosystems';

/** A package that a file imports, as its statement names it; offsets of that name in the source's text. */
export interface ImportedPackage {
  readonly ecosystem: Ecosystem;
  /**
   * npm: the package without what lies in it. PyPI, NuGet, Maven: the dotted name of a module, a namespace or a class. Go: the
   * import path. crates.io: the crate. RubyGems: what is required.
   */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}
