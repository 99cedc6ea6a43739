export const symbolKinds = [
  'module',
  'namespace',
  'class',
  'interface',
  'struct',
  'enum',
  'type',
  'function',
  'method',
  'constructor',
  'property',
  'field',
  'constant',
  'variable',
  'macro',
] as const;

/**
 * What a symbol is. What has no word of its own takes the nearest: a union is a struct, a trait an interface (in PHP,
 * where it has code of its own, a class), a record a class, and a value of an enumeration a constant.
 */
export type SymbolKind = (typeof symbolKinds)[number];

/** Something in a source that has a name; offsets into the source's text. */
export interface CodeSymbol {
  readonly kind: SymbolKind;
  /** With its containers, dotted: `billing.Invoice.charge`. */
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/**
 * Whether a lesson's name means this symbol: whole segments from the right, `*` for any letters within a segment.
 * `charge` and `Invoice.charge` both mean `billing.Invoice.charge`.
 */
export function meansSymbol(wanted: string, name: string): boolean {
  const wantedSegments = wanted.split('.');
  const segments = name.split('.').slice(-wantedSegments.length);
  return (
    segments.length === wantedSegments.length &&
    wantedSegments.every((segment, index) => meansSegment(segment, segments[index] ?? ''))
  );
}

/** Whether a text can hold a symbol that a lesson's name means; tells in no time where parsing it is of no use. */
export function canHoldSymbol(wanted: string, text: string): boolean {
  return wanted.split(/[.*]/).every((piece) => text.includes(piece));
}

function meansSegment(wanted: string, segment: string): boolean {
  if (!wanted.includes('*')) {
    return wanted === segment;
  }
  const [first = '', ...rest] = wanted.split('*');
  const last = rest.pop() ?? '';
  if (!segment.startsWith(first) || !segment.endsWith(last) || segment.length < first.length + last.length) {
    return false;
  }
  // Each piece between two stars takes its first place after the one before; no other choice can do better.
  const end = segment.length - last.length;
  let at = first.length;
  for (const piece of rest) {
    const found = segment.indexOf(piece, at);
    if (found === -1 || found + piece.length > end) {
      return false;
    }
    at = found + piece.length;
  }
  return true;
}
