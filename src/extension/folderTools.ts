import type { StructureFinder } from '../core/match/structure/structureFinder';
import type { SymbolFinder } from '../core/match/symbolFinder';
import type { Tools } from '../core/match/tools';
import type { CodeFolders } from './codeFolders';
import type { LessonFolder } from './lessonFolders';

/** What it takes to match code of a folder; the grammars are loaded once for all folders. */
export class FolderTools {
  readonly symbols: SymbolFinder;
  readonly #structures: StructureFinder;
  readonly #code: CodeFolders;
  readonly #tools = new WeakMap<LessonFolder, Tools>();

  constructor(symbols: SymbolFinder, structures: StructureFinder, code: CodeFolders) {
    this.symbols = symbols;
    this.#structures = structures;
    this.#code = code;
  }

  of(folder: LessonFolder): Tools {
    const known = this.#tools.get(folder);
    if (known !== undefined) {
      return known;
    }
    const tools: Tools = {
      symbols: this.symbols,
      structures: this.#structures,
      manifests: { read: (path) => this.#code.of(folder).read(path) },
    };
    this.#tools.set(folder, tools);
    return tools;
  }
}
