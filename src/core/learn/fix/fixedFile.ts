import type { Commit, FileChange, History } from '../../history/history';
import { type Hunk, hunksBetween } from '../../history/hunks';
import { type Source, sourceOf } from '../../match/source';
import { SourceText } from '../../text';
import { type FixRole, roleOfPath, saysItIsGenerated } from './fixFiles';
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
  /** Those of them that were not only moved: what was at fault, as far as lines can tell. */
  readonly faulty: readonly number[];
  /** The same of the lines that are new. */
  readonly added: readonly number[];
}

/** A fix, and the commit it is compared with. */
export interface Compared {
  readonly commit: Commit;
  readonly parent: string;
}

/** Longer texts are no code that somebody writes. */
const longestText = 1_000_000;

/** `undefined` where there is no text to compare, or the fix changed no more than spaces. */
export async function fixedFileOf(
  change: FileChange,
  { commit, parent }: Compared,
  history: History,
): Promise<FixedFile | undefined> {
  const [old, now] = await Promise.all([
    change.kind === 'added' ? undefined : history.text(parent, change.before ?? change.path),
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
  const faulty = notMoved([before?.text ?? empty, removed], [after?.text ?? empty, added]);
  const role = roleOf(change.path, now ?? old ?? '', removed.length + added.length > 0);
  return {
    ...{ change, role, hunks, removed, added, faulty },
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

type Lines = readonly [SourceText, readonly number[]];

/** Words before a definition that say who may use it; where they alone were changed, nobody was at fault. */
const visibility = /^\s*(?:(?:export|default|public|protected|private|internal|pub(?:\([^)]*\))?)\s+)+/;

/** The removed lines that are not among the added ones. */
function notMoved([before, removed]: Lines, [after, added]: Lines): readonly number[] {
  const plain = (text: SourceText, line: number) =>
    text.line(line).replace(visibility, '').replace(/\s+/g, '');
  const places = new Map<string, number>();
  for (const line of added) {
    const written = plain(after, line);
    places.set(written, (places.get(written) ?? 0) + 1);
  }
  return removed.filter((line) => {
    const written = plain(before, line);
    const left = places.get(written) ?? 0;
    places.set(written, left - 1);
    return left <= 0;
  });
}
