import type { Range, SourceText, TextChange } from '../text';
import type { CodeSymbol, SymbolKind } from './codeSymbol';

/** A symbol as a language's own tooling tells it. */
export interface OutlineEntry {
  readonly kind: SymbolKind;
  /** Often with more than the name: `charge(amount)`, `M.charge`, `charge/1`. */
  readonly name: string;
  /** What it lies in, where that is no entry by itself; empty where there is nothing. */
  readonly container: string;
  readonly range: Range;
  /** Where the name stands, or the whole range. */
  readonly selection: Range;
  readonly children: readonly OutlineEntry[];
}

/** The entries as symbols of the text that they were told for; who holds another comes first. */
export function symbolsOfOutline(entries: readonly OutlineEntry[], text: SourceText): readonly CodeSymbol[] {
  return entries
    .flatMap((entry) => symbolsOf(entry, dotted(entry.container), text))
    .sort((a, b) => a.bodyStart - b.bodyStart || b.bodyEnd - a.bodyEnd || a.nameStart - b.nameStart);
}

function symbolsOf(entry: OutlineEntry, container: string, text: SourceText): CodeSymbol[] {
  const own = dotted(entry.name);
  const isWhole = container === '' || own.startsWith(`${container}.`);
  const name = own === '' || isWhole ? own || container : `${container}.${own}`;
  const inside = entry.children.flatMap((child) => symbolsOf(child, name, text));
  const [bodyStart, bodyEnd] = offsetsOf(entry.range, text);
  return own === ''
    ? inside
    : [{ kind: entry.kind, name, ...placeOfName(own, entry, text), bodyStart, bodyEnd }, ...inside];
}

/** The name alone, with a dot for whatever the language has between its segments. */
function dotted(name: string): string {
  const head = name.replace(/(?:[(<[{=,]|\/\d).*$/s, '').trim();
  const last = /\S*$/.exec(head)?.[0] ?? '';
  return last
    .split(/\.|::?|->|#|\\|\//)
    .filter((segment) => segment !== '')
    .join('.');
}

/** Where the name's last segment stands in the selection, else where the selection's first line does. */
function placeOfName(name: string, { selection }: OutlineEntry, text: SourceText) {
  const [start, end] = offsetsOf(selection, text);
  const selected = text.value.slice(start, end);
  const segment = name.slice(name.lastIndexOf('.') + 1);
  const at = placeOfWord(segment, selected);
  if (at !== -1) {
    return { nameStart: start + at, nameEnd: start + at + segment.length };
  }
  const line = selected.indexOf('\n');
  return { nameStart: start, nameEnd: line === -1 ? end : start + line };
}

function placeOfWord(word: string, text: string): number {
  const isPart = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + word.length])) {
      return at;
    }
  }
  return -1;
}

function offsetsOf({ start, end }: Range, text: SourceText): [start: number, end: number] {
  const from = Math.min(text.offsetAt(start), text.value.length);
  return [from, Math.max(from, Math.min(text.offsetAt(end), text.value.length))];
}

/** Where the symbols of a text stand after an edit, as far as it leaves their names alone. */
export function movedSymbols(symbols: readonly CodeSymbol[], change: TextChange): readonly CodeSymbol[] {
  const { start, oldEnd, newEnd } = change;
  const moved = (offset: number) => (offset >= oldEnd ? offset + newEnd - oldEnd : offset);
  return symbols.flatMap((symbol) => {
    const { nameStart, nameEnd, bodyStart, bodyEnd } = symbol;
    const isNameWhole = nameEnd < start || nameStart > oldEnd;
    const isBodyKnown = bodyEnd < start || bodyStart > oldEnd || (bodyStart <= start && oldEnd <= bodyEnd);
    return isNameWhole && isBodyKnown
      ? [
          {
            ...symbol,
            nameStart: moved(nameStart),
            nameEnd: moved(nameEnd),
            bodyStart: moved(bodyStart),
            bodyEnd: moved(bodyEnd),
          },
        ]
      : [];
  });
}
