import { alternativesOf, meansBaseName } from '../../lesson/glob';
import { type SegmentForm, segmentForm } from './segment';

/** One alternative of a glob: which folders it means, and which names in them. */
export interface GlobRow {
  /** A glob for the whole folder of a file, where `**` stands for any number of folders; empty for the root. */
  readonly folder: string;
  readonly name: SegmentForm;
}

/**
 * The rows of a glob: it means the files that one of them means. Alternatives that mean no path without `.`, `..` and
 * empty segments have no row.
 */
export function rowsOf(glob: string): readonly GlobRow[] {
  const isAnywhere = meansBaseName(glob);
  return alternativesOf(glob).flatMap((alternative) => rowOf(alternative, isAnywhere) ?? []);
}

function rowOf(alternative: string, isAnywhere: boolean): GlobRow | undefined {
  if (alternative === '' || alternative.startsWith('/') || alternative.endsWith('/')) {
    return undefined;
  }
  const parts = alternative.split('/');
  if (parts.includes('.')) {
    return undefined;
  }
  const kept = parts
    .filter((part) => part !== '')
    .filter((part, at, all) => part !== '**' || all[at - 1] !== '**');
  const name = kept.at(-1) ?? '';
  if (name === '**') {
    return { folder: kept.join('/'), name: { kind: 'any' } };
  }
  return { folder: isAnywhere ? '**' : kept.slice(0, -1).join('/'), name: segmentForm(name) };
}
