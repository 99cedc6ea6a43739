import type { ImportedPackage } from './importedPackage';

/** Modules that are named otherwise than the distributions that bring them, as people know both. */
const distributions: Readonly<Record<string, string>> = {
  attr: 'attrs',
  bs4: 'beautifulsoup4',
  crypto: 'pycryptodome',
  cv2: 'opencv-python',
  dateutil: 'python-dateutil',
  dotenv: 'python-dotenv',
  jwt: 'pyjwt',
  openssl: 'pyopenssl',
  pil: 'pillow',
  sklearn: 'scikit-learn',
  yaml: 'pyyaml',
};

/** Names of Python that are the same: https://packaging.python.org/en/latest/specifications/name-normalization/ */
export function pythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/**
 * Whether a package is the one that a statement imports. Where a statement names what is in a package, as it does in all but
 * npm and crates.io, the package's name has to be a beginning of it.
 */
export function meansPackage({ ecosystem, name }: ImportedPackage, wanted: string): boolean {
  switch (ecosystem) {
    case 'npm':
    case 'Packagist':
      return name === wanted;
    case 'crates.io':
      return name === wanted.replaceAll('-', '_');
    case 'Go':
      return startsWith(name, wanted, '/');
    case 'NuGet':
      return startsWith(name.toLowerCase(), wanted.toLowerCase(), '.');
    case 'RubyGems':
      return startsWith(rubyName(name), rubyName(wanted), '-');
    case 'PyPI': {
      const [module, distribution] = [pythonName(name), pythonName(wanted)];
      return (
        startsWith(module, distribution, '-') || distributions[module.split('-')[0] ?? ''] === distribution
      );
    }
    case 'Maven':
      return startsWithMaven(name, wanted);
  }
}

function startsWith(name: string, wanted: string, separator: string): boolean {
  return name === wanted || name.startsWith(`${wanted}${separator}`);
}

/** Gems put a hyphen where their folders have a slash: https://guides.rubygems.org/name-your-gem/ */
function rubyName(name: string): string {
  return name.replaceAll('/', '-');
}

/**
 * A class is in the group's own packages, or in those of the group above with a word of the artifact:
 * `com.fasterxml.jackson.databind.ObjectMapper` is of `com.fasterxml.jackson.core:jackson-databind`. Other artifacts only
 * manifests tell.
 */
function startsWithMaven(name: string, wanted: string): boolean {
  const [group = '', artifact = ''] = wanted.split(':');
  const above = group.slice(0, Math.max(0, group.lastIndexOf('.')));
  return (
    startsWith(name, group, '.') ||
    (above.includes('.') && artifact.split(/[-.]/).some((word) => startsWith(name, `${above}.${word}`, '.')))
  );
}
