import type { ProjectPaths } from './projectPaths';

/** The files of a project that lessons may be about; editor and command line each bring their own. */
export interface ProjectFiles {
  /** All of them; the same object for as long as none comes or goes. */
  paths(): Promise<ProjectPaths>;
  /** A file's text; `undefined` where it is gone, binary, or too large to be anybody's source. */
  read(path: string): Promise<string | undefined>;
}

/** Files are read some at a time: one by one a remote disk is slow, and all at once they fill the memory. */
const batch = 32;

/** The files that can be read, in order, each with its text. */
export async function* textsOf(
  project: ProjectFiles,
  paths: Iterable<string>,
): AsyncGenerator<readonly [path: string, text: string]> {
  const read = async (group: readonly string[]) =>
    Promise.all(group.map(async (path) => [path, await project.read(path)] as const));
  for (const group of groupsOf(paths)) {
    for (const [path, text] of await read(group)) {
      if (text !== undefined) {
        yield [path, text];
      }
    }
  }
}

function* groupsOf(paths: Iterable<string>): Generator<readonly string[]> {
  let group: string[] = [];
  for (const path of paths) {
    group.push(path);
    if (group.length === batch) {
      yield group;
      group = [];
    }
  }
  yield group;
}
