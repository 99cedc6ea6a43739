import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dayOf } from '../core/lesson/calendar';
import { lessonFolder } from '../core/library/files';
import type { Library } from '../core/library/library';
import { LessonStore } from '../core/library/store';
import { allLines, type ChangedLines } from '../core/match/changedLines';
import { type Matched, matchSource } from '../core/match/engine';
import { Grammars } from '../core/match/grammars';
import { languageOfPath } from '../core/match/language';
import type { ProjectFiles } from '../core/match/projectFiles';
import { ProjectPaths } from '../core/match/projectPaths';
import { reachingScopes } from '../core/match/reachingScopes';
import { sourceOf } from '../core/match/source';
import { StructureFinder } from '../core/match/structure/structureFinder';
import { SymbolFinder } from '../core/match/symbolFinder';
import type { Tools } from '../core/match/tools';
import { type GitFacts, gitFactsOf } from './git';
import { type Io, UsageError } from './io';
import { lessonFilesIn, unlessMissing } from './nodeFiles';
import { projectFiles, readText } from './projectFiles';

/** A folder with lessons, opened for one command. */
export interface Project {
  readonly root: string;
  readonly library: Library;
  readonly git: GitFacts | undefined;
  readonly tools: Tools;
}

/** The matches of one file, and which of its lines are changed. */
export interface FileMatches extends Matched {
  readonly changed: ChangedLines;
}

export async function openProject(io: Io, rootOption: string | undefined): Promise<Project> {
  const { root, library } = await openLibrary(io, rootOption);
  const grammars = new Grammars(io.grammars);
  const tools: Tools = {
    symbols: new SymbolFinder(io.grammars, { languages: grammars, now: () => performance.now() }),
    structures: new StructureFinder(io.grammars, grammars),
    manifests: { read: (path) => readText(root, path) },
  };
  return { root, library, git: await gitFactsOf(root), tools };
}

/** The lessons of a folder alone. */
export async function openLibrary(
  io: Io,
  rootOption: string | undefined,
): Promise<Pick<Project, 'root' | 'library'>> {
  const root = resolve(io.cwd, rootOption ?? '.');
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

/** The project's files as `check` sees them. */
export async function codeOf({ root, git }: Project, cwd: string): Promise<ProjectFiles> {
  const paths = new ProjectPaths(await projectFiles(root, git, [], cwd));
  return { paths: async () => paths, read: (path) => readText(root, path) };
}

/** Matches one file; a file that no lesson can reach is not even read. `undefined` where it is skipped. */
export async function matchFile(project: Project, path: string): Promise<FileMatches | undefined> {
  const { library, root, git, tools } = project;
  const nothing = { matches: [], shortfalls: [], changed: allLines };
  if (reachingScopes(library, path, languageOfPath(path)).length === 0) {
    return nothing;
  }
  const text = await readText(root, path);
  if (text === undefined) {
    return undefined;
  }
  const source = sourceOf(path, text);
  const changesIn = async () => (await git?.changedLines(path, source.text)) ?? allLines;
  const matched = await matchSource(library, source, tools, changesIn);
  return matched.matches.length === 0
    ? { ...nothing, ...matched }
    : { ...matched, changed: await changesIn() };
}
