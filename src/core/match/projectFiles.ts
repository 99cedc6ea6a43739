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

/** Files in order, each with its text; while one batch is looked at, the next is read. */
export async function* textsOf(
  project: ProjectFiles,
  paths: Iterable<string>,
): AsyncGenerator<readonly [path: string, text: string | undefined]> {
  const groups = groupsOf(paths);
  const readNext = () => {
    const group = groups.next().value ?? [];
    const reading = Promise.all(group.map(async (path) => [path, await project.read(path)] as const));
    // Whoever stops early does not wait for it, and whoever goes on is told what went wrong.
    reading.catch(() => undefined);
    return reading;
  };
  for (let ahead = readNext(); ; ) {
    const texts = await ahead;
    if (texts.length === 0) {
      return;
    }
    ahead = readNext();
    yield* texts;
  }
}

function* groupsOf(paths: Iterable<string>): Generator<readonly string[], undefined> {
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
