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
}

/**
 * The symbols of a text while it is edited: always what `SymbolFinder.symbolsOf` finds in the same text, but after a
 * change only what it touched is looked at.
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
      : { grammar, tree, definitions: definitionsIn(tree.rootNode, grammar, text).sort(inOrder) };
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
    if (tree.rootNode.hasError) {
      // How broken code is mended depends on what of the old tree lay about; only a fresh parse mends it as any other.
      tree.delete();
      return this.#fresh();
    }
    const window = changedWindow(old, tree, change);
    const by = change.newEnd - change.oldEnd;
    const oldWindow = { start: window.start, end: window.end - by };
    const kept = definitions
      .filter((definition) => !touches(definition, oldWindow))
      .map((definition) => (definition.start >= oldWindow.end ? shifted(definition, by) : definition));
    const found = definitionsIn(tree.rootNode, grammar, text.value, window).filter((one) =>
      touches(one, window),
    );
    return { grammar, tree, definitions: [...kept, ...found].sort(inOrder) };
  }
}

function touches({ start, nodeEnd }: Definition, window: Window): boolean {
  return start <= window.end && nodeEnd >= window.start;
}

/** What of the new text may have other definitions than the old: what was typed, and what the syntax tree has anew. */
function changedWindow(old: Tree, tree: Tree, { start, newEnd }: TextChange): Window {
  const window = { start, end: newEnd };
  for (const { startIndex, endIndex } of old.getChangedRanges(tree)) {
    window.start = Math.min(window.start, startIndex);
    window.end = Math.max(window.end, endIndex);
  }
  return window;
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
