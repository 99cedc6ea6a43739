import { Edit, type Tree } from 'web-tree-sitter';
import type { Pieces } from '../pieces';
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

const unread: NoTree = { reason: 'failed', detail: 'closed' };

/**
 * The symbols of a text while it is edited: after a change only what it touched is looked at. They are what
 * `SymbolFinder.symbolsOf` finds in the same text, always while the code is whole, and after `settle` while it is broken:
 * how broken code is mended depends on what the parser had before, so that only a fresh parse mends it as any other, and
 * that takes twenty times as long as following an edit.
 *
 * Work that is put down for good leaves nothing known, so that the next update reads the whole text.
 */
export class SymbolSession {
  readonly #grammars: readonly Candidate<Grammar>[];
  #text: SourceText | undefined;
  #state: State | NoTree = unread;
  #symbols: readonly CodeSymbol[] | undefined;

  /** @param grammars those that may be meant, by `meantBy` */
  constructor(grammars: readonly Candidate<Grammar>[]) {
    this.#grammars = grammars;
  }

  get symbols(): readonly CodeSymbol[] {
    this.#symbols ??=
      'reason' in this.#state
        ? []
        : symbolsFrom(
            this.#state.definitions,
            this.#text?.value.length ?? 0,
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
  *settle(): Pieces<void> {
    const state = this.#state;
    const text = this.#text;
    if ('reason' in state || state.isExact || text === undefined) {
      return;
    }
    yield* this.#replace(state, () => this.#settled(state, text));
  }

  /** @param change what makes the text before into `text`; absent at the first time */
  *update(text: SourceText, change?: TextChange): Pieces<void> {
    const [before, state] = [this.#text, this.#state];
    this.#text = text;
    const isKnown = !('reason' in state) && state.grammar === meantBy(this.#grammars, text.value);
    yield* this.#replace(state, () =>
      isKnown && before !== undefined && change !== undefined
        ? this.#followed(state, before, text, change)
        : this.#fresh(text),
    );
  }

  dispose(): void {
    forget(this.#state);
    this.#state = unread;
  }

  *#replace(before: State | NoTree, work: () => Pieces<State | NoTree>): Pieces<void> {
    this.#symbols = undefined;
    this.#state = unread;
    try {
      this.#state = yield* parserRuntime.attempt(work);
    } finally {
      forget(before);
    }
  }

  *#fresh(text: SourceText): Pieces<State | NoTree> {
    const grammar = meantBy(this.#grammars, text.value);
    if (grammar === undefined) {
      return { reason: 'failed', detail: 'no grammar' };
    }
    const tree = yield* grammar.parse(text.value);
    if ('reason' in tree) {
      return tree;
    }
    const definitions = definitionsIn(tree.rootNode, grammar, text.value);
    return yield* stateOf({ grammar, tree, isExact: true }, definitions);
  }

  *#settled({ grammar, tree: old, definitions }: State, text: SourceText): Pieces<State | NoTree> {
    const tree = yield* grammar.parse(text.value);
    if ('reason' in tree) {
      return tree;
    }
    const window = united(old.getChangedRanges(tree));
    const now = { grammar, tree, isExact: true };
    return yield* stateOf(now, renewed(now, definitions, text, window, 0));
  }

  *#followed(
    { grammar, tree: old, definitions }: State,
    before: SourceText,
    text: SourceText,
    change: TextChange,
  ): Pieces<State | NoTree> {
    old.edit(editOf(before, text, change));
    const tree = yield* grammar.parse(text.value, old);
    if ('reason' in tree) {
      return tree;
    }
    const { start, oldEnd, newEnd } = change;
    const window = united([...old.getChangedRanges(tree), { startIndex: start, endIndex: newEnd }]);
    const now = { grammar, tree, isExact: !tree.rootNode.hasError };
    return yield* stateOf(now, renewed(now, definitions, text, window, newEnd - oldEnd));
  }
}

function forget(state: State | NoTree): void {
  if ('tree' in state) {
    state.tree.delete();
  }
}

/** The state with its definitions, in order; where they are not waited for, the tree is given back. */
function* stateOf(
  now: Omit<State, 'definitions'>,
  definitions: Pieces<readonly Definition[]>,
): Pieces<State> {
  let state: State | undefined;
  try {
    yield;
    const found = yield* definitions;
    yield;
    state = { ...now, definitions: found.toSorted(inOrder) };
    return state;
  } finally {
    if (state === undefined) {
      now.tree.delete();
    }
  }
}

/** @param by how far the definitions behind the window have moved */
function* renewed(
  { tree, grammar }: Pick<State, 'tree' | 'grammar'>,
  definitions: readonly Definition[],
  text: SourceText,
  window: Window | undefined,
  by: number,
): Pieces<readonly Definition[]> {
  if (window === undefined) {
    return definitions;
  }
  const oldWindow = { start: window.start, end: window.end - by };
  const kept = definitions
    .filter((definition) => !touches(definition, oldWindow))
    .map((definition) => (definition.start >= oldWindow.end ? shifted(definition, by) : definition));
  const found = yield* definitionsIn(tree.rootNode, grammar, text.value, window);
  return [...kept, ...found.filter((one) => touches(one, window))];
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
