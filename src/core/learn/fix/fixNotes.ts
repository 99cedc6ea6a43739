import type { Commit } from '../../history/history';
import type { FixedFile } from './fixedFile';
import type { FixNote } from './foundFix';
import type { Introduction } from './introduced';

/** What somebody should know who relies on what was found in these files. */
export function notesOn(
  { parents }: Commit,
  files: readonly FixedFile[],
  left: number,
  isCut: boolean,
  around: readonly Introduction[] | undefined,
): readonly FixNote[] {
  return [
    ...(parents.length > 1 ? [{ kind: 'merge', parents: parents.length } as const] : []),
    ...files.flatMap(({ change: { path, before } }) =>
      before === undefined ? [] : [{ kind: 'renamed', path, before } as const],
    ),
    ...(around === undefined ? [] : [{ kind: 'adds-only', around } as const]),
    ...(isCut ? [{ kind: 'shallow', at: 'blame' } as const] : []),
    ...(files.some(({ role }) => role === 'code') ? [] : [{ kind: 'no-code-change' } as const]),
    ...(left > 0 ? [{ kind: 'too-large', left } as const] : []),
  ];
}
