import type { Lesson, Scope } from '../../lesson/lesson';
import type { Severity } from '../../lesson/vocabulary';
import { CompiledLesson } from '../../library/compiledLesson';
import type { Library } from '../../library/library';
import type { ProjectPaths } from '../../match/projectPaths';
import type { Matcher } from '../../match/structure/astGrep';
import { grammarLanguages } from '../../match/structure/scopeLanguages';
import type { StructureFinder } from '../../match/structure/structureFinder';
import type { Turns } from '../../match/turns';

/** A scope that names code, as a check of another tool wants to know it. */
export interface CheckScope {
  readonly scope: Scope;
  /** Those with a grammar that it names, or that the files have which it lets in. */
  readonly languages: readonly string[];
  /** How ast-grep takes the scope's structure, by language. */
  readonly matchers: ReadonlyMap<string, Matcher>;
}

/** What of a lesson goes into a check. Texts are of one line, without control characters. */
export interface CheckSubject {
  readonly id: string;
  /** The name of the lesson's file, in letters that any file system takes. */
  readonly name: string;
  readonly title: string;
  readonly advice: string;
  readonly severity: Severity;
  readonly link?: string;
  /** Those with a pattern or a structure, of which there is at least one. */
  readonly scopes: readonly CheckScope[];
  /** How many scopes there are with those that name a place alone. */
  readonly scopeCount: number;
  readonly examples: { readonly match: readonly string[]; readonly noMatch: readonly string[] };
}

/** What it takes to tell in which languages a lesson's code is written. */
export interface CheckSurroundings {
  readonly library: Pick<Library, 'ignores'>;
  readonly paths: ProjectPaths;
  readonly structures: StructureFinder;
  readonly turns: Turns;
}

/** Whether a lesson names code, so that another tool could look for it. */
export function namesCode({ scopes }: Pick<Lesson, 'scopes'>): boolean {
  return scopes.some(({ scope }) => scope.pattern !== undefined || scope.structure !== undefined);
}

/** Rejects where a grammar cannot be loaded. */
export async function checkSubjectOf(lesson: Lesson, where: CheckSurroundings): Promise<CheckSubject> {
  const compiled = new CompiledLesson(lesson);
  const scopes: CheckScope[] = [];
  for (const one of lesson.scopes) {
    const { scope } = one;
    if (scope.pattern !== undefined || scope.structure !== undefined) {
      const languages = await grammarLanguages(one, compiled, where.library, where.paths, where.turns);
      scopes.push({ scope, languages, matchers: await matchersOf(scope, languages, where.structures) });
    }
  }
  const { tests } = lesson.frontMatter;
  return {
    ...{ id: lesson.id.toLowerCase(), name: nameOf(lesson), severity: lesson.severity },
    ...{ scopes, scopeCount: lesson.scopes.length },
    title: oneLine(lesson.title),
    advice: oneLine(lesson.advice),
    link: lesson.references[0]?.url,
    examples: { match: tests?.match ?? [], noMatch: tests?.no_match ?? [] },
  };
}

async function matchersOf(
  { structure }: Scope,
  languages: readonly string[],
  structures: StructureFinder,
): Promise<ReadonlyMap<string, Matcher>> {
  const found = new Map<string, Matcher>();
  for (const language of structure === undefined ? [] : languages) {
    const matcher = await structures.matcher(structure ?? '', language);
    if (matcher !== undefined) {
      found.set(language, matcher);
    }
  }
  return found;
}

function nameOf({ path, id }: Lesson): string {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const name = base
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? id.toLowerCase() : name;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
