import { type GrammarFiles, Grammars } from '../core/match/grammars';
import { type ManifestFiles, ProjectManifests } from '../core/match/packages/projectManifests';
import { StructureFinder } from '../core/match/structure/structureFinder';
import { SymbolFinder } from '../core/match/symbolFinder';
import type { Tools } from '../core/match/tools';

/** What the command line matches with. */
export function toolsWith(files: GrammarFiles, manifests: ManifestFiles): Tools {
  const grammars = new Grammars(files);
  return {
    symbols: new SymbolFinder(files, { languages: grammars, now: () => performance.now() }),
    structures: new StructureFinder(files, grammars),
    manifests: new ProjectManifests(manifests),
  };
}
