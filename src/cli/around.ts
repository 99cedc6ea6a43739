import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lessonFolder } from '../core/library/files';
import type { Library } from '../core/library/library';
import { allLines, type ChangedLines } from '../core/match/changedLines';
import { matchSource } from '../core/match/engine';
import type { Match } from '../core/match/match';
import { type Source, sourceOf } from '../core/match/source';
import type { Io } from './io';
import { openFolder, type Project } from './project';

/** A folder around a file whose lessons may apply, and the file as it stands in it. */
export interface Around {
  readonly project: Project;
  readonly source: Source;
}

/** The folders with lessons around a file, the nearest first; never one above the root. */
export async function foldersAround(
  io: Io,
  root: string,
  path: string,
  text: string,
): Promise<readonly Around[]> {
  return Promise.all(
    holdersAround(root, path).map(async (folder) => ({
      project: await openFolder(io, join(root, folder)),
      source: sourceOf(folder === '' ? path : path.slice(folder.length + 1), text),
    })),
  );
}

/** The folders around a path that hold lessons, relative to the root, the nearest first. */
export function holdersAround(root: string, path: string): readonly string[] {
  const parts = path.split('/');
  const folders = parts.map((_, at) => parts.slice(0, at).join('/')).reverse();
  return folders.filter((folder) => existsSync(join(root, folder, lessonFolder)));
}

/** What all of them have in the file; a lesson that a nearer folder has under the same id stands aside. */
export async function matchesAround(
  around: readonly Around[],
  changed: ChangedLines = allLines,
): Promise<readonly Match[]> {
  const libraries: readonly Library[] = around.map(({ project }) => project.library);
  const matched = await Promise.all(
    around.map(async ({ project: { library, tools }, source }) => {
      const { matches } = await matchSource(library, source, tools, async () => changed);
      return matches.filter(({ lesson }) => libraries.find(({ byId }) => byId.has(lesson.id)) === library);
    }),
  );
  return matched.flat();
}

/** The lessons of all of them; of two with one id the nearer. */
export function lessonsAround(around: readonly Around[]): Pick<Library, 'lessons' | 'byId'> {
  const farthestFirst = around.map(({ project }) => project.library).reverse();
  const byId = new Map(farthestFirst.flatMap((library) => [...library.byId]));
  return { byId, lessons: [...byId.values()] };
}
