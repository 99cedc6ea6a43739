import type { CompiledScope } from '../library/compiledLesson';
import type { Library } from '../library/library';
import { languageOfPath } from './language';
import type { ProjectPaths } from './projectPaths';
import { letsIn } from './reachingScopes';
import type { Turns } from './turns';

/** Telling of this many paths whether a scope lets them in takes about a millisecond. */
const pathsAtOnce = 500;

/** The files that a scope lets in, each once, in no order. Ends early where nobody wants them any more. */
export async function* filesOf(
  scope: CompiledScope,
  library: Pick<Library, 'ignores'>,
  paths: ProjectPaths,
  turns: Turns,
): AsyncGenerator<string> {
  const seen = new Set<string>();
  let tried = 0;
  for (const path of paths.candidates(scope.scope.paths)) {
    tried++;
    if (tried % pathsAtOnce === 0 && !(await turns.next())) {
      return;
    }
    if (!seen.has(path) && takesPart(scope, library, path)) {
      seen.add(path);
      yield path;
    }
  }
}

/** Whether a file can matter to a scope, judged by its path alone. */
export function takesPart(scope: CompiledScope, library: Pick<Library, 'ignores'>, path: string): boolean {
  const language = languageOfPath(path) ?? 'plaintext';
  return letsIn(scope, { path, language }) !== undefined && !library.ignores(path);
}
