import * as l10n from '@vscode/l10n';
import { escape as escapeGlob, Minimatch, unescape as unescapeGlob } from 'minimatch';
import { compileGlob, faultOfGlob } from '../lesson/glob';
import { isInLessonFolder } from '../library/files';
import { type AuthorContext, type Completion, type Entry, longestList } from './completion';
import type { ValuePlace } from './place';
import { valueEntry } from './valueEntry';
import { yamlStart } from './yamlText';

/** What is typed of a path: the folders that are whole, and what stands behind the segment with the cursor. */
interface Typed {
  readonly base: string;
  /** The segment with the cursor, up to it. */
  readonly start: string;
  readonly rest: string;
  /** The folder that the base names; what is below it where the base is a glob. */
  readonly folder: string;
  readonly isExact: boolean;
}

/** Segment by segment: folders and files of the workspace, then globs for what lies there. */
export async function pathCompletions(
  place: ValuePlace,
  context: AuthorContext,
): Promise<readonly Completion[]> {
  const isGlob = place.rule.kind === 'text' && place.rule.format === 'glob';
  const typed = typedIn(place, isGlob);
  if (faultOfGlob(`${typed.base}x`) !== undefined) {
    // What lies outside is nobody's business here.
    return [];
  }
  const entries = typed.isExact ? await context.workspace.entriesIn(typed.folder) : [];
  const shown = [...nearest(entries, typed)]
    .sort(byKind)
    .filter((entry) =>
      isOffered(isFolder(entry) ? `${pathOf(typed, entry)}/x` : pathOf(typed, entry), place, context),
    )
    .slice(0, longestList);
  const paths = shown.flatMap((entry) => pathEntry(place, typed, entry, isGlob));
  const globs = isGlob && typed.rest === '' ? await globsFor(place, typed, shown, context) : [];
  return [...paths, ...globs];
}

function typedIn({ before, after }: ValuePlace, isGlob: boolean): Typed {
  const base = before.slice(0, before.lastIndexOf('/') + 1);
  const start = before.slice(base.length);
  const rest = after.includes('/') ? after.slice(after.indexOf('/')) : '';
  if (!isGlob) {
    return { base, start, rest, folder: base.slice(0, -1), isExact: true };
  }
  const segments = base.split('/').slice(0, -1);
  const magic = segments.findIndex((segment) => new Minimatch(segment).hasMagic());
  const plain = magic === -1 ? segments : segments.slice(0, magic);
  return {
    ...{ base, start, rest },
    folder: plain.map((segment) => unescapeGlob(segment)).join('/'),
    isExact: magic === -1,
  };
}

/** Of too many, those that begin as what is typed. */
function nearest(entries: readonly Entry[], { start }: Typed): readonly Entry[] {
  return entries.length > longestList
    ? entries.filter(({ name }) => name.toLowerCase().startsWith(start.toLowerCase()))
    : entries;
}

function isFolder({ kind }: Entry): boolean {
  return kind === 'folder';
}

function pathOf({ folder }: Typed, { name }: Entry): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Lessons never apply to lessons, nor to what the team ignores. */
function isOffered(path: string, { sheet }: ValuePlace, { library }: AuthorContext): boolean {
  return !isInLessonFolder(path) && (sheet === 'config' || !library.ignores(path));
}

function byKind(a: Entry, b: Entry): number {
  return a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind === 'folder' ? -1 : 1;
}

function pathEntry(place: ValuePlace, typed: Typed, entry: Entry, isGlob: boolean): Completion[] {
  const { base, rest } = typed;
  const isOpen = isFolder(entry) && rest === '';
  const name = isGlob ? escapeGlob(entry.name) : entry.name;
  const value = `${base}${name}${isOpen ? '/' : rest}`;
  const path = pathOf(typed, entry);
  const isOdd = isGlob && rest === '' && !/^[\w. @-]+$/.test(entry.name);
  if (isOdd && !compileGlob(value)(isOpen ? `${path}/x` : path)) {
    // No glob can be written for such a name.
    return [];
  }
  const completion = {
    ...valueEntry(place, entry.kind, value),
    label: isOpen ? `${entry.name}/` : entry.name,
  };
  if (place.others.includes(value)) {
    return [];
  }
  return [isOpen ? { ...completion, insert: yamlStart(value, place), goesOn: true } : completion];
}

async function globsFor(
  place: ValuePlace,
  { base, folder, isExact }: Typed,
  entries: readonly Entry[],
  context: AuthorContext,
): Promise<Completion[]> {
  const files = await context.workspace.filesBelow(folder);
  const below = endingsOf(files.filter((path) => isOffered(path, place, context)));
  const here = endingsOf(entries.filter(({ kind }) => kind === 'file').map(({ name }) => name));
  const anywhere = l10n.t('in any folder');
  const glob = (label: string, description: string): Completion[] => {
    const value = base + label;
    return place.others.includes(value) ? [] : [{ ...valueEntry(place, 'glob', value), label, description }];
  };
  if (base === '') {
    // Without a slash, a glob matches the name wherever the file lies.
    return [...glob('**', l10n.t('every file')), ...below.flatMap((end) => glob(`*.${end}`, anywhere))];
  }
  if (!isExact) {
    return below.flatMap((end) => glob(`*.${end}`, anywhere));
  }
  return [
    ...glob('**', l10n.t('everything below')),
    ...here.flatMap((end) => glob(`*.${end}`, l10n.t('in this folder'))),
    ...below.flatMap((end) => glob(`**/*.${end}`, l10n.t('in this folder and below'))),
  ];
}

const mostEndings = 8;

/** The endings of names, the most common first. */
function endingsOf(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const end = /[^/]\.(\w+)$/.exec(path)?.[1];
    if (end !== undefined) {
      counts.set(end, (counts.get(end) ?? 0) + 1);
    }
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.slice(0, mostEndings).map(([end]) => end);
}
