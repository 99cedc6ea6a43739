import * as vscode from 'vscode';
import { isManifest } from '../core/match/packages/manifests/manifests';
import { ProjectManifests } from '../core/match/packages/projectManifests';
import type { Source } from '../core/match/source';
import type { StructureFinder } from '../core/match/structure/structureFinder';
import type { SymbolFinder } from '../core/match/symbolFinder';
import type { Tools } from '../core/match/tools';
import type { CodeFolders } from './codeFolders';
import type { EditorSymbols } from './editorSymbols';
import type { LessonFolder } from './lessonFolder';

/** What it takes to match code of a folder; the grammars are loaded once for all folders. */
export class FolderTools implements vscode.Disposable {
  readonly symbols: SymbolFinder;
  readonly #structures: StructureFinder;
  readonly #code: CodeFolders;
  readonly #editor: EditorSymbols;
  readonly #tools = new WeakMap<LessonFolder, Tools>();
  readonly #changed = new vscode.EventEmitter<LessonFolder>();
  readonly #disposable: vscode.Disposable;
  /** Fires where manifests that were read say something else now, so that packages may hold for other files. */
  readonly onDidChange = this.#changed.event;

  constructor(symbols: SymbolFinder, structures: StructureFinder, code: CodeFolders, editor: EditorSymbols) {
    this.symbols = symbols;
    this.#structures = structures;
    this.#code = code;
    this.#editor = editor;
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      code.onDidChange(({ folder, paths }) => this.#forget(folder, [...paths].filter(isManifest))),
    );
  }

  /** For open documents, of whose symbols the editor may know more; what a whole folder has does not hang on that. */
  ofDocuments(folder: LessonFolder): Tools {
    const otherSymbols = (source: Source) => this.#editor.of(folder.uriOf(source.path), source);
    return { ...this.of(folder), otherSymbols };
  }

  of(folder: LessonFolder): Tools {
    const known = this.#tools.get(folder);
    if (known !== undefined) {
      return known;
    }
    const tools: Tools = {
      symbols: this.symbols,
      structures: this.#structures,
      manifests: new ProjectManifests({
        read: (path) => {
          const files = this.#code.of(folder);
          files.watch();
          return files.read(path);
        },
      }),
    };
    this.#tools.set(folder, tools);
    return tools;
  }

  #forget(folder: LessonFolder, manifests: readonly string[]): void {
    const tools = this.#tools.get(folder);
    if (tools !== undefined && manifests.length > 0) {
      tools.manifests.forget(manifests);
      this.#changed.fire(folder);
    }
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}
