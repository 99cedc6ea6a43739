import { braceExpand, Minimatch } from 'minimatch';

/** A compiled glob: tells whether a path (relative, with `/`) is meant. */
export type GlobTest = (path: string) => boolean;

const longestGlob = 1000;
const mostAlternatives = 10_000;

/** Why a glob cannot mean anything. */
export type GlobFault = 'empty' | 'too-long' | 'absolute' | 'outside' | 'unclosed';

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
  if (glob.trim() === '') {
    return 'empty';
  }
  if (glob.length > longestGlob) {
    return 'too-long';
  }
  if (glob.startsWith('/') || /^[A-Za-z]:/.test(glob)) {
    return 'absolute';
  }
  if (glob.split('/').includes('..')) {
    return 'outside';
  }
  return unclosed(glob, '[', ']') || unclosed(glob, '{', '}') ? 'unclosed' : undefined;
}

/** The globs without braces that a glob stands for; a glob with a fault stands for none. */
export function alternativesOf(glob: string): readonly string[] {
  return faultOfGlob(glob) === undefined
    ? braceExpand(inFull(glob), { braceExpandMax: mostAlternatives })
    : [];
}

function inFull(glob: string): string {
  return glob.endsWith('/') ? `${glob}**` : glob;
}

function matcherOf(glob: string): Minimatch {
  const written = inFull(glob);
  return new Minimatch(written, {
    dot: true,
    matchBase: !written.includes('/'),
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
