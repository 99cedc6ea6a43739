import Fuse from 'fuse.js';

/** How near a word of a lesson is to a word that was asked for: 1 where it is the same, 0 where it is another one. */
export type Closeness = (word: string) => number;

/** The word itself, a longer one that begins with it, or one that it stands within. */
export function containing(asked: string): Closeness {
  return (word) =>
    word.length < asked.length
      ? 0
      : word === asked
        ? 1
        : word.startsWith(asked)
          ? 0.9
          : word.includes(asked)
            ? 0.7
            : 0;
}

/** A shorter word has too many neighbours; a longer one takes the matcher several passes, and is nobody's typing. */
const fuzzyLengths = { least: 4, most: 32 } as const;
const mostDifferent = 3;

/** A word that somebody mistyped; `undefined` where that cannot be told of the word that was asked for. */
export function resembling(asked: string): Closeness | undefined {
  if (asked.length < fuzzyLengths.least || asked.length > fuzzyLengths.most) {
    return undefined;
  }
  const options = { includeScore: true, threshold: 0.34, ignoreLocation: true, isCaseSensitive: true };
  return (word) => {
    if (Math.abs(word.length - asked.length) > mostDifferent) {
      return 0;
    }
    const { isMatch, score } = Fuse.match(asked, word, options);
    return isMatch ? 0.6 * (1 - (score ?? 0)) : 0;
  };
}
