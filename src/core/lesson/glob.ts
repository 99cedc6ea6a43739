import { braceExpand, Minimatch } from 'minimatch';

/** A compiled glob: tells whether a path (relative, with `/`) is meant. */
export type GlobTest = (path: string) => boolean;

const longestGlob = 1000;

/*
 * Within the longest glob, braces can stand for so much that reading it takes seconds and a hundred megabytes. Globs that
 * people write stay far below all of these limits.
 */
const mostBraces = 20;
const mostAlternatives = 1000;
const longestAlternatives = 50_000;

/** minimatch throws at 257 `+(…)` and their like in one segment. */
const mostExtendedGlobs = 32;

/**
 * minimatch's work grows with the power of the `!(…)` in a segment: for a name of 255 letters the worst found with one took
 * 0.06 s, with two 0.14 s, with four 1.4 s, with eight over a minute. All else it does in polynomial time.
 */
const mostNegations = 2;

/** minimatch puts alternatives together: a hundred with a negation each took 1.5 s for such a name. */
const mostNegationsInAll = 20;

/** Without any of these there is nothing to close. */
const opening = /[[{]/;

/** Why a glob cannot mean anything. */
export type GlobFault = 'empty' | 'too-long' | 'absolute' | 'outside' | 'unclosed' | 'too-complex';

/**
 * Compiles a glob with minimatch's meaning (`dot` on) and two additions: a glob without `/` matches the base name
 * anywhere, and a trailing `/` means everything below. A glob with a fault matches nothing.
 */
export function compileGlob(glob: string): GlobTest {
  if (faultOfGlob(glob) !== undefined) {
    return () => false;
  }
  const matcher = matcherOf(glob);
  return (path) => matcher.match(path);
}

export function faultOfGlob(glob: string): GlobFault | undefined {
  const expanded = expand(glob);
  return typeof expanded === 'string' ? expanded : undefined;
}

/** The globs without braces that a glob stands for, each once; a glob with a fault stands for none. */
export function alternativesOf(glob: string): readonly string[] {
  const expanded = expand(glob);
  return typeof expanded === 'string' ? [] : expanded;
}

/** The glob that means this path; without a `/` in it, every file of that name. */
export function globOfPath(path: string): string {
  return path.replace(/[[\]{}()*?\\]/g, '\\$&');
}

/** Whether a glob is tried on base names alone, wherever they lie. */
export function meansBaseName(glob: string): boolean {
  return !glob.includes('/');
}

function expand(glob: string): readonly string[] | GlobFault {
  const fault = faultAsWritten(glob);
  if (fault !== undefined) {
    return fault;
  }
  const written = inFull(glob);
  if (!glob.includes('{')) {
    return isCostly(written) ? 'too-complex' : [written];
  }
  const expanded =
    alternativesOfOne(written) ?? braceExpand(written, { braceExpandMax: mostAlternatives + 1 });
  const size = expanded.reduce((sum, alternative) => sum + alternative.length, 0);
  const negations = expanded.reduce((sum, alternative) => sum + alternative.split('!(').length - 1, 0);
  const isLarge = expanded.length > mostAlternatives || size > longestAlternatives;
  if (isLarge || negations > mostNegationsInAll || expanded.some(isCostly)) {
    return 'too-complex';
  }
  return expanded.some(leadsOut) ? 'outside' : [...new Set(expanded)];
}

const oneList = /^([^{}\\$]+)\{([^{}\\$]*,[^{}\\$]*)\}([^{}\\$]*)$/;

/** The alternatives of a glob with one plain list, as most have that have any: `*.{ts,tsx}`. */
function alternativesOfOne(glob: string): string[] | undefined {
  const [, before = '', list = '', behind = ''] = oneList.exec(glob) ?? [];
  return list === '' ? undefined : list.split(',').map((one) => `${before}${one}${behind}`);
}

function faultAsWritten(glob: string): GlobFault | undefined {
  if (glob.trim() === '') {
    return 'empty';
  }
  if (glob.length > longestGlob) {
    return 'too-long';
  }
  if (glob.startsWith('/') || /^[A-Za-z]:/.test(glob)) {
    return 'absolute';
  }
  if (leadsOut(glob)) {
    return 'outside';
  }
  if (!opening.test(glob)) {
    return undefined;
  }
  if (unclosed(glob, '[', ']') || unclosed(glob, '{', '}')) {
    return 'unclosed';
  }
  return glob.split('{').length > mostBraces + 1 ? 'too-complex' : undefined;
}

function isCostly(alternative: string): boolean {
  const openings = alternative.includes('(') ? (alternative.match(/[!?+*@]\(/g) ?? []) : [];
  return openings.length > mostExtendedGlobs || openings.filter((one) => one === '!(').length > mostNegations;
}

function leadsOut(glob: string): boolean {
  return glob.includes('..') && glob.split('/').includes('..');
}

function inFull(glob: string): string {
  return glob.endsWith('/') ? `${glob}**` : glob;
}

function matcherOf(glob: string): Minimatch {
  const written = inFull(glob);
  return new Minimatch(written, {
    dot: true,
    matchBase: meansBaseName(written),
    nocomment: true,
    nonegate: true,
    braceExpandMax: mostAlternatives,
    // Paths use `/` and globs use `\` to escape, on every platform alike.
    platform: 'linux',
  });
}

function unclosed(glob: string, open: string, close: string): boolean {
  let depth = 0;
  for (let at = 0; at < glob.length; at++) {
    const letter = glob[at];
    if (letter === '\\') {
      at++;
    } else if (letter === open) {
      depth++;
    } else if (letter === close && depth > 0) {
      depth--;
    }
  }
  return depth > 0;
}
