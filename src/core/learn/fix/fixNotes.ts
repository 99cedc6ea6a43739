import type { Commit } from '../../history/history';
import type { FixedFile } from './fixedFile';
import type { FixNote } from './foundFix';

/** What somebody should know who relies on what was found in these files. */
export function notesOn(
  { parents }: Commit,
  files: readonly FixedFile[],
  left: number,
  isCut: boolean,
): readonly FixNote[] {
  const hasAdded = files.some(({ added }) => added.length > 0);
  const hasRemoved = files.some(({ removed }) => removed.length > 0);
  return [
    ...(parents.length > 1 ? [{ kind: 'merge', parents: parents.length } as const] : []),
    ...(parents.length === 0 ? [{ kind: 'root' } as const] : []),
    ...files.flatMap(({ change: { path, before } }) =>
      before === undefined ? [] : [{ kind: 'renamed', path, before } as const],
    ),
    ...(parents.length > 0 && hasAdded && !hasRemoved ? [{ kind: 'adds-only' } as const] : []),
    ...(isCut ? [{ kind: 'shallow', at: 'blame' } as const] : []),
    ...(files.some(({ role }) => role === 'code') ? [] : [{ kind: 'no-code-change' } as const]),
    ...(left > 0 ? [{ kind: 'too-large', left } as const] : []),
  ];
}
