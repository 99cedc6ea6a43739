import type { Scope } from '../../lesson/lesson';
import type { Source } from '../source';
import type { ManifestFiles } from './manifestFiles';
import type { PackageReason } from './packageReason';

export async function packageReasons(
  _packages: NonNullable<Scope['packages']>,
  _source: Source,
  _files: ManifestFiles,
): Promise<readonly PackageReason[]> {
  return [];
}
