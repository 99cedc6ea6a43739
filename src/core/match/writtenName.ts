/** A definition's name as the code has it, `billing::Invoice<T>::charge`, taken to pieces. */
export interface WrittenName {
  /** The last segment, `charge`. */
  readonly name: string;
  /** The segments before it, dotted: `billing.Invoice`; empty where there are none. */
  readonly qualifier: string;
  /** Where the last segment stands in what was written. */
  readonly start: number;
}

const decoration = /^[:$@"'{]+/;
const operator = /\boperator\b\s*(?:\(\s*\)|[^(]*)/;

/**
 * @param separator between segments, beside a dot
 * @returns `undefined` for what cannot be told as a segment of a dotted name, and for a name that says "nobody asks"
 */
export function writtenName(written: string, separator?: RegExp): WrittenName | undefined {
  if (/^\w+$/.test(written)) {
    return written === '_' ? undefined : { name: written, qualifier: '', start: 0 };
  }
  const operatorAt = separator === undefined ? -1 : written.search(operator);
  if (operatorAt !== -1) {
    const name = operator.exec(written)?.[0].trimEnd() ?? '';
    return { name, qualifier: dotted(written.slice(0, operatorAt), separator), start: operatorAt };
  }
  const lastAt = lastSegment(written, separator);
  const rest = written.slice(lastAt);
  const name = rest.replace(decoration, '').replace(/["'}]+$/, '');
  if (name === '' || /[\s.]/.test(name)) {
    return undefined;
  }
  const start = lastAt + (decoration.exec(rest)?.[0].length ?? 0);
  return { name, qualifier: dotted(written.slice(0, lastAt), separator), start };
}

/** A name's segments with dots between them, without type arguments; empty where it is no name but an expression. */
export function dotted(written: string, separator?: RegExp): string {
  const plain = withoutTypeArguments(written).replace(/\s+/g, '');
  const segments = (
    separator === undefined ? plain : plain.replaceAll(new RegExp(separator, 'g'), '.')
  ).split('.');
  const named = segments
    .map((segment) => segment.replace(decoration, ''))
    // People say `Invoice.charge` of `Invoice.prototype.charge`.
    .filter((segment) => segment !== '' && segment !== 'prototype');
  return named.every((segment) => /^[\p{L}\p{N}_$#?!~-]+$/u.test(segment)) ? named.join('.') : '';
}

/** From where on the last segment goes; what stands in brackets has no segments. */
function lastSegment(written: string, separator: RegExp | undefined): number {
  const between = separator === undefined ? /\./g : new RegExp(`${separator.source}|\\.`, 'g');
  let last = 0;
  for (const { index, 0: found } of written.matchAll(between)) {
    const before = written.slice(0, index);
    if (countOf(before, '<') === countOf(before, '>')) {
      last = index + found.length;
    }
  }
  return last;
}

function withoutTypeArguments(written: string): string {
  const without = written.replace(/<[^<>]*>/g, '');
  return without === written ? written : withoutTypeArguments(without);
}

function countOf(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
