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
  const git = gitFactsOf(rootOf(io, rootOption));
  // Git is at work while lessons are read; where there are none, that is what is told.
  git.catch(() => undefined);
  const { root, library } = await openLibrary(io, rootOption);
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
  const folder = await unlessMissing(() => stat(join(root, lessonFolder)));
  if (!folder?.isDirectory()) {
    throw new UsageError(
      `There is no ${lessonFolder} folder in ${root}. Choose the folder with --root, or make one with lessons init.`,
    );
  }
  const store = new LessonStore({
    files: lessonFilesIn(root),
    today: () => dayOf(new Date()),
    // Nothing else runs meanwhile.
    turn: () => Promise.resolve(),
  });
  await store.reload();
  return { root, library: store.library };
}

function rootOf({ cwd }: Io, rootOption: string | undefined): string {
  return resolve(cwd, rootOption ?? '.');
}

/** The project's files as `check` sees them. */
export async function codeOf({ root, git }: Project, cwd: string): Promise<ProjectFiles> {
  const paths = new ProjectPaths(await projectFiles(root, git, [], cwd));
  return { paths: async () => paths, read: (path) => readText(root, path) };
}
