/** Where a line can go on with what stands above it: with a key at a column, or with an entry whose dash is there. */
export interface Level {
  readonly column: number;
  readonly isEntry: boolean;
}

/**
 * The records and lists that the last line above is in, the innermost first. It looks at lines alone, so that broken
 * text has levels too; whoever takes one reads it as YAML before it counts.
 */
export function levelsBelow(above: string): readonly Level[] {
  const lines = above.split('\n').filter((line) => !/^\s*(?:#.*)?$/.test(line));
  const levels: Level[] = [];
  let innermost = Number.POSITIVE_INFINITY;
  for (const line of lines.reverse()) {
    const { indent, dashes, key } = partsOf(line);
    if (indent >= innermost) {
      continue;
    }
    if (key !== undefined) {
      const inside = key.isEmpty && levels.length === 0 ? [false, true] : [];
      levels.push(...inside.map((isEntry) => ({ column: key.column + 2, isEntry })));
      levels.push({ column: key.column, isEntry: false });
    }
    levels.push(...dashes.map((column) => ({ column, isEntry: true })));
    innermost = indent;
  }
  return levels;
}

interface Line {
  readonly indent: number;
  /** The columns of its dashes, from the right. */
  readonly dashes: readonly number[];
  readonly key: { readonly column: number; readonly isEmpty: boolean } | undefined;
}

function partsOf(line: string): Line {
  const [, blanks = '', dashes = ''] = /^( *)((?:-(?: +|$))*)/.exec(line) ?? [];
  const column = blanks.length + dashes.length;
  const key = /^(?:[\w-]+|"[^"]*"|'[^']*')[ \t]*:(?=\s|$)\s*(#?)/.exec(line.slice(column));
  const isEmpty = key !== null && (key[1] === '#' || column + key[0].length === line.length);
  return {
    indent: blanks.length,
    dashes: [...dashes.matchAll(/-/g)].map(({ index }) => blanks.length + index).reverse(),
    key: key === null ? undefined : { column, isEmpty },
  };
}
