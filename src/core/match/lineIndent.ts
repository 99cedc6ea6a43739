/** A text of several lines that is put where lines begin with `indent`; its first line stands behind other code, and empty lines stay empty. */
export function placedLines(text: string, indent: string): string {
  return text.replace(/\n(?!\n|$)/g, `\n${indent}`);
}

/**
 * Code of several lines taken from where lines begin with `from` to where they begin with `to`. It stays as it is where
 * a line of it begins otherwise.
 */
export function movedLines(code: string, from: string, to: string): string {
  const [first = '', ...others] = code.split('\n');
  const isMovable = from !== to && others.every((line) => line.trim() === '' || line.startsWith(from));
  return isMovable
    ? [first, ...others.map((line) => (line.trim() === '' ? line : to + line.slice(from.length)))].join('\n')
    : code;
}
