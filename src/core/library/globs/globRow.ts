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
  const tidy = isTidy(alternative) ? alternative : tidied(alternative);
  if (tidy === undefined) {
    return undefined;
  }
  const slash = tidy.lastIndexOf('/');
  const name = tidy.slice(slash + 1);
  if (name === '**') {
    return { folder: tidy, name: { kind: 'any' } };
  }
  return { folder: isAnywhere ? '**' : tidy.slice(0, Math.max(0, slash)), name: segmentForm(name) };
}

/** Whether there is certainly no empty segment in it, no `.`, and no `**` behind another. */
function isTidy(alternative: string): boolean {
  const isPlain = !alternative.includes('//') && !alternative.includes('**/**');
  return isPlain && !alternative.includes('./') && !alternative.endsWith('.');
}

/** `undefined` where `.` is a segment. */
function tidied(alternative: string): string | undefined {
  const parts = alternative.split('/').filter((part) => part !== '');
  const kept = parts.filter((part, at) => part !== '**' || parts[at - 1] !== '**');
  return parts.includes('.') ? undefined : kept.join('/');
}
