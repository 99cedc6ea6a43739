import type { IndexedScope, Lesson } from '../../lesson/lesson';
import { compilePattern } from '../../lesson/pattern';
import { type Problem, type ProblemFact, problemAt } from '../../lesson/problem';
import type { Library } from '../../library/library';
import type { ProjectPaths } from '../projectPaths';
import { sourceOf } from '../source';
import { type Turns, withoutPause } from '../turns';
import { grammarLanguages } from './scopeLanguages';
import type { StructureFinder } from './structureFinder';

type Compiled = Library['compiled'][number];

/** Where all else fails. */
const firstPlace = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

interface StructureScope {
  readonly scope: IndexedScope;
  /** Those with a grammar that it names, or that the files have which it lets in. */
  readonly languages: readonly string[];
}

/** What is wrong with a structure, as facts that hold wherever the lesson's keys stand in its file. */
export type StructureFact =
  | (Extract<ProblemFact, { code: 'structure-invalid' }> & {
      /** The scope's index. */ readonly scope: number;
    })
  | Extract<ProblemFact, { code: 'test-fails' }>;

/**
 * What takes a grammar to tell of lessons with structures: whether they are code of the languages they are for, and whether
 * the lessons' own examples are hit. Nothing where nobody wanted the answer any more. Rejects where a grammar cannot be
 * loaded.
 */
export async function structureProblems(
  library: Pick<Library, 'compiled' | 'ignores'>,
  paths: ProjectPaths,
  finder: StructureFinder,
  turns: Turns = withoutPause,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const compiled of library.compiled) {
    const facts = await structureFacts(compiled, library, paths, finder, turns);
    if (facts === undefined) {
      return [];
    }
    problems.push(...facts.map((fact) => structureProblem(compiled.lesson, fact)));
  }
  return problems;
}

/** As `structureProblems`, of one lesson; `undefined` where nobody wanted the answer any more. */
export async function structureFacts(
  compiled: Compiled,
  library: Pick<Library, 'ignores'>,
  paths: ProjectPaths,
  finder: StructureFinder,
  turns: Turns,
): Promise<readonly StructureFact[] | undefined> {
  const { lesson } = compiled;
  const scopes: StructureScope[] = [];
  const facts: StructureFact[] = [];
  for (const scope of lesson.scopes) {
    if (scope.scope.structure !== undefined && compiled.scopes.length > 0) {
      const languages = await grammarLanguages(scope, compiled, library, paths, turns);
      scopes.push({ scope, languages });
      facts.push(...(await faultsOf(scope, languages, finder)));
    }
    if (!(await turns.next())) {
      return undefined;
    }
  }
  const found = facts.length > 0 ? facts : await failingTests(lesson, scopes, finder);
  return (await turns.next()) ? found : undefined;
}

/** The problem, at the place in the lesson file where what is wrong is written. */
export function structureProblem(lesson: Lesson, found: StructureFact): Problem {
  const { path, ranges } = lesson;
  if (found.code === 'test-fails') {
    return problemAt(path, ranges.of('tests') ?? firstPlace, found);
  }
  const { scope: index, ...fact } = found;
  const scope = lesson.scopes.find((one) => one.index === index)?.ranges;
  return problemAt(path, scope?.structure ?? scope?.scope ?? firstPlace, fact);
}

async function faultsOf(
  { index, scope: { structure = '', languages: named } }: IndexedScope,
  languages: readonly string[],
  finder: StructureFinder,
): Promise<StructureFact[]> {
  if (languages.length === 0) {
    // Without languages of its own the scope may be for files that are yet to be written.
    const fault = { kind: 'no-grammar', languages: named ?? [] } as const;
    return named === undefined ? [] : [{ code: 'structure-invalid', scope: index, fault }];
  }
  for (const language of languages) {
    if (await finder.isCode(structure, language)) {
      return [];
    }
  }
  return [{ code: 'structure-invalid', scope: index, fault: { kind: 'not-code', languages } }];
}

async function failingTests(
  lesson: Lesson,
  scopes: readonly StructureScope[],
  finder: StructureFinder,
): Promise<StructureFact[]> {
  const { tests } = lesson.frontMatter;
  if (tests === undefined || scopes.every(({ languages }) => languages.length === 0)) {
    return [];
  }
  const facts: StructureFact[] = [];
  for (const expected of ['match', 'no_match'] as const) {
    for (const example of tests[expected] ?? []) {
      const isHit = isHitByPattern(example, lesson) || (await isHitByStructure(example, scopes, finder));
      if (isHit !== (expected === 'match')) {
        facts.push({ code: 'test-fails', expected });
      }
    }
  }
  return facts;
}

/** By a scope that has no structure; such examples of `no_match` have been told by parsing. */
function isHitByPattern(example: string, { scopes }: Lesson): boolean {
  return scopes.some(({ scope }) => scope.structure === undefined && hasPattern(example, scope) === true);
}

async function isHitByStructure(
  example: string,
  scopes: readonly StructureScope[],
  finder: StructureFinder,
): Promise<boolean> {
  for (const { scope, languages } of scopes) {
    for (const language of languages) {
      const { structure = '' } = scope.scope;
      const result = await finder.hits(sourceOf('', example, language), structure, 1);
      const isFound = result.kind === 'hits' && result.hits.length > 0;
      if (isFound && hasPattern(example, scope.scope) !== false) {
        return true;
      }
    }
  }
  return false;
}

/** `undefined` for a scope without one. */
function hasPattern(
  example: string,
  { pattern, not_pattern, flags }: IndexedScope['scope'],
): boolean | undefined {
  return pattern === undefined
    ? undefined
    : compilePattern(pattern, flags).test(example) &&
        (not_pattern === undefined || !compilePattern(not_pattern, flags).test(example));
}
