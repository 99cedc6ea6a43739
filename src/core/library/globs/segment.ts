import { Minimatch } from 'minimatch';
import { simpleSegment } from './simpleSegment';

/** What one segment of a glob, between two slashes, asks of a segment of a path that is neither `.` nor `..`. */
export type SegmentForm =
  | { readonly kind: 'any' }
  | { readonly kind: 'literal'; readonly text: string }
  /** `prefix*suffix`; either may be empty, not both. */
  | { readonly kind: 'affix'; readonly prefix: string; readonly suffix: string }
  /** Only minimatch knows, or an expression; but whatever it lets in begins, ends and has within it what is told here. */
  | {
      readonly kind: 'other';
      readonly glob: string;
      readonly prefix: string;
      readonly suffix: string;
      readonly within: string;
    };

export type SegmentTest = (segment: string) => boolean;

/** A segment without any of these means itself. */
const special = /[*?[\\(]/;

const surrogate = /[\ud800-\udfff]/;

/** @param glob one segment of a glob without braces; not `**` */
export function segmentForm(glob: string): SegmentForm {
  if (!special.test(glob)) {
    return { kind: 'literal', text: glob };
  }
  const pieces = piecesOf(glob);
  const [prefix, suffix] = pieces ?? [];
  if (pieces === undefined || prefix === undefined || pieces.length > 2) {
    return otherForm(glob);
  }
  if (suffix === undefined) {
    return { kind: 'literal', text: prefix };
  }
  // minimatch counts characters, so that halves of one may not be told apart here.
  if (surrogate.test(glob)) {
    return otherForm(glob);
  }
  return prefix === '' && suffix === '' ? { kind: 'any' } : { kind: 'affix', prefix, suffix };
}

/** The literal texts around the stars; `undefined` where there is more than stars. */
function piecesOf(glob: string): string[] | undefined {
  const pieces = [''];
  for (let at = 0; at < glob.length; at++) {
    const letter = glob.charAt(at);
    if (letter === '?' || letter === '[' || (glob[at + 1] === '(' && '!+@*'.includes(letter))) {
      return undefined;
    }
    if (letter === '*') {
      if (at === 0 || glob[at - 1] !== '*' || pieces.at(-1) !== '') {
        pieces.push('');
      }
    } else if (letter === '\\') {
      at++;
      // A backslash at the end means itself.
      pieces.push(`${pieces.pop()}${glob.charAt(at) || letter}`);
    } else {
      pieces.push(`${pieces.pop()}${letter}`);
    }
  }
  return pieces;
}

function otherForm(glob: string): SegmentForm {
  const prefix = /^[^*?[\\(!+@]*/.exec(glob)?.[0] ?? '';
  const suffix = /[^*?[\](){}|\\]*$/.exec(glob)?.[0] ?? '';
  const pieces = /[[\\()]/.test(glob) ? [] : glob.split(/[*?]/);
  const within = pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
  return { kind: 'other', glob, prefix, suffix, within };
}

/** Tells of segments whether a form lets them in. What minimatch has to tell is compiled when first asked. */
export class SegmentTests {
  readonly #compiled = new Map<string, Minimatch>();
  readonly #most: number;

  /** @param most as many compiled globs are kept: each holds some kilobytes, and regular expressions for its classes */
  constructor(most = 4000) {
    this.#most = most;
  }

  of(form: SegmentForm): SegmentTest {
    switch (form.kind) {
      case 'any':
        return () => true;
      case 'literal':
        return (segment) => segment === form.text;
      case 'affix': {
        const { prefix, suffix } = form;
        const least = prefix.length + suffix.length;
        return (segment) => segment.length >= least && segment.endsWith(suffix) && segment.startsWith(prefix);
      }
      case 'other': {
        const { prefix, suffix, within, glob } = form;
        const simple = simpleSegment(glob);
        if (simple !== undefined) {
          return (segment) => simple.test(segment);
        }
        return (segment) =>
          segment.startsWith(prefix) &&
          segment.endsWith(suffix) &&
          segment.includes(within) &&
          this.#compile(glob).match(segment);
      }
    }
  }

  #compile(glob: string): Minimatch {
    const known = this.#compiled.get(glob);
    if (known !== undefined) {
      return known;
    }
    if (this.#compiled.size >= this.#most) {
      this.#compiled.clear();
    }
    const options = { dot: true, nocomment: true, nonegate: true, nobrace: true, platform: 'linux' } as const;
    const compiled = new Minimatch(glob, options);
    this.#compiled.set(glob, compiled);
    return compiled;
  }
}
