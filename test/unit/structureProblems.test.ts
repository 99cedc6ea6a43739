import assert from 'node:assert/strict';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import { ProjectPaths } from '../../src/core/match/projectPaths';
import { StructureFinder } from '../../src/core/match/structure/structureFinder';
import { structureProblems } from '../../src/core/match/structure/structureProblems';
import { problemMessage } from '../../src/core/present/problemWording';
import { libraryOf, parsed } from './lessons';

describe('problems of structures', () => {
  const finder = new StructureFinder(grammarFilesIn('dist'));
  const paths = new ProjectPaths(['src/a.ts', 'src/a.go', 'src/a.sql'], true);
  const check = (keys: string, expected: readonly string[]) =>
    it(keys.replaceAll('\n', ', '), async () => {
      assert.deepEqual(
        parsed(keys)[0]?.problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      const problems = await structureProblems(libraryOf(keys), paths, finder);
      for (const problem of problems) {
        assert.match(problemMessage(problem), /\w/);
      }
      const told = problems.map((problem) => {
        const kind = problem.code === 'structure-invalid' ? problem.fault.kind : '';
        return `${problem.code} ${kind} ${problem.range.start.line}:${problem.range.start.character}`;
      });
      assert.deepEqual(told, expected);
    });

  check('applies_to: {structure: "fetch($URL)", languages: typescript}', []);
  check('applies_to: {structure: "fetch(", languages: typescript}', ['structure-invalid not-code 3:24']);
  check('applies_to: {structure: "f(); g()", languages: [typescript, go]}', [
    'structure-invalid not-code 3:24',
  ]);
  check('applies_to: {structure: "a := f($A)", languages: [typescript, go]}', []);
  check('applies_to: {structure: "f($A)", languages: sql}', ['structure-invalid no-grammar 3:24']);
  check('applies_to: {structure: "a := f($A)", paths: src/*.ts}', ['structure-invalid not-code 3:24']);
  check('applies_to: {structure: "a := f($A)", paths: src/}', []);
  check('applies_to: {structure: "f(", paths: "*.sql"}', []);
  check('status: rejected\napplies_to: {structure: "f(", languages: go}', []);
  const f = 'applies_to: {structure: "f($A)", languages: typescript}\n';
  check(`${f}tests: {match: ["x = f(1);"], no_match: ["f(1, 2)", "// f(1)"]}`, []);
  check(`${f}tests: {match: ["g(1)"]}`, ['test-fails  4:7']);
  check(`${f}tests: {no_match: ["f(1)"]}`, ['test-fails  4:7']);
  const both = 'applies_to: [{structure: "f($A)", languages: typescript}, {pattern: g}]\n';
  check(`${both}tests: {match: ["f(1)", "g"]}`, []);
  check(
    'applies_to: {structure: "f($A)", pattern: "1", languages: typescript}\ntests: {no_match: ["f(2)"]}',
    [],
  );
});
