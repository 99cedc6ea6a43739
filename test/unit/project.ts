import type { ProjectFiles } from '../../src/core/match/projectFiles';
import { ProjectPaths } from '../../src/core/match/projectPaths';

/** A project that lies in memory, and what was read of it. */
export interface MemoryProject extends ProjectFiles {
  readonly read: (path: string) => Promise<string | undefined>;
  readonly wasRead: readonly string[];
}

/** @param files texts by path; `undefined` for a file that cannot be read as text */
export function projectOf(
  files: Readonly<Record<string, string | undefined>>,
  isWhole = true,
): MemoryProject {
  const wasRead: string[] = [];
  const known = new ProjectPaths(Object.keys(files), isWhole);
  return {
    wasRead,
    paths: async () => known,
    async read(path) {
      wasRead.push(path);
      return files[path];
    },
  };
}
