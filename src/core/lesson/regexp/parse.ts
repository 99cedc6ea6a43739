import { RE2JS } from 're2js';
import {
  asciiPart,
  type CharSet,
  foldedAscii,
  isAscii,
  lastAscii,
  negated,
  newline,
  type Ranges,
  rangesOf,
  wordRanges,
} from './charSet';
import type { Assertion, Expression } from './syntax';

interface Flags {
  /** `i` */
  readonly anyCase: boolean;
  /** `s`: a dot matches line breaks too. */
  readonly dotAll: boolean;
  /** `m`: `^` and `$` hold at each line. */
  readonly perLine: boolean;
}

/** Deeper nesting is left to the engine, which has limits of its own. */
const deepest = 100;
/** RE2's limit for a counted repetition, nested ones multiplied. */
const mostRepeated = 1000;

/**
 * Reads an expression of RE2's syntax (github.com/google/re2/wiki/Syntax). `undefined` where this reader is not
 * certain of it, or where it is wrong; what it does read, RE2 reads too, and in the same way.
 */
export function parseExpression(source: string, flags: Flags): Expression | undefined {
  return new Reader(source, flags).read();
}

/** Thrown and caught here: the reader gives up. */
class Uncertain extends Error {}

const escapes: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
const classes: Readonly<Record<string, Ranges>> = {
  d: [0x30, 0x39],
  s: [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20],
  w: wordRanges,
};
const assertions: Readonly<Record<string, Assertion>> = {
  A: 'text-start',
  z: 'text-end',
  b: 'word-edge',
  B: 'no-word-edge',
};

class Reader {
  readonly #source: string;
  #flags: Flags;
  #at = 0;
  #depth = 0;
  readonly #names = new Set<string>();

  constructor(source: string, flags: Flags) {
    this.#source = source;
    this.#flags = flags;
  }

  read(): Expression | undefined {
    try {
      const expression = this.#choice();
      return this.#at === this.#source.length && repeatsOf(expression) <= mostRepeated
        ? expression
        : undefined;
    } catch (error) {
      if (error instanceof Uncertain) {
        return undefined;
      }
      throw error;
    }
  }

