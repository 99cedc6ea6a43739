import { Edit, type Tree } from 'web-tree-sitter';
import type { SourceText, TextChange } from '../text';
import type { CodeSymbol } from './codeSymbol';
import { type Definition, definitionsIn, shifted, type Window } from './definition';
import type { Grammar } from './grammar';
import { type Candidate, meantBy } from './languages/grammarChoice';
import { type NoTree, parserRuntime } from './parserRuntime';
import { inOrder, symbolsFrom } from './symbolNaming';

/** What is known of the text as it is. */
interface State {
  readonly grammar: Grammar;
  readonly tree: Tree;
  /** As `inOrder` puts them. */
  readonly definitions: readonly Definition[];
  /** Whether a fresh parse is sure to give the same. */
  readonly isExact: boolean;
}

/**
 * The symbols of a text while it is edited: after a change only what it touched is looked at. They are what
 * `SymbolFinder.symbolsOf` finds in the same text, always while the code is whole, and after `settle` while it is broken:
 * how broken code is mended depends on what the parser had before, so that only a fresh parse mends it as any other, and
 * that takes twenty times as long as following an edit.
 */
export class SymbolSession {
  readonly #grammars: readonly Candidate<Grammar>[];
  #text: SourceText;
  #state: State | NoTree;
  #symbols: readonly CodeSymbol[] | undefined;

  /** @param grammars those that may be meant, by `meantBy` */
  constructor(grammars: readonly Candidate<Grammar>[], text: SourceText) {
    this.#grammars = grammars;
    this.#text = text;
    this.#state = parserRuntime.attempt(() => this.#fresh());
  }

  get symbols(): readonly CodeSymbol[] {
    this.#symbols ??=
      'reason' in this.#state
        ? []
        : symbolsFrom(
            this.#state.definitions,
            this.#text.value.length,
            this.#state.grammar.definitions.constructorName,
          );
    return this.#symbols;
  }

  /** Why there are no symbols, where the parser gave up; it tries again with the next change. */
  get trouble(): NoTree | undefined {
    return 'reason' in this.#state ? this.#state : undefined;
  }

  /** Whether the symbols are those of a fresh parse for sure. */
  get isExact(): boolean {
    return 'reason' in this.#state || this.#state.isExact;
  }

  /** Parses broken code anew. */
  settle(): void {
    const state = this.#state;
    if ('reason' in state || state.isExact) {
      return;
    }
    this.#symbols = undefined;
    this.#state = parserRuntime.attempt(() => {
      try {
        return this.#settled(state);
      } finally {
        state.tree.delete();
      }
    });
  }

  /** @param change what makes the text before into `text` */
  update(text: SourceText, change: TextChange): void {
    const [before, state] = [this.#text, this.#state];
    this.#text = text;
    this.#symbols = undefined;
    this.#state = parserRuntime.attempt(() => {
      if ('reason' in state || state.grammar !== meantBy(this.#grammars, text.value)) {
        this.#forget(state);
        return this.#fresh();
      }
      try {
        return this.#followed(state, before, change);
      } finally {
        state.tree.delete();
      }
    });
  }

  dispose(): void {
    this.#forget(this.#state);
    this.#state = { reason: 'failed', detail: 'closed' };
  }

  #forget(state: State | NoTree): void {
    if ('tree' in state) {
      state.tree.delete();
    }
  }

  #fresh(): State | NoTree {
    const text = this.#text.value;
    const grammar = meantBy(this.#grammars, text);
    if (grammar === undefined) {
      return { reason: 'failed', detail: 'no grammar' };
    }
    const tree = grammar.parse(text);
    return 'reason' in tree
      ? tree
      : {
          ...{ grammar, tree, isExact: true },
          definitions: definitionsIn(tree.rootNode, grammar, text).sort(inOrder),
        };
  }

  #settled({ grammar, tree: old, definitions }: State): State | NoTree {
    const tree = grammar.parse(this.#text.value);
    if ('reason' in tree) {
      return tree;
    }
    const window = united(old.getChangedRanges(tree));
    return {
      ...{ grammar, tree, isExact: true },
      definitions:
        window === undefined ? definitions : this.#renewed(tree, { grammar, definitions }, window, 0),
    };
  }

  #followed(
    { grammar, tree: old, definitions }: State,
    before: SourceText,
    change: TextChange,
  ): State | NoTree {
    const text = this.#text;
    old.edit(editOf(before, text, change));
    const tree = grammar.parse(text.value, old);
    if ('reason' in tree) {
      return tree;
    }
    const { start, oldEnd, newEnd } = change;
    const window = united([...old.getChangedRanges(tree), { startIndex: start, endIndex: newEnd }]);
    const known = { grammar, definitions };
    return {
      ...{ grammar, tree, isExact: !tree.rootNode.hasError },
      definitions: window === undefined ? definitions : this.#renewed(tree, known, window, newEnd - oldEnd),
    };
  }

  /** @param by how far the definitions behind the window have moved */
  #renewed(
    tree: Tree,
    { grammar, definitions }: Pick<State, 'grammar' | 'definitions'>,
    window: Window,
    by: number,
  ): readonly Definition[] {
    const oldWindow = { start: window.start, end: window.end - by };
    const kept = definitions
      .filter((definition) => !touches(definition, oldWindow))
      .map((definition) => (definition.start >= oldWindow.end ? shifted(definition, by) : definition));
    const found = definitionsIn(tree.rootNode, grammar, this.#text.value, window).filter((one) =>
      touches(one, window),
    );
    return [...kept, ...found].sort(inOrder);
  }
}

function touches({ start, nodeEnd }: Definition, window: Window): boolean {
  return start <= window.end && nodeEnd >= window.start;
}

/** The stretch that holds all of them: what of the text may have other definitions than before. */
function united(
  ranges: readonly { readonly startIndex: number; readonly endIndex: number }[],
): Window | undefined {
  return ranges.length === 0
    ? undefined
    : {
        start: Math.min(...ranges.map(({ startIndex }) => startIndex)),
        end: Math.max(...ranges.map(({ endIndex }) => endIndex)),
      };
}

function editOf(before: SourceText, text: SourceText, { start, oldEnd, newEnd }: TextChange): Edit {
  const point = (of: SourceText, offset: number) => {
    const { line, character } = of.positionAt(offset);
    return { row: line, column: character };
  };
  return new Edit({
    ...{ startIndex: start, oldEndIndex: oldEnd, newEndIndex: newEnd },
    startPosition: point(before, start),
    oldEndPosition: point(before, oldEnd),
    newEndPosition: point(text, newEnd),
  });
}
