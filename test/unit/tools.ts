import { grammarFilesIn } from '../../src/cli/nodeFiles';
import type { Library } from '../../src/core/library/library';
import { allLines, type ChangedLines } from '../../src/core/match/changedLines';
import type { CodeSymbol } from '../../src/core/match/codeSymbol';
import { matchSource } from '../../src/core/match/engine';
import { Grammars } from '../../src/core/match/grammars';
import type { Match } from '../../src/core/match/match';
import { ProjectManifests } from '../../src/core/match/packages/projectManifests';
import type { Source } from '../../src/core/match/source';
import { StructureFinder } from '../../src/core/match/structure/structureFinder';
import { SymbolFinder } from '../../src/core/match/symbolFinder';
import type { Tools } from '../../src/core/match/tools';
import type { Files } from './commandLine';

/**
 * What matching takes, with the real grammars.
 * @param symbols of every source in a language without a grammar
 */
export function toolsWith(files: Files = {}, symbols?: readonly CodeSymbol[]): Tools {
  const beside = grammarFilesIn('dist');
  const grammars = new Grammars(beside);
  return {
    symbols: new SymbolFinder(beside, { languages: grammars, now: () => performance.now() }),
    structures: new StructureFinder(beside, grammars),
    manifests: new ProjectManifests({ read: async (path) => files[path] }),
    otherSymbols: async () => symbols,
  };
}

export async function matchesOf(
  library: Library,
  source: Source,
  tools = toolsWith(),
  changed: ChangedLines = allLines,
): Promise<readonly Match[]> {
  return (await matchSource(library, source, tools, async () => changed)).matches;
}
