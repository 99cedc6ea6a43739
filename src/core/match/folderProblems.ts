import type { IndexedScope } from '../lesson/lesson';
import { type Problem, type ProblemFact, severityOf } from '../lesson/problem';
import type { CompiledScope } from '../library/compiledLesson';
import type { Library } from '../library/library';
import type { ProjectFiles } from './projectFiles';
import type { ProjectPaths } from './projectPaths';
import { filesOf } from './scopeFiles';
import type { SymbolFinder } from './symbolFinder';
import { SymbolSearch } from './symbolSearch';
import { type Turns, withoutPause } from './turns';

/** What is wrong with a scope in the company of the project's files. */
export type FolderFact = Extract<ProblemFact, { code: 'scope-no-file' | 'symbol-not-found' }>;

export type FolderProblem = FolderFact & Pick<Problem, 'path' | 'range' | 'severity'>;

/**
 * Where lessons of a library hang in the air: scopes that let in no file of the project, and symbols that none of the
 * files has that the scope's own paths name. Nothing where the project's files are too many to be listed, or where nobody
 * wanted the answer any more. Rejects where a file or a grammar cannot be read.
 */
export async function folderProblems(
  library: Pick<Library, 'compiled' | 'ignores'>,
  project: ProjectFiles,
  symbols: SymbolFinder,
  turns: Turns = withoutPause,
): Promise<readonly FolderProblem[]> {
  const paths = await project.paths();
  if (!paths.isWhole) {
    return [];
  }
  const search = new SymbolSearch(project, symbols, turns);
  const problems: FolderProblem[] = [];
  for (const { lesson, scopes } of library.compiled) {
    for (const scope of scopes) {
      const indexed = lesson.scopes.find(({ index }) => index === scope.index);
      if (indexed === undefined || !(await turns.next())) {
        return [];
      }
      const report = (fact: FolderFact) => void problems.push(folderProblem(lesson.path, indexed, fact));
      if (await hasFile(scope, library, paths, turns)) {
        await search.add(scope, library, paths, report);
      } else {
        report({ code: 'scope-no-file' });
      }
    }
  }
  await search.run();
  return (await turns.next()) ? problems : [];
}

/** The problem, at the place in the lesson file where what is wrong is written. */
export function folderProblem(
  path: string,
  { scope, ranges }: IndexedScope,
  fact: FolderFact,
): FolderProblem {
  const symbol = fact.code === 'symbol-not-found' ? (scope.symbols ?? []).indexOf(fact.symbol) : -1;
  const range = ranges.symbols[symbol] ?? ranges.paths ?? ranges.scope;
  return { ...fact, path, range, severity: severityOf(fact) };
}

async function hasFile(
  scope: CompiledScope,
  library: Pick<Library, 'ignores'>,
  paths: ProjectPaths,
  turns: Turns,
): Promise<boolean> {
  const { done } = await filesOf(scope, library, paths, turns).next();
  return done !== true || !(await turns.next());
}
