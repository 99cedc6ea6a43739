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
const shortest = 4;
const longest = 32;
/** How many of a word's letters may differ, as a share. */
const tolerance = 0.34;

/** A word that somebody mistyped; `undefined` where that cannot be told of the word that was asked for. */
export function resembling(asked: string): Closeness | undefined {
  if (asked.length < shortest || asked.length > longest) {
    return undefined;
  }
  const mostDifferent = Math.floor(asked.length * tolerance);
  const letters = lettersOf(asked);
  const options = { includeScore: true, threshold: tolerance, ignoreLocation: true, isCaseSensitive: true };
  return (word) => {
    // Fuse takes a microsecond a word. Nearly all words lack more letters than may differ, which is known sooner.
    if (
      Math.abs(word.length - asked.length) > mostDifferent ||
      bitsIn(letters & ~lettersOf(word)) > mostDifferent
    ) {
      return 0;
    }
    const { isMatch, score } = Fuse.match(asked, word, options);
    return isMatch ? 0.6 * (1 - (score ?? 0)) : 0;
  };
}

/** One bit for each letter; some letters share one. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) {
    bits |= 1 << (word.charCodeAt(at) & 31);
  }
  return bits;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    count++;
  }
  return count;
}
