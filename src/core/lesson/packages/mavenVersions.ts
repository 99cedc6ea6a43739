import {
  type Compare,
  compared,
  type Interval,
  intervalRules,
  readBrackets,
  readComparisons,
  type VersionRules,
} from './versionRules';

/** A part of a version, with what stands before it; a change between digits and letters counts as a hyphen. */
interface Token {
  readonly isHyphen: boolean;
  readonly value: number | string;
}

type Version = readonly Token[];

const qualifiers = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const aliases: Readonly<Record<string, string>> = { cr: 'rc', ga: '', final: '', release: '' };
const beforeNumber: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' };

function read(text: string): Version | undefined {
  if (!/^[0-9A-Za-z][0-9A-Za-z._+-]*$/.test(text)) {
    return undefined;
  }
  const tokens = [...text.toLowerCase().matchAll(/([.+_-]?)(\d+|[a-z]+(?=(\d)?))/g)].map(
    ([, mark, part = '', digit], index): Token => {
      const word = digit === undefined ? part : (beforeNumber[part] ?? part);
      const value = /^\d/.test(part) ? Number(part) : (aliases[word] ?? word);
      return { isHyphen: index > 0 && mark !== '.', value };
    },
  );
  return trimmed(tokens);
}

/** Zeros and empty qualifiers at the end, and before each hyphen, say nothing. */
function trimmed(tokens: Version): Version {
  const kept: Token[] = [];
  let isEnd = true;
  for (const token of tokens.toReversed()) {
    const isNull = token.value === 0 || token.value === '';
    if (!(isEnd && isNull)) {
      kept.push(token);
      isEnd = token.isHyphen;
    }
  }
  return kept.reverse();
}

const compare: Compare<Version> = (a, b) => {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index] ?? filling(b[index]), b[index] ?? filling(a[index])];
    const order = kindOf(left) - kindOf(right) || compareAlike(left.value, right.value);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
};

/** What a version that ends earlier is compared as. */
function filling(other: Token | undefined): Token {
  const isNumber = typeof other?.value === 'number' && !other.isHyphen;
  return { isHyphen: other?.isHyphen ?? false, value: isNumber ? 0 : '' };
}

/** A qualifier comes before a number behind a hyphen, and that before one behind a dot. */
function kindOf({ isHyphen, value }: Token): number {
  return typeof value === 'string' ? 0 : isHyphen ? 1 : 2;
}

function compareAlike(a: number | string, b: number | string): number {
  if (typeof a === 'number' || typeof b === 'number') {
    return Number(a) - Number(b);
  }
  const [left, right] = [a, b].map((word) =>
    qualifiers.includes(word) ? qualifiers.indexOf(word) : qualifiers.length,
  );
  return (left ?? 0) - (right ?? 0) || (a < b ? -1 : a > b ? 1 : 0);
}

function exactly(text: string): readonly Interval<Version>[] | undefined {
  const version = read(text.trim());
  return version && compared('=', version);
}

/**
 * https://maven.apache.org/pom.html#dependency-version-requirement-specification and #version-order-specification. A version
 * alone is what is mostly built with. Lessons may also compare, as advisories do.
 */
export const maven: VersionRules = intervalRules(
  compare,
  (text) =>
    exactly(text) ??
    readBrackets(text, read) ??
    readComparisons(text, compare, (operator, written) => {
      const version = read(written);
      return version && compared(operator, version);
    }),
);
