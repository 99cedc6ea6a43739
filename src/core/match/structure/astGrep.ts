import type { SgNode, SgRoot } from '@ast-grep/wasm';
import * as bindings from '@ast-grep/wasm/wasm_bg.js';
import type { Language, Parser, Tree } from 'web-tree-sitter';
import type { Pieces } from '../../pieces';
import { TextParser } from '../textParser';
import { inTurns, type Turns } from '../turns';

/** A pattern, or a rule object, as ast-grep takes them: https://ast-grep.github.io/reference/rule.html */
export type Matcher = string | { readonly rule: object };

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A tree while it is there. */
export interface SearchedTree {
  readonly root: SgNode;
  /** To be called with all nodes that ast-grep gives; gives them back. */
  readonly keep: (nodes: SgNode[]) => SgNode[];
  /** How deeply its nodes are nested. */
  readonly depth: () => Pieces<number>;
}

/** The package's bindings keep the instance they talk to in their module, so there is one of it for all who ask. */
const shared: { engine?: Promise<AstGrep> } = {};

/** ast-grep in WebAssembly, with grammars that this side has loaded: it reads no file by itself. */
export class AstGrep {
  readonly #module: WebAssembly.Module;
  readonly #languages = new Map<string, Language>();
  readonly #parsers = new Map<string, TextParser>();
  readonly #prepared = new Map<string, Promise<void>>();
  #instance: WebAssembly.Instance | undefined;
  #starting: Promise<void> | undefined;
  readonly #held = new Set<{ delete(): void }>();
  #end: string | undefined;
  /** The tree that the engine is given when it wants to parse a text. */
  #parsed: Tree | undefined;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  /** Rejects where the bytes cannot be had or are none of it; the next call tries again. */
  static load(read: () => Promise<Uint8Array>): Promise<AstGrep> {
    if (shared.engine === undefined) {
      const loading = read()
        .then((bytes) => WebAssembly.compile(bytes))
        .then((module) => new AstGrep(module));
      shared.engine = loading;
      loading.catch(() => {
        shared.engine = undefined;
      });
    }
    return shared.engine;
  }

  /** To be called before texts are searched; `sigil` stands for `$` where names cannot have one. */
  async prepare(name: string, language: Language, sigil: string, now?: () => number): Promise<void> {
    if (this.#end !== undefined) {
      throw new Error(this.#end);
    }
    if (this.#languages.get(name) !== language) {
      this.#languages.set(name, language);
      this.#parsers.set(name, new TextParser(language, now));
    }
    this.#starting ??= this.#start();
    await this.#starting;
    const known = this.#prepared.get(name);
    const preparing =
      known ?? bindings.registerDynamicLanguage({ [name]: { libraryPath: name, expandoChar: sigil } });
    this.#prepared.set(name, preparing);
    await preparing;
  }

  /**
   * What `search` makes of a text's syntax tree, which is gone afterwards, with all nodes that were `kept`; one text after
   * another.
   * @throws Error where a pattern is none, or where the engine came to an end; it stays there
   */
  inTree<T>(name: string, text: string, search: (tree: SearchedTree) => Pieces<T>, turns: Turns): Promise<T> {
    const searching = this.#last.then(() => inTurns(this.#inTree(name, text, search), turns));
    // Whoever asked is told of a failure; the next text stands on its own.
    this.#last = searching.catch(() => undefined);
    return searching;
  }

  *#inTree<T>(name: string, text: string, search: (tree: SearchedTree) => Pieces<T>): Pieces<T> {
    const kept: SgNode[] = [];
    const keep = (nodes: SgNode[]) => {
      kept.push(...nodes);
      return nodes;
    };
    const tree = yield* this.#parse(name, text);
    try {
      yield;
      const root = tree.root();
      keep([root]);
      return yield* search({ root, keep, depth: () => depthOf(tree.getInnerTree()) });
    } catch (error) {
      if (error instanceof RangeError || error instanceof WebAssembly.RuntimeError) {
        this.#end = String(error);
      }
      throw error;
    } finally {
      if (this.#end === undefined) {
        free([...kept, tree]);
        this.#releaseHeld();
      } else {
        forget([...kept, tree]);
      }
    }
  }

