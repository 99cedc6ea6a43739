import { maven } from './mavenVersions';
import { pypi } from './pep440';
import { rubyGems } from './rubyGems';
import { cargo, composer, go, npm, nuget } from './semverRules';
import type { VersionRules } from './versionRules';

/** By the names that the Open Source Vulnerability format gives them: https://ossf.github.io/osv-schema/#defined-ecosystems */
export const ecosystems = {
  'crates.io': cargo,
  Go: go,
  Maven: maven,
  npm,
  NuGet: nuget,
  Packagist: composer,
  PyPI: pypi,
  RubyGems: rubyGems,
} as const satisfies Readonly<Record<string, VersionRules>>;

export type Ecosystem = keyof typeof ecosystems;

export const ecosystemNames = Object.keys(ecosystems) as readonly Ecosystem[];

export function isEcosystem(name: string): name is Ecosystem {
  return Object.hasOwn(ecosystems, name);
}
