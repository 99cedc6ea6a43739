/** The editor builds and sends every row below an open one at once, so that thousands freeze it for a second. */
const mostRows = 250;
const longestName = 28;

/** Some rows of a section that has too many of them to be shown at once. */
export interface Page<R> {
  readonly label: string;
  readonly rows: R[];
}

/** Pages named, like those of a dictionary, by their first and last row; `undefined` where one page would do. */
export function pagesOf<R>(rows: readonly R[], nameOf: (row: R) => string): Page<R>[] | undefined {
  if (rows.length <= mostRows) {
    return undefined;
  }
  return Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, index) => {
    const some = rows.slice(index * mostRows, (index + 1) * mostRows);
    const names = [some[0], some.at(-1)].flatMap((row) => (row === undefined ? [] : shortened(nameOf(row))));
    return { label: names.join(' – '), rows: some };
  });
}

function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName).trimEnd()}…`;
}
