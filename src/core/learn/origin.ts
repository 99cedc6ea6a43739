import type { Lesson } from '../lesson/lesson';
import type { CodeSymbol } from '../match/codeSymbol';
import type { Place, ScopeReach, Surroundings } from '../match/reach';
import { type Source, sourceOf } from '../match/source';
import type { Selection } from './draft';

/** The code that a lesson comes from, as it is now. */
export interface Origin {
  readonly source: Source;
  /** Zero-based, the last one included; absent where the lesson names none. */
  readonly lines?: { readonly first: number; readonly last: number };
  readonly symbols: readonly CodeSymbol[];
  /** Dotted; that of the evidence, or the innermost one around the lines. */
  readonly symbol?: string;
}

/** Where a lesson comes from by the first entry of its evidence; `undefined` where that is no file any more, or was changed. */
export async function originOf(
  { frontMatter: { evidence = [], tests } }: Pick<Lesson, 'frontMatter'>,
  { project, tools }: Pick<Surroundings, 'project' | 'tools'>,
): Promise<Origin | undefined> {
  const [{ path, lines: written, symbol } = {}] = evidence;
  const text = path === undefined ? undefined : await project.read(path);
  if (path === undefined || text === undefined) {
    return undefined;
  }
  const source = sourceOf(path, text);
  const examples = tests?.match ?? [];
  if (examples.length > 0 && !examples.some((example) => holds(source.text.value, example))) {
    return undefined;
  }
  const lines = linesOf(written, source);
  const symbols = await tools.symbols.symbolsOf(source);
  const around = symbol ?? symbolAround(lines, source, symbols)?.name;
  return { source, symbols, ...(lines && { lines }), ...(around !== undefined && { symbol: around }) };
}

/** Whether a scope means the lines that a lesson comes from; where more is there than was listed, it may. */
export function meansOrigin(reach: ScopeReach, origin: Origin): boolean {
  const { path } = origin.source;
  const { hits, symbols, files, isCut } = reach;
  if (isCut) {
    return true;
  }
  if (hits === undefined && symbols === undefined) {
    return files.includes(path);
  }
  const own = (hits ?? symbols ?? []).filter((one) => one.path === path);
  return own.some((place) => touches(linesOfPlace(place, hits === undefined, origin), origin.lines));
}

/** The code of the lines that a lesson comes from. */
export function selectionOf({ source: { text }, lines }: Origin): Selection | undefined {
  return (
    lines && {
      start: text.offsetAt({ line: lines.first, character: 0 }),
      end: text.offsetAt({ line: lines.last, character: text.line(lines.last).length }),
    }
  );
}

type Lines = NonNullable<Origin['lines']>;

/** Of a symbol, all that belongs to it. */
function linesOfPlace({ range }: Place, isSymbol: boolean, { source: { text }, symbols }: Origin): Lines {
  const at = text.offsetAt(range.start);
  const symbol = isSymbol ? symbols.find(({ nameStart }) => nameStart === at) : undefined;
  return symbol === undefined
    ? { first: range.start.line, last: range.end.line }
    : { first: text.positionAt(symbol.bodyStart).line, last: text.positionAt(symbol.bodyEnd).line };
}

function touches({ first, last }: Lines, lines: Lines | undefined): boolean {
  return lines === undefined || (first <= lines.last && lines.first <= last);
}

/** Whatever the spacing. */
function holds(text: string, example: string): boolean {
  const bare = (code: string) => code.replace(/\s+/g, '');
  return bare(text).includes(bare(example));
}

function linesOf(written: string | undefined, { text }: Source): Lines | undefined {
  const [first, last = first] = (written ?? '').split(/\D+/).filter(Boolean).map(Number);
  return first === undefined || last === undefined || first < 1 || last < first || last > text.lineCount
    ? undefined
    : { first: first - 1, last: last - 1 };
}

function symbolAround(
  lines: Lines | undefined,
  { text }: Source,
  symbols: readonly CodeSymbol[],
): CodeSymbol | undefined {
  return (
    lines &&
    symbols.findLast(
      ({ bodyStart, bodyEnd }) =>
        text.positionAt(bodyStart).line <= lines.first && lines.last <= text.positionAt(bodyEnd).line,
    )
  );
}
