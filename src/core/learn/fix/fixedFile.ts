import type { Commit, FileChange, History } from '../../history/history';
import { type Source, sourceOf } from '../../match/source';
import { SourceText } from '../../text';
import { type FixRole, roleOfPath, saysItIsGenerated } from './fixFiles';
import { type Hunk, hunksBetween } from './hunks';
import { type LineMeaning, meaningsOfLines } from './lineMeaning';

/** A file before and after a fix, and which of its lines the fix took out and put in. */
export interface FixedFile {
  readonly change: FileChange;
  readonly role: FixRole;
  /** Absent for a file that was added. */
  readonly before?: Source;
  /** Absent for a file that was deleted. */
  readonly after?: Source;
  readonly hunks: readonly Hunk[];
  /** Zero-based lines of the parent that are gone, or others now: code alone, without comments and imports. */
  readonly removed: readonly number[];
  /** The same of the lines that are new. */
  readonly added: readonly number[];
}

/** Longer texts are no code that somebody writes. */
const longestText = 1_000_000;

/** `undefined` where there is no text to compare, or the fix changed no more than spaces. */
export async function fixedFileOf(
  change: FileChange,
  commit: Commit,
  parent: string | undefined,
  history: History,
): Promise<FixedFile | undefined> {
  const [old, now] = await Promise.all([
    change.kind === 'added' || parent === undefined
      ? undefined
      : history.text(parent, change.before ?? change.path),
    change.kind === 'deleted' ? undefined : history.text(commit.id, change.path),
  ]);
  if (![old, now].some((text) => text !== undefined && text.length <= longestText)) {
    return undefined;
  }
  const before = old === undefined ? undefined : sourceOf(change.before ?? change.path, old);
  const after = now === undefined ? undefined : sourceOf(change.path, now);
  const empty = new SourceText('');
  const hunks = hunksBetween(before?.text ?? empty, after?.text ?? empty);
  const [removed, added] = codeLines(
    [before, hunks.map((hunk) => hunk.before)],
    [after, hunks.map((hunk) => hunk.after)],
  );
  if (hunks.length === 0) {
    return undefined;
  }
  const role = roleOf(change.path, now ?? old ?? '', removed.length + added.length > 0);
  return {
    ...{ change, role, hunks, removed, added },
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

function roleOf(path: string, text: string, hasCode: boolean): FixRole {
  const role = roleOfPath(path);
  if (role !== 'code') {
    return role;
  }
  return saysItIsGenerated(text) ? 'nothing' : hasCode ? 'code' : 'prose';
}

type Stretches = readonly Hunk['before'][];

/** Of both texts. Where nothing but imports was changed, they are what the fix is about. */
function codeLines(
  ...sides: readonly [Source | undefined, Stretches][]
): readonly [readonly number[], readonly number[]] {
  const found = sides.map(([source, stretches]) => {
    const meanings = source === undefined ? [] : meaningsOfLines(source);
    const lines = stretches.flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, index) => start + index),
    );
    const of = (meaning: LineMeaning) => lines.filter((line) => meanings[line] === meaning);
    return { code: of('code'), imports: of('import') };
  });
  const kind = found.some(({ code }) => code.length > 0) ? 'code' : 'imports';
  return [found[0]?.[kind] ?? [], found[1]?.[kind] ?? []];
}
