/** A piece of a replacement: text as it stands, the whole hit, or what a group or a metavariable stands for. */
export type ReplacementPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hit' }
  | { readonly kind: 'group'; readonly group: number; readonly written: string }
  | { readonly kind: 'name'; readonly name: string; readonly written: string };

/** As in JavaScript, but for names: `$1`, `${name}`, `$&` and `$$`. Any other dollar sign is one. */
const patternNames = /\$(?:(\d)|\{(\w+)\}|([&$]))/g;

/** As ast-grep writes them: https://ast-grep.github.io/guide/rewrite-code.html */
const structureNames = /\$\$\$([A-Z_][A-Z0-9_]*)|\$\$?([A-Z_][A-Z0-9_]*)/g;

/** The parts of what replaces the hit of a pattern. */
export function patternReplacement(fix: string): readonly ReplacementPart[] {
  return partsOf(fix, patternNames, (written, [digit, name, sign]) => {
    if (digit !== undefined) {
      return { kind: 'group', group: Number(digit), written };
    }
    if (name !== undefined) {
      return { kind: 'name', name, written };
    }
    return sign === '&' ? { kind: 'hit' } : { kind: 'text', text: '$' };
  });
}

/** The parts of what replaces the hit of a structure; the name of a list begins with `$$$`, any other with `$`. */
export function structureReplacement(fix: string): readonly ReplacementPart[] {
  return partsOf(fix, structureNames, (written, [list, one]) => ({
    kind: 'name',
    name: list ?? one ?? '',
    written,
  }));
}

/** The metavariables of a structure that stand for something, as they are written; `$_` and its like do not. */
export function metavariablesOf(structure: string): readonly string[] {
  return [...new Set(structure.match(/\$+[A-Z][A-Z0-9_]*/g))];
}

function partsOf(
  fix: string,
  names: RegExp,
  partOf: (written: string, groups: readonly (string | undefined)[]) => ReplacementPart,
): readonly ReplacementPart[] {
  const parts: ReplacementPart[] = [];
  // A line break at the end belongs to YAML's way of writing a block.
  const text = fix.replace(/\n+$/, '');
  let at = 0;
  for (const found of text.matchAll(names)) {
    const [written, ...groups] = found;
    parts.push({ kind: 'text', text: text.slice(at, found.index) }, partOf(written, groups));
    at = found.index + written.length;
  }
  parts.push({ kind: 'text', text: text.slice(at) });
  return parts.filter((part) => part.kind !== 'text' || part.text !== '');
}
