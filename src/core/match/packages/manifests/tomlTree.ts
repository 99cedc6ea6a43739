import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';

/** A name and where it stands, without its quotes. */
export interface Placed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A text, and the keys that lead to it; an entry of a list has its number as its key. */
export interface TomlText extends Placed {
  readonly keys: readonly Placed[];
}

/** Longer ones are nobody's, and may take the parser seconds. */
const longest = 200_000;

/** Lines that cannot be read are left out one after the other, as a file that is being written has one or two. */
const mostBroken = 10;

export function textsInToml(text: string): readonly TomlText[] {
  const program = text.length > longest ? undefined : parsed(text, mostBroken);
  return (program?.body[0].body ?? []).flatMap((entry) => {
    if (entry.type === 'TOMLKeyValue') {
      return textsOf(entry, []);
    }
    // Tables of a list have a number among their keys, which is not written.
    const keys = keysOf(entry.key);
    return entry.body.flatMap((inner) => textsOf(inner, keys));
  });
}

function parsed(text: string, attempts: number): AST.TOMLProgram | undefined {
  try {
    return parseTOML(text);
  } catch (error) {
    if (!(error instanceof ParseError) || attempts === 0) {
      // It may also be nested beyond measure, as the parser recurses.
      return undefined;
    }
    const left = withoutLine(text, error.index);
    return left === text ? undefined : parsed(left, attempts - 1);
  }
}

/** At the beginning of a line the parser complains about the one before, which does not end there. */
function withoutLine(text: string, at: number): string {
  const before = text.slice(0, at).trimEnd().length;
  const faulty = text[at - 1] === '\n' && before > 0 ? before - 1 : at;
  const start = text.lastIndexOf('\n', faulty - 1) + 1;
  const next = text.indexOf('\n', faulty);
  const end = next === -1 ? text.length : next;
  return `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
}

function textsOf({ key, value }: AST.TOMLKeyValue, above: readonly Placed[]): TomlText[] {
  return textsIn(value, [...above, ...keysOf(key)]);
}

function textsIn(value: AST.TOMLContentNode, keys: readonly Placed[]): TomlText[] {
  const [start, end] = value.range;
  switch (value.type) {
    case 'TOMLValue':
      return value.kind === 'string' ? [{ keys, text: value.value, start: start + 1, end: end - 1 }] : [];
    case 'TOMLArray':
      return value.elements.flatMap((element, index) =>
        textsIn(element, [...keys, { text: String(index), start, end }]),
      );
    case 'TOMLInlineTable':
      return value.body.flatMap((inner) => textsOf(inner, keys));
  }
}

function keysOf({ keys }: AST.TOMLKey): Placed[] {
  return keys.map((key) => {
    const [start, end] = key.range;
    return key.type === 'TOMLBare'
      ? { text: key.name, start, end }
      : { text: key.value, start: start + 1, end: end - 1 };
  });
}
