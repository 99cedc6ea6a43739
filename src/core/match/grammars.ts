import { Language } from 'web-tree-sitter';
import { parserRuntime } from './parserRuntime';

/** How the core gets at the parser and the grammars, which are files beside it. */
export interface GrammarFiles {
  /** The bytes of `tree-sitter.wasm` (`name` absent) or of `tree-sitter-<name>.wasm`. */
  read(name?: string): Promise<Uint8Array>;
  /** The bytes of `ast-grep.wasm`. */
  readStructures(): Promise<Uint8Array>;
}

/** Grammars by name, each loaded when first needed, once for all who share this. */
export class Grammars {
  readonly #files: GrammarFiles;
  readonly #languages = new Map<string, Promise<Language>>();

  constructor(files: GrammarFiles) {
    this.#files = files;
  }

  /** Rejects where the parser or the grammar cannot be loaded; the next call tries again. */
  language(name: string): Promise<Language> {
    const known = this.#languages.get(name);
    if (known !== undefined) {
      return known;
    }
    const loading = this.#load(name);
    this.#languages.set(name, loading);
    loading.catch(() => this.#languages.delete(name));
    return loading;
  }

  async #load(name: string): Promise<Language> {
    const [bytes] = await Promise.all([
      this.#files.read(name),
      parserRuntime.start(() => this.#files.read()),
    ]);
    return Language.load(bytes);
  }
}
