import { RE2JS } from 're2js';
import type { Scope } from '../../lesson/lesson';

/** A class, a counted repetition, an escape, or a letter by itself. */
const pieces = /\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|\\[pPxu]\{[^}]*\}|\\.|./gs;

/** Quoted stretches and single bytes, which other engines read in another way or not at all. */
const ownEscapes = /\\[QEC]/;

/** JavaScript has learned them of late; not every Node that may run a test knows them. */
const inlineFlags = /\(\?[a-zA-Z-]+[:)]/;

/**
 * A pattern as JavaScript reads it with the flag `u`, which makes mistakes of what it would read otherwise than RE2;
 * `undefined` where it cannot be said there.
 */
export function scriptExpression(pattern: string, { flags = '' }: Pick<Scope, 'flags'>): RegExp | undefined {
  if (ownEscapes.test(pattern) || inlineFlags.test(pattern)) {
    return undefined;
  }
  const source = plainly(pattern.replaceAll('(?P<', '(?<'), '^$\\.*+?()[]{}|/-');
  try {
    return new RegExp(source, `gm${flags.includes('i') ? 'i' : ''}${flags.includes('s') ? 's' : ''}u`);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

/** A pattern as the regular expressions of Rust and of PCRE both read it, with its flags in front. */
export function portableExpression(
  pattern: string,
  { flags = '' }: Pick<Scope, 'flags'>,
  always = '',
): string | undefined {
  if (ownEscapes.test(pattern)) {
    return undefined;
  }
  const inline = always + [...flags].filter((flag) => flag === 'i' || flag === 's').join('');
  return (inline === '' ? '' : `(?${inline})`) + plainly(RE2JS.translateRegExp(pattern), '^$\\.*+?()[]{}|-');
}

/** With braces escaped that repeat nothing, and without escapes that mean the letter itself. */
function plainly(source: string, syntax: string): string {
  return source.replace(pieces, (piece) => {
    const [first = '', second = ''] = piece;
    if (piece === '{' || piece === '}') {
      return `\\${piece}`;
    }
    if (first === '[') {
      return piece.replace(/\\([^\w\\\]^[-])/g, '$1');
    }
    const isNeedless = first === '\\' && piece.length === 2 && !/\w/.test(second) && !syntax.includes(second);
    return isNeedless || piece === '\\-' ? second : piece;
  });
}
