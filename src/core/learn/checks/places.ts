import { alternativesOf, meansBaseName } from '../../lesson/glob';
import type { Scope } from '../../lesson/lesson';
import { endingsOf, languageOfPath } from '../../match/language';

/** Files as other tools ask for them: globs from the folder that holds `.lessons`. */
export interface Places {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Where a scope's paths, or else its languages, let files in; `include` is empty where both let in all. */
export function placesOf({ paths, languages = [], exclude = [] }: Scope): Places {
  const endings = languages.flatMap(endingsOf).map((ending) => `*.${ending}`);
  return {
    include: (paths ?? endings).flatMap(rooted),
    exclude: exclude.flatMap(rooted),
  };
}

/** Whether a scope lets in fewer files than its places, as its paths do not tell the language that it asks for. */
export function asksForLanguage({ paths, languages }: Scope): boolean {
  return (
    paths !== undefined &&
    languages !== undefined &&
    !paths.flatMap(alternativesOf).every((path) => languages.includes(languageOfPath(path) ?? ''))
  );
}

/** Whether all of the globs are plain enough for git and for any tool. */
export function arePlain({ include, exclude }: Places): boolean {
  return [...include, ...exclude].every((glob) => !/[!+@?*]\(|[{}]/.test(glob));
}

/** Without braces, and with what our own globs leave out: any folder before a base name, everything below a folder. */
function rooted(glob: string): readonly string[] {
  return alternativesOf(glob).map((one) => {
    const from = meansBaseName(one) ? `**/${one}` : one.replace(/^\.?\//, '');
    return from.endsWith('/') ? `${from}**` : from;
  });
}

/**
 * For git: https://git-scm.com/docs/gitglossary#Documentation/gitglossary.txt-pathspec
 * @param own the file that asks
 */
export function pathspecs(scope: Scope, own?: string): readonly string[] {
  const { include, exclude } = placesOf(scope);
  const all = include.length === 0 ? ['**'] : include;
  // Lessons quote the code they warn of.
  return [
    ...all.map((glob) => `:(glob)${glob}`),
    ...[...exclude, '**/.lessons/**', ...(own === undefined ? [] : [own])].map(
      (glob) => `:(exclude,glob)${glob}`,
    ),
  ];
}
