import { nearestWord } from '../lesson/nearestWord';
import { languageOfPath } from './language';
import { definitionsByLanguage } from './languages/table';
import { type ProjectFiles, textsOf } from './projectFiles';
import { sourceOf } from './source';
import type { SymbolFinder } from './symbolFinder';
import type { Turns } from './turns';

/** Of more files the names are not asked for: a slip is made where the paths name a few. */
export const mostNearFiles = 100;

/** Whether the symbols of a file can be found, judged by its path. */
export function hasGrammar(path: string): boolean {
  return definitionsByLanguage[languageOfPath(path) ?? ''] !== undefined;
}

/** The names of all symbols in some files; none where nobody wants them any more. */
export async function namesIn(
  files: readonly string[],
  project: ProjectFiles,
  symbols: SymbolFinder,
  turns: Turns,
): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const [path, text] of textsOf(project, files)) {
    if (!(await turns.next())) {
      return [];
    }
    const found = text === undefined ? [] : await symbols.symbolsOf(sourceOf(path, text));
    names.push(...found.map(({ name }) => name));
  }
  return names;
}

/** The known name with as many segments that the written one most likely means. */
export function nearestSymbol(symbol: string, names: readonly string[]): string | undefined {
  const segments = symbol.split('.').length;
  const alike = new Set(names.map((name) => name.split('.').slice(-segments).join('.')));
  return nearestWord(symbol, [...alike]);
}
