import {
  type Compare,
  compared,
  type Interval,
  intervalRules,
  readComparisons,
  type VersionRules,
} from './versionRules';

/** A version of https://packaging.python.org/en/latest/specifications/version-specifiers/ as numbers to be compared in turn. */
type Version = readonly number[];

const pattern =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+[a-z\d]+(?:[-_.][a-z\d]+)*)?$/i;

const phases: Readonly<Record<string, number>> = { a: 0, alpha: 0, b: 1, beta: 1 };

/** Releases of more parts have them left out: none is known to have so many. */
const parts = 8;

const [lowest, highest] = [-1, Number.MAX_SAFE_INTEGER];

/** The local part is left out: it does not count where ranges are compared. */
function read(text: string): Version | undefined {
  const found = pattern.exec(text.trim());
  if (found === null) {
    return undefined;
  }
  const [, epoch = '0', release = '', phase, pre, implicitPost, post, postNumber, dev, devNumber] = found;
  const numbers = release.split('.').map(Number);
  const isPre = phase !== undefined;
  const isPost = implicitPost !== undefined || post !== undefined;
  // A development release of a release comes before all of its pre-releases.
  const beforePre = dev !== undefined && !isPre && !isPost;
  return [
    Number(epoch),
    ...Array.from({ length: parts }, (_, index) => numbers[index] ?? 0),
    isPre ? (phases[phase.toLowerCase()] ?? 2) : beforePre ? lowest : highest,
    isPre ? Number(pre) : 0,
    isPost ? Number(implicitPost ?? postNumber ?? 0) : lowest,
    dev === undefined ? highest : Number(devNumber),
  ];
}

const compare: Compare<Version> = (a, b) => {
  const index = a.findIndex((number, at) => number !== b[at]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
};

/** The first version at all with these release numbers. */
function firstOf(epoch: number, numbers: readonly number[]): Version {
  const release = Array.from({ length: parts }, (_, index) => numbers[index] ?? 0);
  return [epoch, ...release, lowest, 0, lowest, 0];
}

/** All versions whose release begins with these numbers, as `==1.4.*` has it. */
function startingWith(
  epoch: number,
  numbers: readonly number[],
  low?: Version,
): readonly Interval<Version>[] {
  const next = [...numbers.slice(0, -1), (numbers.at(-1) ?? 0) + 1];
  return [
    {
      low: { version: low ?? firstOf(epoch, numbers), isIncluded: true },
      high: { version: firstOf(epoch, next), isIncluded: false },
    },
  ];
}

function one(operator: string, written: string): readonly Interval<Version>[] | undefined {
  const [, epoch = '0', prefix] = /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)\.\*$/.exec(written) ?? [];
  if (prefix !== undefined) {
    const within = startingWith(Number(epoch), prefix.split('.').map(Number));
    const [{ low, high } = {}] = within;
    if (operator === '!=') {
      return [{ high: low && { ...low, isIncluded: false } }, { low: high && { ...high, isIncluded: true } }];
    }
    return ['', '=', '=='].includes(operator) ? within : undefined;
  }
  const version = read(written);
  const given = /^v?(?:\d+!)?(\d+(?:\.\d+)*)/.exec(written)?.[1]?.split('.').map(Number) ?? [];
  if (version === undefined) {
    return undefined;
  }
  const [major = 0] = version;
  const isPre = version[parts + 1] !== highest || version.at(-1) !== highest;
  switch (operator) {
    case '===':
      return compared('=', version);
    case '~=':
      return given.length < 2 ? undefined : startingWith(major, given.slice(0, -1), version);
    case '<':
      // No pre-release of the version itself, unless it is one.
      return compared('<', isPre ? version : firstOf(major, given));
    case '>':
      // No post-release of the version itself, unless it is one.
      return compared(
        '>',
        version[parts + 3] === lowest && !isPre ? [...version.slice(0, -2), highest, highest] : version,
      );
    case '^':
      return startingWith(
        major,
        given.slice(0, Math.max(1, given.findIndex((number) => number > 0) + 1)),
        version,
      );
    case '~':
      return startingWith(major, given.slice(0, Math.min(2, given.length)), version);
    default:
      return compared(operator, version);
  }
}

/** PEP 440's specifiers, and Poetry's `^`, `~` and `||`: https://python-poetry.org/docs/dependency-specification/ */
export const pypi: VersionRules = intervalRules(compare, (text) => {
  const sets = text.split('||').map((set) => readComparisons(set, compare, one));
  return sets.includes(undefined) ? undefined : sets.flatMap((set) => set ?? []);
});
