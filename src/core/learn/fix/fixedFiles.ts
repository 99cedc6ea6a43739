import type { FileChange, History } from '../../history/history';
import { type Compared, type FixedFile, fixedFileOf } from './fixedFile';
import { type FixRole, roleOfPath } from './fixFiles';

export interface FixedFiles {
  /** Those of the kind that tells most, most changed first. */
  readonly files: readonly FixedFile[];
  readonly tests: readonly string[];
  /** How many files were not looked into. */
  readonly left: number;
}

/** What more files would tell, no lesson can hold. */
const mostFiles = 60;

/** Which files a fix is about: its code, else what it set up, else what it wrote, else its tests. */
const order: readonly FixRole[] = ['code', 'settings', 'prose', 'test'];

export async function fixedFilesOf(
  changes: readonly FileChange[],
  compared: Compared,
  history: History,
): Promise<FixedFiles> {
  const asked = changes
    .map((change) => ({ change, role: roleOfPath(change.path) }))
    .filter(({ role }) => role !== 'nothing')
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  const tests = asked.filter(({ role }) => role === 'test').map(({ change }) => change.path);
  const others = asked.length > tests.length ? asked.filter(({ role }) => role !== 'test') : asked;
  const found: FixedFile[] = [];
  for (const { change } of others.slice(0, mostFiles)) {
    const file = await fixedFileOf(change, compared, history);
    if (file !== undefined && file.role !== 'nothing') {
      found.push(file);
    }
  }
  const telling = order.find((role) => found.some((file) => file.role === role));
  const ofRole = found.filter(({ role }) => role === telling).sort((a, b) => sizeOf(b) - sizeOf(a));
  const alive = ofRole.filter(({ change }) => change.kind !== 'deleted');
  return {
    files: withFault(alive.length > 0 ? alive : ofRole),
    tests: telling === 'test' ? [] : tests,
    left: Math.max(0, others.length - mostFiles),
  };
}

/** Where a fix only moved code, its place was the fault. */
function withFault(files: readonly FixedFile[]): readonly FixedFile[] {
  return files.some(({ faulty }) => faulty.length > 0)
    ? files
    : files.map((file) => ({ ...file, faulty: file.removed }));
}

function sizeOf({ removed, added }: FixedFile): number {
  return removed.length + added.length;
}
