/** The folder that holds a team's lessons, relative to the root. */
export const lessonFolder = '.lessons';

/** What a team decides for all of its lessons. */
export const configPath = `${lessonFolder}/config.yaml`;

/** How the core reads lesson files; editor and command line each bring their own. */
export interface LessonFiles {
  /** All files below `.lessons`, relative to the root with `/`; empty where there is no such folder. */
  list(): Promise<readonly string[]>;
  /** The file's bytes; `undefined` where it vanished since it was listed. Rejects where it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** True for a path that holds a lesson: any Markdown file below `.lessons` but READMEs and events. */
export function isLessonPath(path: string): boolean {
  const [folder, ...rest] = path.split('/');
  return (
    folder === lessonFolder &&
    rest.length > 0 &&
    path.toLowerCase().endsWith('.md') &&
    rest.at(-1)?.toLowerCase() !== 'readme.md' &&
    rest[0] !== 'events'
  );
}

/** What was told of lessons while they were in use; nobody writes here by hand. */
const eventFolder = `${lessonFolder}/events`;

/** True for a path that holds events. */
export function isEventPath(path: string): boolean {
  return path.startsWith(`${eventFolder}/`) && path.endsWith('.jsonl');
}

/**
 * Where a batch of events is stored: a new file each time, so that branches merge without a conflict.
 * @param id an event id that nothing else has
 * @param day YYYY-MM-DD
 */
export function batchPath(id: string, day: string): string {
  return `${eventFolder}/${day.slice(0, 7)}/${id}.jsonl`;
}

/** True for a lesson of others, which is read here and changed elsewhere. */
export function isInPack(path: string): boolean {
  return packOf(path) !== undefined;
}

/** The name of the pack that a lesson belongs to. */
export function packOf(path: string): string | undefined {
  const [folder, packs, name] = path.split('/');
  return folder === lessonFolder && packs === 'packs' ? name : undefined;
}

/**
 * True for what lies in a lesson folder, the one at the root or that of a package below it: lessons quote the code they
 * warn of, so they never match there.
 */
export function isInLessonFolder(path: string): boolean {
  return path.startsWith(`${lessonFolder}/`) || path.includes(`/${lessonFolder}/`);
}

/** Of a path in a lesson folder, the folder that holds it: `packages/a` for `packages/a/.lessons/x.md`; empty at the root. */
export function holderOf(path: string): string | undefined {
  const parts = path.split('/');
  const at = parts.indexOf(lessonFolder);
  return at === -1 ? undefined : parts.slice(0, at).join('/');
}
