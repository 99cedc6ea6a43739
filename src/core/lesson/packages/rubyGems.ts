import { type Compare, compared, intervalRules, readComparisons, type VersionRules } from './versionRules';

type Segment = number | string;

/** https://guides.rubygems.org/patterns/ and Gem::Version: letters make a pre-release, which comes before the release. */
function read(text: string): readonly Segment[] | undefined {
  if (!/^\d+(?:\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/.test(text)) {
    return undefined;
  }
  const segments = text.replaceAll('-', '.pre.').match(/\d+|[a-z]+/gi) ?? [];
  return segments.map((segment) => (/^\d/.test(segment) ? Number(segment) : segment));
}

const compare: Compare<readonly Segment[]> = (a, b) => {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index] ?? 0, b[index] ?? 0];
    if (left !== right) {
      if (typeof left !== typeof right) {
        return typeof left === 'string' ? -1 : 1;
      }
      return left < right ? -1 : 1;
    }
  }
  return 0;
};

export const rubyGems: VersionRules = intervalRules(compare, (text) =>
  readComparisons(text, compare, (operator, written) => {
    const version = read(written);
    if (version === undefined || operator !== '~>') {
      return version && compared(operator, version);
    }
    const numbers = version.slice(0, version.findIndex((segment) => typeof segment === 'string') >>> 0);
    const kept = numbers.length > 1 ? numbers.slice(0, -1) : numbers;
    // "a" comes before every release and most pre-releases, so that none of the next version is let in.
    const next = [...kept.slice(0, -1), Number(kept.at(-1) ?? 0) + 1, 'a'];
    return [{ low: { version, isIncluded: true }, high: { version: next, isIncluded: false } }];
  }),
);
