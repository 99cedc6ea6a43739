/** What a path may begin with that is no crate of its own. */
const own = new Set([
  ...['crate', 'self', 'super', 'Self', 'std', 'core', 'alloc'],
  ...['use', 'return', 'as', 'in', 'mut', 'dyn', 'impl', 'match', 'if', 'let', 'else', 'move'],
]);

/**
 * The crates that code names: in `use` and `extern crate`, and at the head of a path, for which no import is needed since
 * the edition of 2018.
 */
export function cratesIn(code: string): { readonly name: string; readonly start: number }[] {
  const external = [...code.matchAll(/\bextern\s+crate\s+(?<name>\w+)/dg)];
  const heads = [...code.matchAll(/(?<![\w:.]|:\s)(?:::\s*)?\b(?<name>[a-z_]\w*)\s*::(?!<)/dg)];
  const uses = [...code.matchAll(/\buse\s+(?:::\s*)?(?<name>[a-z_]\w*)\s*(?:;|\bas\b)/dg)];
  const found = [...external, ...heads, ...uses].flatMap(({ groups, indices }) => {
    const [name, place] = [groups?.name, indices?.groups?.name];
    return name === undefined || place === undefined || own.has(name) ? [] : [{ name, start: place[0] }];
  });
  return found.sort((a, b) => a.start - b.start);
}
