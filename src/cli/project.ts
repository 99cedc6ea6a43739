import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dayOf } from '../core/lesson/calendar';
import { lessonFolder } from '../core/library/files';
import type { Library } from '../core/library/library';
import { LessonStore } from '../core/library/store';
import type { ProjectFiles } from '../core/match/projectFiles';
import { ProjectPaths } from '../core/match/projectPaths';
import type { Tools } from '../core/match/tools';
import { type GitFacts, gitFactsOf } from './git';
import { type Io, UsageError } from './io';
import { lessonFilesIn, unlessMissing } from './nodeFiles';
import { projectFiles, readText } from './projectFiles';
import { ManifestReadings } from './scan/manifestReadings';
import { toolsWith } from './tools';

/** A folder with lessons, opened for one command. */
export interface Project {
  readonly root: string;
  readonly library: Library;
  readonly git: GitFacts | undefined;
  readonly tools: Tools;
  /** Where the tools read manifests. */
  readonly manifests: ManifestReadings;
}

export async function openProject(io: Io, rootOption: string | undefined): Promise<Project> {
  const root = rootOf(io, rootOption);
  await needLessons(root);
  return openFolder(io, root);
}

/** As `openProject`, for a folder that may have no lessons itself. */
export async function openFolder(io: Io, root: string): Promise<Project> {
  const git = gitFactsOf(root);
  // Git is at work while lessons are read; where those cannot be read, that is what is told.
  git.catch(() => undefined);
  const library = await libraryIn(root);
  const manifests = new ManifestReadings(root);
  const tools = toolsWith(io.grammars, manifests);
  return { root, library, git: await git, tools, manifests };
}

/** The lessons of a folder alone. */
export async function openLibrary(
  io: Io,
  rootOption: string | undefined,
): Promise<Pick<Project, 'root' | 'library'>> {
  const root = rootOf(io, rootOption);
  await needLessons(root);
  return { root, library: await libraryIn(root) };
}

/** @throws UsageError where the folder has no lessons */
export async function needLessons(root: string): Promise<void> {
  if (!(await hasLessons(root))) {
    throw new UsageError(
      `There is no ${lessonFolder} folder in ${root}. Choose the folder with --root, or make one with lessons init.`,
    );
  }
}

async function hasLessons(root: string): Promise<boolean> {
  const folder = await unlessMissing(() => stat(join(root, lessonFolder)));
  return folder?.isDirectory() === true;
}

async function libraryIn(root: string): Promise<Library> {
  const store = new LessonStore({
    files: lessonFilesIn(root),
    today: () => dayOf(new Date()),
    // Nothing else runs meanwhile.
    turn: () => Promise.resolve(),
  });
  await store.reload();
  return store.library;
}

export function rootOf({ cwd }: Io, rootOption: string | undefined): string {
  return resolve(cwd, rootOption ?? '.');
}

/** The project's files as `check` sees them. */
export async function codeOf({ root, git }: Project, cwd: string): Promise<ProjectFiles> {
  const paths = new ProjectPaths(await projectFiles(root, git, [], cwd));
  return { paths: async () => paths, read: (path) => readText(root, path) };
}
