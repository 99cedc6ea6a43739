import { ecosystems, isEcosystem } from '../../lesson/packages/ecosystems';
import type { ScopePackage } from '../../lesson/packages/packageFault';
import type { Source } from '../source';
import type { ImportedPackage } from './importedPackage';
import { importsOf } from './imports';
import type { Dependency } from './manifests/dependency';
import { dependenciesOf } from './manifests/manifests';
import { meansPackage, pythonName } from './meansPackage';
import type { ProjectManifests } from './projectManifests';

/** A place by which a scope's packages let a file in: an import, or a manifest's entry. */
export interface PackageReason {
  readonly ecosystem: Dependency['ecosystem'];
  /** As the scope names it. */
  readonly name: string;
  /** Where the import or the entry names it, as offsets in the source's text. */
  readonly start: number;
  readonly end: number;
  /** The range that the scope asks for, if any. */
  readonly range?: string;
  /** What a manifest declares; absent where none says anything of versions, which leaves the scope to hold. */
  readonly declared?: string;
}

/** The places by which any of the packages lets a source in, in order; none where it does not. Rejects where a manifest cannot be read. */
export async function packageReasons(
  packages: readonly ScopePackage[],
  source: Source,
  manifests: ProjectManifests,
): Promise<readonly PackageReason[]> {
  const dependencies = dependenciesOf(source.path, source.text.value);
  if (dependencies !== undefined) {
    return packages.flatMap((wanted) => entriesOf(wanted, dependencies)).sort(byStart);
  }
  const imports = importsOf(source);
  const found = await Promise.all(packages.map((wanted) => importsMeant(wanted, source, imports, manifests)));
  return found.flat().sort(byStart);
}

function entriesOf(wanted: ScopePackage, dependencies: readonly Dependency[]): PackageReason[] {
  return dependencies
    .filter((dependency) => isDeclaration(dependency, wanted) && admits(dependency.range, wanted))
    .map((dependency) => reasonOf(wanted, dependency, dependency.range));
}

async function importsMeant(
  wanted: ScopePackage,
  { path }: Source,
  imports: readonly ImportedPackage[],
  manifests: ProjectManifests,
): Promise<PackageReason[]> {
  const meant = imports.filter(
    (one) =>
      (wanted.ecosystem === undefined || wanted.ecosystem === one.ecosystem) &&
      meansPackage(one, wanted.name ?? ''),
  );
  const [first] = meant;
  if (first === undefined) {
    return [];
  }
  const declared = await manifests.declared(path, first.ecosystem, (one) => isDeclaration(one, wanted));
  const ranges = declared.map(({ range }) => range);
  const fitting = ranges.filter((range) => admits(range, wanted));
  return ranges.length > 0 && fitting.length === 0
    ? []
    : meant.map((one) => reasonOf(wanted, one, fitting[0]));
}

function isDeclaration({ ecosystem, name }: Dependency, wanted: ScopePackage): boolean {
  return (
    (wanted.ecosystem === undefined || wanted.ecosystem === ecosystem) &&
    normalised(ecosystem, name) === normalised(ecosystem, wanted.name ?? '')
  );
}

function normalised(ecosystem: Dependency['ecosystem'], name: string): string {
  switch (ecosystem) {
    case 'PyPI':
      return pythonName(name);
    case 'NuGet':
    case 'Packagist':
      return name.toLowerCase();
    case 'crates.io':
      return name.replaceAll('-', '_');
    default:
      return name;
  }
}

/** What says nothing of versions leaves room for all. */
function admits(declared: string | undefined, { ecosystem, range }: ScopePackage): boolean {
  return (
    declared === undefined ||
    range === undefined ||
    ecosystem === undefined ||
    !isEcosystem(ecosystem) ||
    ecosystems[ecosystem].admits(declared, range) !== false
  );
}

function reasonOf(
  { name = '', range }: ScopePackage,
  { ecosystem, start, end }: Pick<Dependency, 'ecosystem' | 'start' | 'end'>,
  declared: string | undefined,
): PackageReason {
  return { ecosystem, name, start, end, range, declared };
}

function byStart(a: PackageReason, b: PackageReason): number {
  return a.start - b.start;
}
