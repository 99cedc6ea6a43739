import type { Source } from '../source';
import type { ImportedPackage } from './importedPackage';
import { importReaders } from './importReaders';

/**
 * The packages that a source imports, in order. None for C and C++, whose files name no packages, and for PHP, whose
 * namespaces do not tell them; there only manifests do.
 */
export function importsOf({ language, text }: Source): readonly ImportedPackage[] {
  return importReaders[language]?.(text.value) ?? [];
}
