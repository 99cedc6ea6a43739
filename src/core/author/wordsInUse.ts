import type { KeyPath, SheetKind } from '../lesson/keyPath';
import type { FrontMatter } from '../lesson/vocabulary';
import type { Library } from '../library/library';

const shared = [
  ...['tags', 'owners', 'cwe', 'aliases', 'factors'],
] as const satisfies readonly (keyof FrontMatter)[];

interface Where {
  readonly sheet: SheetKind;
  /** The way to a key; there are no words for any but those above. */
  readonly path: KeyPath;
}

/**
 * How many lessons name a word at a key whose words are worth sharing, the most common first.
 * @param except the path of a lesson that does not count
 */
export function usesOf(
  { lessons }: Library,
  { sheet, path }: Where,
  except?: string,
): ReadonlyMap<string, number> {
  const key = sheet === 'lesson' && path.length === 1 ? shared.find((name) => name === path[0]) : undefined;
  const counts = new Map<string, number>();
  for (const lesson of key === undefined ? [] : lessons) {
    const words = lesson.path === except ? [] : (lesson.frontMatter[key ?? 'tags'] ?? []);
    for (const word of new Set(words)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
