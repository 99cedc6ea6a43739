import type * as vscode from 'vscode';
import type { CodeSymbol } from '../core/match/codeSymbol';
import { movedSymbols, type OutlineEntry, symbolsOfOutline } from '../core/match/outlineSymbols';
import { changeBetween, SourceText } from '../core/text';
import { outlineOf } from './outlineEntries';

/** What the editor is waited for before matching goes on without; in milliseconds, as all below. */
const patience = 200;

/** A question that was not answered by then is never answered. */
const longestWait = 30_000;

/** When nothing is asked once more: a language's extension may start after the document was opened. */
const chances = [1000, 3000, 10_000, 30_000];

interface Answer {
  readonly version: number;
  readonly text: string;
  readonly symbols: readonly CodeSymbol[];
}

/** The symbols that the editor's providers tell of one open document, one question at a time. */
export class EditorOutline implements vscode.Disposable {
  readonly #document: vscode.TextDocument;
  readonly #tell: () => void;
  readonly #log: vscode.LogOutputChannel;
  #asking: Promise<void> | undefined;
  #answer: Answer | undefined;
  /** What was given for the document's last version that was asked for. */
  #given: Answer | undefined;
  #chance = 0;
  #later: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  /** @param tell called where symbols that were given are others now, though the text is the same */
  constructor(document: vscode.TextDocument, tell: () => void, log: vscode.LogOutputChannel) {
    this.#document = document;
    this.#tell = tell;
    this.#log = log;
  }

  /**
   * The symbols in a text that is the document's now. Where the editor takes its time, those of an earlier text, as far as
   * what was edited leaves them as they were.
   */
  async symbolsIn(text: string): Promise<readonly CodeSymbol[]> {
    const { version } = this.#document;
    if (this.#answer?.version !== version) {
      await within(patience, this.#ask());
    }
    const symbols = this.#known(text);
    if (this.#document.version === version) {
      this.#given = { version, text, symbols };
    }
    return symbols;
  }

  /** Asks once more where nothing was found, as somebody looks at the document. */
  retry(): void {
    if (this.#answer?.symbols.length === 0) {
      void this.#ask();
    }
  }

  #known(text: string): readonly CodeSymbol[] {
    const { text: before = '', symbols = [] } = this.#answer ?? {};
    const change = changeBetween(before, text);
    return change === undefined ? symbols : movedSymbols(symbols, change);
  }

  #ask(): Promise<void> {
    this.#asking ??= this.#find().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #find(): Promise<void> {
    while (!this.#isDisposed) {
      const { version } = this.#document;
      const found = await within(longestWait, outlineOf(this.#document, this.#log));
      if (this.#document.version === version) {
        this.#take(version, found ?? []);
        return;
      }
      // Nobody knows which of the two texts this is about.
    }
  }

  #take(version: number, entries: readonly OutlineEntry[]): void {
    if (this.#isDisposed) {
      return;
    }
    const text = new SourceText(this.#document.getText());
    const symbols = symbolsOfOutline(entries, text);
    this.#answer = { version, text: text.value, symbols };
    this.#planNextChance(symbols.length > 0);
    const given = this.#given;
    if (given?.version === version && JSON.stringify(given.symbols) !== JSON.stringify(symbols)) {
      this.#tell();
    }
  }

  #planNextChance(isFound: boolean): void {
    clearTimeout(this.#later);
    this.#chance = isFound ? 0 : this.#chance;
    const wait = chances[this.#chance];
    if (!isFound && wait !== undefined) {
      this.#later = setTimeout(() => {
        this.#chance++;
        void this.#ask();
      }, wait);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#later);
  }
}

/** What comes in time; `undefined` otherwise. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([answer, slow]);
  } finally {
    clearTimeout(timer);
  }
}
