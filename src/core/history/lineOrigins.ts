import { SourceText } from '../text';
import type { BlamedLine, Commit, History } from './history';
import { hunksBetween } from './hunks';

/** What it takes to find out who wrote a line, where nobody can be asked for it. */
export interface ChangesOfFile extends Pick<History, 'text' | 'changes' | 'isCut'> {
  /** The last commit that changed the file, of all that a commit comes from, itself among them. */
  lastChange(commit: string, path: string): Promise<Commit | undefined>;
}

/** A file in a commit, and lines of it that are asked about: by their place in it, those of the file that was asked about. */
interface Stretch {
  readonly commit: string;
  readonly path: string;
  readonly lines: ReadonlyMap<number, number>;
}

/** Each takes a few questions to git; what is older than so many changes of one file can stay unknown. */
const mostChanges = 200;

/**
 * Which commit each line comes from, by going back from change to change of the file, also through merges and renamings.
 * As blame does where spaces do not count. What is not found within a bounded number of changes is left out.
 */
export async function lineOrigins(
  commit: string,
  path: string,
  lines: readonly number[],
  history: ChangesOfFile,
): Promise<readonly BlamedLine[]> {
  const found: BlamedLine[] = [];
  const asked: Stretch[] = [{ commit, path, lines: new Map(lines.map((line) => [line, line])) }];
  for (let steps = 0; steps < mostChanges; steps++) {
    const stretch = asked.shift();
    const last = stretch && (await history.lastChange(stretch.commit, stretch.path));
    if (stretch === undefined) {
      break;
    }
    if (last === undefined) {
      continue;
    }
    const own = new Map(stretch.lines);
    const older = await heldByParents({ ...stretch, commit: last.id }, last, own, history);
    asked.push(...older);
    const isBoundary = last.parents.length === 0 && own.size > 0 && (await history.isCut());
    found.push(...[...own.values()].map((line) => ({ line, commit: last.id, isBoundary })));
  }
  return found.sort((a, b) => a.line - b.line);
}

/** @param own loses the lines that some parent has, too; each goes to the first that has it */
async function heldByParents(
  { path, commit }: Stretch,
  last: Commit,
  own: Map<number, number>,
  history: ChangesOfFile,
): Promise<readonly Stretch[]> {
  const text = await history.text(commit, path);
  const older: Stretch[] = [];
  for (const parent of last.parents) {
    if (text === undefined || own.size === 0) {
      break;
    }
    const before = await nameBefore(last, parent, path, history);
    const old = before === undefined ? undefined : await history.text(parent, before);
    if (before === undefined || old === undefined) {
      continue;
    }
    const held = new Map<number, number>();
    for (const [line, place] of unchanged(new SourceText(old), new SourceText(text))) {
      const asked = own.get(line);
      if (asked !== undefined) {
        held.set(place, asked);
        own.delete(line);
      }
    }
    if (held.size > 0) {
      older.push({ commit: parent, path: before, lines: held });
    }
  }
  return older;
}

async function nameBefore(
  last: Commit,
  parent: string,
  path: string,
  history: ChangesOfFile,
): Promise<string | undefined> {
  const change = (await history.changes(last, parent)).find((one) => one.path === path);
  return change?.kind === 'added' ? undefined : (change?.before ?? path);
}

/** The lines of a text that an older one has, too, and where. */
function* unchanged(before: SourceText, after: SourceText): Generator<readonly [number, number]> {
  let [line, place] = [0, 0];
  for (const hunk of hunksBetween(before, after)) {
    for (; line < hunk.after.start; line++, place++) {
      yield [line, place];
    }
    [line, place] = [hunk.after.end, hunk.before.end];
  }
  for (; line < after.lineCount; line++, place++) {
    yield [line, place];
  }
}
