import type { LazyText } from '../lazyText';
import type { Decoded } from '../lesson/decode';
import { type Problem, problemAt } from '../lesson/problem';

/** A file as it was read last. While its content stays the same, so does the parsed object. */
export interface KnownFile<P> {
  /** The text, or why there is none. */
  readonly content: LazyText;
  readonly parsed: P;
}

/** No text has the character by which the others begin. */
export function contentOf(decoded: Decoded): string {
  return decoded.kind === 'text' ? decoded.text.value : `\0${JSON.stringify(decoded.fact)}`;
}

export function contentOfFailure(reason: string): string {
  return `\0${reason}`;
}

/** That a file, or the folder, cannot be read. */
export function unreadable(path: string, reason: string): Problem {
  const start = { line: 0, character: 0 };
  return problemAt(path, { start, end: start }, { code: 'file-unreadable', reason });
}

/** Whether two readings know the same files with the same content. */
export function areSame<P>(
  files: ReadonlyMap<string, KnownFile<P>>,
  others: ReadonlyMap<string, KnownFile<P>>,
): boolean {
  return files.size === others.size && [...files].every(([path, file]) => others.get(path) === file);
}