  #choice(): Expression {
    const options = [this.#sequence()];
    while (this.#accept(/\|/y) !== undefined) {
      options.push(this.#sequence());
    }
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
  }

  #sequence(): Expression {
    const parts: Expression[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#peek())) {
      const part = this.#atom();
      if (part !== undefined) {
        parts.push(this.#repeated(part));
      }
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts };
  }

  /** `undefined` after flags for the rest of the group, which are nothing to repeat. */
  #atom(): Expression | undefined {
    switch (this.#peek()) {
      case '(':
        return this.#group();
      case '[':
        return { kind: 'set', set: this.#bracketed() };
      case '\\':
        return this.#escaped();
      case '^':
        this.#at++;
        return { kind: 'assertion', assertion: this.#flags.perLine ? 'line-start' : 'text-start' };
      case '$':
        this.#at++;
        return { kind: 'assertion', assertion: this.#flags.perLine ? 'line-end' : 'text-end' };
      case '.':
        this.#at++;
        return { kind: 'set', set: { ranges: negated(this.#flags.dotAll ? [] : [newline, newline]) } };
      case '*':
      case '+':
      case '?':
        throw new Uncertain();
      case '{':
        this.#refuseCount();
        return this.#literal(this.#character());
      default:
        return this.#literal(this.#character());
    }
  }

  #literal(character: number): Expression {
    return { kind: 'set', set: this.#folded([character, character], escapedForRe2(character)) };
  }

  #group(): Expression | undefined {
    const opening = this.#expect(/\((?:\?(?:P?<\w+>|[ims]*(?:-[ims]+)?[:)]))?/y);
    const outer = this.#flags;
    this.#nameOnce(opening);
    const letters = /^\(\?([ims]*)(?:-([ims]+))?[:)]$/.exec(opening);
    if (letters !== null) {
      this.#setFlags(letters[1] ?? '', true);
      this.#setFlags(letters[2] ?? '', false);
      if (opening.endsWith(')')) {
        this.#refuseRepetition();
        return undefined;
      }
    }
    if (++this.#depth > deepest) {
      throw new Uncertain();
    }
    const inner = this.#choice();
    this.#expect(/\)/y);
    this.#depth--;
    this.#flags = outer;
    return inner;
  }

  #nameOnce(opening: string): void {
    const name = /<(\w+)>/.exec(opening)?.[1];
    if (name !== undefined && this.#names.has(name)) {
      throw new Uncertain();
    }
    this.#names.add(name ?? '');
  }

  #setFlags(letters: string, on: boolean): void {
    this.#flags = {
      anyCase: letters.includes('i') ? on : this.#flags.anyCase,
      dotAll: letters.includes('s') ? on : this.#flags.dotAll,
      perLine: letters.includes('m') ? on : this.#flags.perLine,
    };
  }

  #repeated(body: Expression): Expression {
    const written = this.#accept(/(?:[*+?]|\{(?:0|[1-9]\d{0,3})(?:,(?:0|[1-9]\d{0,3})?)?\})\??/y);
    if (written === undefined) {
      this.#refuseCount();
      return body;
    }
    this.#refuseRepetition();
    const isLazy = written.length > 1 && written.endsWith('?');
    const [least = 0, most = least] =
      { '*': [0, Number.POSITIVE_INFINITY], '+': [1, Number.POSITIVE_INFINITY], '?': [0, 1] }[
        written.charAt(0)
      ] ?? countsOf(written);
    if (least > most || Math.max(least, most === Number.POSITIVE_INFINITY ? 0 : most) > mostRepeated) {
      throw new Uncertain();
    }
    return { kind: 'repeat', body, least, most, isLazy };
  }

  #refuseRepetition(): void {
    if (/[*+?]/.test(this.#peek())) {
      throw new Uncertain();
    }
    this.#refuseCount();
  }

  /** A count with nothing to repeat, or one that is too large. */
  #refuseCount(): void {
    if (this.#accept(/\{\d+(?:,\d*)?\}/y) !== undefined) {
      throw new Uncertain();
    }
  }

