import compareSemver from 'semver/functions/compare';
import parseSemver from 'semver/functions/parse';
import intersects from 'semver/ranges/intersects';
import validRange from 'semver/ranges/valid';
import {
  compared,
  intervalRules,
  longestRange,
  readBrackets,
  readComparisons,
  type VersionRules,
} from './versionRules';

/** https://github.com/npm/node-semver#ranges */
export const npm: VersionRules = translated((range) => range);

/** https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html: a version alone means those compatible with it. */
export const cargo: VersionRules = translated((range) =>
  range.includes('||')
    ? ''
    : range
        .split(',')
        .map((one) => one.trim().replace(/^(?=\d)(?!.*\*)/, '^'))
        .join(' '),
);

/** https://getcomposer.org/doc/articles/versions.md: a tilde lets the last part that is given rise, which npm's does for the third. */
export const composer: VersionRules = translated((range) =>
  range
    .replace(/@\w+/g, '')
    .replace(/\|+/g, '||')
    .replaceAll(',', ' ')
    .replace(/~\s*(\d+\.\d+)(?![\d.])/g, '^$1'),
);

/** What npm's own rules say of a range once it is written as npm writes it. */
function translated(toNpm: (range: string) => string): VersionRules {
  const read = (range: string) => {
    const written = range.length > longestRange ? '' : toNpm(range.trim());
    return written === '' ? null : validRange(written, { loose: true });
  };
  return {
    isRange: (range) => read(range) !== null,
    admits(declared, range) {
      const [given, wanted] = [read(declared), read(range)];
      return given === null || wanted === null ? undefined : intersects(given, wanted, { loose: true });
    },
  };
}

type Semver = NonNullable<ReturnType<typeof parseSemver>>;

const compare = (a: Semver, b: Semver) => compareSemver(a, b);

/** Missing parts are zeros: `v1` and `1.2` are versions where people write ranges. */
function version(text: string): Semver | undefined {
  const [, core = '', rest = ''] = /^v?(\d+(?:\.\d+){0,2})((?:[-+].*)?)$/.exec(text) ?? [];
  const filled = [...core.split('.'), '0', '0'].slice(0, 3).join('.');
  return core === '' ? undefined : (parseSemver(`${filled}${rest}`) ?? undefined);
}

const comparisons = (text: string) =>
  readComparisons(text, compare, (operator, written) => {
    const known = version(written);
    return known && compared(operator, known);
  });

/** https://go.dev/ref/mod#go-mod-file-require: a module requires one version, which is what is built with, or a later one. */
export const go: VersionRules = intervalRules(compare, comparisons);

/**
 * https://learn.microsoft.com/nuget/concepts/package-versioning: a version alone is the lowest. Of four parts the last is
 * left out.
 */
export const nuget: VersionRules = intervalRules(compare, (text) => {
  const short = text.replace(/(\d+\.\d+\.\d+)\.\d+/g, '$1');
  const lowest = version(short.trim());
  return lowest === undefined
    ? (readBrackets(short, version) ?? comparisons(short))
    : [{ low: { version: lowest, isIncluded: true } }];
});
