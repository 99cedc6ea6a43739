import { cargoToml } from './cargoToml';
import type { Dependency, ManifestReader } from './dependency';
import { gemfile } from './gemfile';
import { goMod } from './goMod';
import { composerJson, packageJson } from './packageJson';
import { pomXml } from './pomXml';
import { pyprojectToml } from './pyprojectToml';
import { requirementsTxt } from './requirementsTxt';

const readers: Readonly<Record<string, ManifestReader>> = {
  'Cargo.toml': cargoToml,
  'composer.json': composerJson,
  Gemfile: gemfile,
  'go.mod': goMod,
  'package.json': packageJson,
  'pom.xml': pomXml,
  'pyproject.toml': pyprojectToml,
  'requirements.txt': requirementsTxt,
};

/** Which manifests may tell what a file of an ecosystem depends on. */
export const manifestNames = {
  'crates.io': ['Cargo.toml'],
  Go: ['go.mod'],
  Maven: ['pom.xml'],
  npm: ['package.json'],
  NuGet: [],
  Packagist: ['composer.json'],
  PyPI: ['pyproject.toml', 'requirements.txt'],
  RubyGems: ['Gemfile'],
} as const satisfies Readonly<Record<Dependency['ecosystem'], readonly string[]>>;

/** The reader for a path's file name; `requirements-dev.txt` and `x.gemspec` are manifests too. */
function readerOf(path: string): ManifestReader | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^requirements[\w.-]*\.txt$/.test(name)) {
    return requirementsTxt;
  }
  return name.endsWith('.gemspec') ? gemfile : Object.hasOwn(readers, name) ? readers[name] : undefined;
}

/** Whether a path's file name is that of a manifest. */
export function isManifest(path: string): boolean {
  return readerOf(path) !== undefined;
}

/** The largest that people write have a tenth of that. */
const longest = 1_000_000;

/** What a manifest depends on; `undefined` for a file that is none. */
export function dependenciesOf(path: string, text: string): readonly Dependency[] | undefined {
  return readerOf(path)?.(text.length > longest ? '' : text);
}