  #escaped(): Expression {
    const letter = this.#source.charAt(this.#at + 1);
    const assertion = Object.hasOwn(assertions, letter) ? assertions[letter] : undefined;
    if (assertion !== undefined) {
      this.#at += 2;
      return { kind: 'assertion', assertion };
    }
    const set = this.#classEscape();
    return set === undefined ? this.#literal(this.#character()) : { kind: 'set', set };
  }

  /** `\d` and the like, or a class of Unicode. */
  #classEscape(): CharSet | undefined {
    const written = this.#accept(/\\(?:[dDsSwW]|[pP](?:[A-Z]|\{\^?[A-Za-z_]+\}))/y);
    if (written === undefined) {
      return undefined;
    }
    const letter = written.charAt(1);
    const known = classes[letter.toLowerCase()];
    if (known === undefined) {
      return this.#askedSet(written);
    }
    const ranges = this.#flags.anyCase ? foldedAscii(known) : known;
    return { ranges: letter === letter.toLowerCase() ? ranges : negated(ranges) };
  }

  #bracketed(): CharSet {
    const start = this.#at;
    this.#at++;
    const isNegated = this.#accept(/\^/y) !== undefined;
    const pairs: number[] = [];
    let isAsked = false;
    for (let isFirst = true; isFirst || this.#peek() !== ']'; isFirst = false) {
      const set = this.#posixClass() ?? this.#classEscape();
      isAsked ||= set?.beyond !== undefined;
      pairs.push(...(set?.ranges ?? this.#characterRange()));
    }
    this.#at++;
    const written = this.#source.slice(start, this.#at);
    const ranges = rangesOf(pairs);
    if (isAsked || (this.#flags.anyCase && !isAscii(ranges))) {
      return this.#askedSet(written);
    }
    const folded = this.#flags.anyCase ? foldedAscii(ranges) : ranges;
    return { ranges: isNegated ? negated(folded) : folded };
  }

  #characterRange(): readonly [number, number] {
    const first = this.#character();
    if (this.#accept(/-(?!\])/y) === undefined) {
      return [first, first];
    }
    const last = this.#character();
    if (last < first) {
      throw new Uncertain();
    }
    return [first, last];
  }

  #posixClass(): CharSet | undefined {
    if (!this.#source.startsWith('[:', this.#at)) {
      return undefined;
    }
    return this.#askedSet(`[${this.#expect(/\[:\^?[a-z]+:\]/y)}]`);
  }

  /** One character as it is written, inside brackets or outside. */
  #character(): number {
    const escaped = this.#accept(
      /\\(?:x\{[0-9A-Fa-f]{1,6}\}|x[0-9A-Fa-f]{2}|0(?![0-7])|[afnrtv]|[ -/:-@[-`{-~])/y,
    );
    if (escaped === undefined) {
      const character = this.#source.codePointAt(this.#at);
      if (character === undefined || character === 0x5c) {
        throw new Uncertain();
      }
      this.#at += character > 0xffff ? 2 : 1;
      return character;
    }
    if (escaped.startsWith('\\x')) {
      const character = Number.parseInt(escaped.replace(/[\\x{}]/g, ''), 16);
      if (character > 0x10ffff) {
        throw new Uncertain();
      }
      return character;
    }
    const letter = escaped.charAt(1);
    return letter === '0' ? 0 : (escapes[letter] ?? letter.charCodeAt(0));
  }

  #folded(ranges: Ranges, written: string): CharSet {
    if (!this.#flags.anyCase) {
      return { ranges };
    }
    return isAscii(ranges) ? { ranges: foldedAscii(ranges) } : this.#askedSet(written);
  }

  /** A set whose members the engine knows. */
  #askedSet(written: string): CharSet {
    const beyond = this.#flags.anyCase ? `(?i:${written})` : written;
    const ascii = String.fromCharCode(...Array.from({ length: lastAscii + 1 }, (_, character) => character));
    const matcher = expressionOf(beyond).matcher(ascii);
    const pairs: number[] = [];
    while (matcher.find()) {
      pairs.push(matcher.start(), matcher.start());
    }
    return { ranges: asciiPart(rangesOf(pairs)), beyond };
  }

  #peek(): string {
    return this.#source.charAt(this.#at);
  }

  #accept(token: RegExp): string | undefined {
    token.lastIndex = this.#at;
    const written = token.exec(this.#source)?.[0];
    this.#at += written?.length ?? 0;
    return written;
  }

  #expect(token: RegExp): string {
    const written = this.#accept(token);
    if (written === undefined) {
      throw new Uncertain();
    }
    return written;
  }
}

function expressionOf(source: string): RE2JS {
  try {
    return RE2JS.compile(source);
  } catch {
    throw new Uncertain();
  }
}

function escapedForRe2(character: number): string {
  return `\\x{${character.toString(16)}}`;
}

function countsOf(written: string): readonly number[] {
  const [least = '', most] = written.replace(/[{}?]/g, '').split(',');
  return most === undefined
    ? [Number(least), Number(least)]
    : [Number(least), most === '' ? Number.POSITIVE_INFINITY : Number(most)];
}

/** The largest product of nested counts, which RE2 limits. */
function repeatsOf(expression: Expression): number {
  switch (expression.kind) {
    case 'set':
    case 'assertion':
      return 1;
    case 'sequence':
      return Math.max(1, ...expression.parts.map(repeatsOf));
    case 'choice':
      return Math.max(1, ...expression.options.map(repeatsOf));
    case 'repeat': {
      const { least, most } = expression;
      const count = most === Number.POSITIVE_INFINITY ? least : most;
      return Math.max(1, count) * repeatsOf(expression.body);
    }
  }
}
