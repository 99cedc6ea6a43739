import type { Scope } from '../lesson/lesson';
import { meansSymbol } from './codeSymbol';
import type { FolderFact } from './folderProblems';
import { hasGrammar, mostNearFiles, namesIn, nearestSymbol } from './nearSymbols';
import type { ScopeReach, Surroundings } from './reach';
import type { Turns } from './turns';

/**
 * What `folderProblems` says of a scope, told from what the scope has. Where more is there than was counted, nothing can be
 * said. `undefined` where nobody wanted the answer any more.
 */
export async function reachFacts(
  { paths, symbols }: Scope,
  { files, symbols: found = [], isCut }: ScopeReach,
  { project, tools }: Pick<Surroundings, 'project' | 'tools'>,
  turns: Turns,
): Promise<readonly FolderFact[] | undefined> {
  if (isCut || files.length === 0) {
    return isCut ? [] : [{ code: 'scope-no-file' }];
  }
  const parsed = files.filter(hasGrammar);
  if (paths === undefined || symbols === undefined || parsed.length === 0) {
    return [];
  }
  const names = new Set(found.map(({ symbol }) => symbol ?? ''));
  const missing = [...new Set(symbols)].filter(
    (wanted) => ![...names].some((name) => meansSymbol(wanted, name)),
  );
  const isNear = missing.length > 0 && parsed.length <= mostNearFiles;
  const near = isNear ? await namesIn(parsed, project, tools.symbols, turns) : [];
  return (await turns.next())
    ? missing.map((symbol) => ({ code: 'symbol-not-found', symbol, nearest: nearestSymbol(symbol, near) }))
    : undefined;
}
