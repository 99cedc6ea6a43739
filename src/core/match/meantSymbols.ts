import { grouped } from '../grouped';
import { type CodeSymbol, meansSymbol } from './codeSymbol';

/** The symbols of a source, found by the names that scopes have for them. */
export class MeantSymbols {
  readonly #symbols: readonly CodeSymbol[];
  #byLastSegment: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(symbols: readonly CodeSymbol[]) {
    this.#symbols = symbols;
  }

  /** The symbols that any of the names means, each once, in the order of the source. */
  by(names: readonly string[]): readonly CodeSymbol[] {
    const found = new Set(names.flatMap((name) => this.#by(name)));
    return [...found].sort((a, b) => a - b).flatMap((index) => this.#symbols[index] ?? []);
  }

  #by(name: string): readonly number[] {
    const last = lastSegment(name);
    const candidates = last.includes('*') ? this.#symbols.keys() : (this.#index.get(last) ?? []);
    return [...candidates].filter((index) => meansSymbol(name, this.#symbols[index]?.name ?? ''));
  }

  get #index(): ReadonlyMap<string, readonly number[]> {
    this.#byLastSegment ??= grouped(this.#symbols.keys(), (index) =>
      lastSegment(this.#symbols[index]?.name ?? ''),
    );
    return this.#byLastSegment;
  }
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