  /** The engine parses at one go, so it is given a tree that was parsed in pieces. */
  *#parse(name: string, text: string): Pieces<SgRoot> {
    if (this.#end !== undefined) {
      throw new Error(this.#end);
    }
    const parser = this.#parsers.get(name);
    this.#parsed = (parser && (yield* parser.parse(text, () => false))) ?? undefined;
    return bindings.parse(name, text);
  }

  /**
   * What the engine made of web-tree-sitter's. It leaves that to the garbage collector, which does not see how much memory
   * of WebAssembly hangs on it, so that it would come too late.
   */
  #releaseHeld(): void {
    for (const object of this.#held) {
      object.delete();
    }
    this.#held.clear();
  }

  async #start(): Promise<void> {
    const instance = await WebAssembly.instantiate(this.#module, { './wasm_bg.js': this.#imports() });
    this.#instance = instance;
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    await bindings.initializeTreeSitter();
  }

  /** The package's own, but for the two that would load the runtime and the grammars once more, and those that make trees. */
  #imports(): Record<string, unknown> {
    const imports = Object.entries(bindings).map(([name, exported]): [string, unknown] => {
      const given = exported as Import;
      if (name.startsWith('__wbg_init_')) {
        return [name, () => Promise.resolve()];
      }
      if (name.startsWith('__wbg_parse_')) {
        const parse = (parser: Parser) => (text: never, old: never, options: never) => {
          const parsed = this.#parsed ?? parser.parse(text, old, options);
          this.#parsed = undefined;
          return this.#hold(parsed);
        };
        return [name, (parser: Parser, ...rest: unknown[]) => given({ parse: parse(parser) }, ...rest)];
      }
      if (name.startsWith('__wbg_copy_')) {
        return [name, (tree: Tree) => given({ copy: () => this.#hold(tree.copy()) })];
      }
      return [name, name.startsWith('__wbg_load_') ? this.#loaded : given];
    });
    return Object.fromEntries(imports);
  }

  #hold<T extends { delete(): void } | null>(object: T): T {
    if (object !== null) {
      this.#held.add(object);
    }
    return object;
  }

  /** Takes the place of `Language.load(path)`; the path is the name of a language that is loaded. */
  readonly #loaded = async (pointer: number, length: number) => {
    const bytes = this.#memory && new Uint8Array(this.#memory.buffer, pointer, length);
    return this.#languages.get(new TextDecoder().decode(bytes));
  };

  get #memory(): WebAssembly.Memory | undefined {
    return this.#instance?.exports.memory as WebAssembly.Memory | undefined;
  }
}

/** A function of JavaScript that the engine calls. */
type Import = (...given: readonly unknown[]) => unknown;

export function spanOf(node: SgNode): Span {
  const range = node.range();
  const [start, end] = [range.start, range.end];
  const span = { start: start.index, end: end.index };
  free([start, end, range]);
  return span;
}

/** So many steps through a tree take a few milliseconds. */
const manySteps = 4096;

function free(objects: readonly { free(): void }[]): void {
  for (const object of objects) {
    object.free();
  }
}

/** An engine that ran out of stack or memory does not get it back, and nothing can be freed in it. */
function forget(objects: readonly (SgNode | SgRoot)[]): void {
  for (const object of objects as unknown as readonly { __destroy_into_raw(): number }[]) {
    object.__destroy_into_raw();
  }
}

function* depthOf(tree: Tree): Pieces<number> {
  const cursor = tree.walk();
  let [depth, deepest] = [0, 0];
  for (let steps = 1; ; steps++) {
    if (steps % manySteps === 0) {
      yield;
    }
    if (cursor.gotoFirstChild()) {
      depth++;
      deepest = Math.max(deepest, depth);
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        cursor.delete();
        return deepest;
      }
      depth--;
    }
  }
}
