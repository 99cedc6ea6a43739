import type { IndexedScope } from '../../lesson/lesson';
import type { Library } from '../../library/library';
import { languageOfPath } from '../language';
import { definitionsByLanguage } from '../languages/table';
import type { ProjectPaths } from '../projectPaths';
import { filesOf } from '../scopeFiles';
import type { Turns } from '../turns';

type Compiled = Library['compiled'][number];

/** The languages with a grammar that a scope names, or else that the files have which it lets in. */
export async function grammarLanguages(
  { index, scope: { languages } }: IndexedScope,
  { scopes }: Pick<Compiled, 'scopes'>,
  library: Pick<Library, 'ignores'>,
  paths: ProjectPaths,
  turns: Turns,
): Promise<string[]> {
  const found = new Set(languages);
  const compiled = scopes.find((one) => one.index === index);
  if (languages === undefined && compiled !== undefined) {
    for await (const path of filesOf(compiled, library, paths, turns)) {
      found.add(languageOfPath(path) ?? 'plaintext');
    }
  }
  return [...found].filter((language) => definitionsByLanguage[language] !== undefined).sort();
}
