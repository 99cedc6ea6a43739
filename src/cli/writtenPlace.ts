/** A place in code as people, editors and compilers write it. */
export interface WrittenPlace {
  readonly file: string;
  /** Zero-based, the last one included. */
  readonly lines?: { readonly first: number; readonly last: number };
}

/** `path`, `path:line`, `path:first-last` or `path:line:column`, of which the column is of no use here; counted from one. */
export function writtenPlace(written: string): WrittenPlace {
  const [, file, from, to] = /^(.+?):(\d+)(?:-(\d+)|:\d+)?$/.exec(written) ?? [];
  if (file === undefined) {
    return { file: written };
  }
  const [first = 0, last = first] = [from, to]
    .flatMap((line) => (line === undefined ? [] : [Math.max(1, Number(line)) - 1]))
    .sort((a, b) => a - b);
  return { file, lines: { first, last } };
}
