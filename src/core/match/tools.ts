import type { CodeSymbol } from './codeSymbol';
import type { ProjectManifests } from './packages/projectManifests';
import type { Source } from './source';
import type { StructureFinder } from './structure/structureFinder';
import type { SymbolFinder } from './symbolFinder';

/** What it takes to look into a source. */
export interface Tools {
  readonly symbols: SymbolFinder;
  readonly structures: StructureFinder;
  readonly manifests: ProjectManifests;
  /** Asked for the symbols of a source whose language has no grammar here; `undefined` where nobody knows them. */
  readonly otherSymbols?: (source: Source) => Promise<readonly CodeSymbol[] | undefined>;
}
