import Fuse from 'fuse.js';

/** The known word that a mistyped one most likely means, if any is near. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const [best] = new Fuse(known, { threshold: 0.4, includeScore: true }).search(word);
  return best?.item;
}
