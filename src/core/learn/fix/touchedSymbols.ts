import type { CodeSymbol } from '../../match/codeSymbol';
import type { Source } from '../../match/source';
import type { SymbolFinder } from '../../match/symbolFinder';
import type { FixedFile } from './fixedFile';

/** A symbol that a fix changed, as the fix names it, and in how many lines. */
export interface TouchedSymbol {
  readonly path: string;
  readonly name: string;
  readonly lines: number;
  /** Whether it was not there before. */
  readonly isNew: boolean;
}

const withCode: ReadonlySet<string> = new Set(['function', 'method', 'constructor']);
/** What is a part of these is no place of its own. */
const listings: ReadonlySet<string> = new Set(['interface', 'struct', 'enum', 'type']);

export interface TouchedSymbols {
  readonly symbols: readonly TouchedSymbol[];
  /** The innermost symbol around a line of the file as it was before. */
  symbolBefore(line: number): string | undefined;
}

/** The innermost symbols in which a fix changed lines of a file. */
export async function touchedSymbolsOf(file: FixedFile, finder: SymbolFinder): Promise<TouchedSymbols> {
  const before = await symbolsByLine(file.before, finder);
  const after = await symbolsByLine(file.after, finder);
  const touched = new Map<string, number>();
  const renamed = new Set<string>();
  const count = (name: string | undefined) => {
    if (name !== undefined) {
      touched.set(name, (touched.get(name) ?? 0) + 1);
    }
  };
  for (const line of file.removed) {
    const name = before.at(line);
    const isGone = name !== undefined && file.after !== undefined && !after.names.has(name);
    const instead = isGone ? after.at(lineInstead(line, file) ?? -1) : name;
    if (isGone && instead !== undefined) {
      renamed.add(instead);
    }
    count(instead);
  }
  for (const line of file.added) {
    count(after.at(line, before.names));
  }
  const symbols = [...touched].map(([name, lines]) => {
    const isKnown = before.names.has(name) || renamed.has(name);
    const isNew = file.before !== undefined && after.names.has(name) && !isKnown;
    return { path: file.change.path, name, lines, isNew };
  });
  return { symbols, symbolBefore: (line) => before.at(line) };
}

/** First what was there before, then by lines. */
export function byRelevance(a: TouchedSymbol, b: TouchedSymbol): number {
  return Number(a.isNew) - Number(b.isNew) || b.lines - a.lines;
}

/** Where the fix has something else in place of a line of its parent. */
function lineInstead(line: number, { hunks }: FixedFile): number | undefined {
  const hunk = hunks.find(({ before }) => before.start <= line && line < before.end);
  return hunk === undefined || hunk.after.start === hunk.after.end
    ? undefined
    : Math.min(hunk.after.start + line - hunk.before.start, hunk.after.end - 1);
}

interface SymbolsByLine {
  readonly names: ReadonlySet<string>;
  /** @param known a function within one of these, and not among them itself, is a part of it */
  at(line: number, known?: ReadonlySet<string>): string | undefined;
}

interface Extent {
  readonly symbol: CodeSymbol;
  readonly first: number;
  readonly last: number;
}

async function symbolsByLine(source: Source | undefined, finder: SymbolFinder): Promise<SymbolsByLine> {
  const symbols = source === undefined ? [] : await finder.symbolsOf(source);
  const extents = symbols.map((symbol) => ({
    symbol,
    first: source?.text.positionAt(Math.min(symbol.bodyStart, symbol.nameStart)).line ?? 0,
    last: source?.text.positionAt(symbol.bodyEnd).line ?? 0,
  }));
  return {
    names: new Set(symbols.map(({ name }) => name)),
    at: (line, known) => placeIn(containersOf(line, extents), known),
  };
}

/** What a line lies in, the innermost last. Of two on one line the first holds the other, or stands before it. */
function containersOf(line: number, extents: readonly Extent[]): readonly CodeSymbol[] {
  return extents
    .filter(({ first, last }) => first <= line && line <= last)
    .sort((a, b) => b.last - b.first - (a.last - a.first))
    .map(({ symbol }) => symbol);
}

function placeIn(
  containers: readonly CodeSymbol[],
  known: ReadonlySet<string> | undefined,
): string | undefined {
  const listing = containers.findIndex(({ kind }) => listings.has(kind));
  const places = listing === -1 ? containers : containers.slice(0, listing + 1);
  const innermost = places.at(-1);
  if (known === undefined || innermost === undefined || known.has(innermost.name)) {
    return innermost?.name;
  }
  const around = places.findLast(({ kind, name }) => withCode.has(kind) && known.has(name));
  return (around ?? innermost).name;
}
