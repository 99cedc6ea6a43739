/** The addresses of a `text/uri-list` (RFC 2483: one a line, and lines of comment), each once. */
export function addressesIn(list: string): readonly string[] {
  const lines = list.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))];
}
