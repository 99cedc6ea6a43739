import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildLibrary, type Library } from '../../src/core/library/library';
import { meansSymbol } from '../../src/core/match/codeSymbol';
import { type FolderFact, type FolderProblem, folderProblems } from '../../src/core/match/folderProblems';
import { orphansAmong } from '../../src/core/match/orphans';
import { reachOf } from '../../src/core/match/reach';
import { reachFacts } from '../../src/core/match/reachFacts';
import { takesPart } from '../../src/core/match/scopeFiles';
import { sourceOf } from '../../src/core/match/source';
import { withoutPause } from '../../src/core/match/turns';
import { problemMessage } from '../../src/core/present/problemWording';
import { libraryOf, parsed } from './lessons';
import { projectOf } from './project';
import { runs } from './runs';
import { toolsWith } from './tools';

describe('problems of lessons in a folder', () => {
  const tools = toolsWith();
  const { symbols } = tools;
  const files: Readonly<Record<string, string | undefined>> = {
    'src/pay.ts': 'class Invoice { charge() {} #secret() {} }\nexport function tax() { return refund(); }\n',
    'src/huge.ts': undefined,
    'src/pay.lua': 'fn charge() {}\n',
    'tools/a.py': 'class Invoice:\n  def pay(self): pass\n',
    'docs/charges.md': '# charges\n',
    '.lessons/a.md': '',
  };
  const problemsIn = async (library: Library, project = projectOf(files)) =>
    (await folderProblems(library, project, symbols)).map((problem) => {
      const nearest = problem.code === 'symbol-not-found' ? (problem.nearest ?? '') : '';
      const { line, character } = problem.range.start;
      return `${problem.code} ${line}:${character} ${nearest}`.trim();
    });
  const check = (keys: string, expected: readonly string[]) =>
    it(keys.replaceAll('\n', ', '), async () =>
      assert.deepEqual(await problemsIn(libraryOf(keys)), expected),
    );

  const checkOrphaned = (keys: string, expected: boolean) =>
    it(`${keys.replaceAll('\n', ', ')}: ${expected ? 'orphaned' : 'alive'}`, async () => {
      const library = libraryOf(keys);
      const problems = await folderProblems(library, projectOf(files), symbols);
      assert.equal(orphansAmong(library.lessons, problems).size === 1, expected);
    });
  const symbol = (name: string) => `{paths: src/*.ts, symbols: ${name}}`;

  checkOrphaned('severity: high', false);
  checkOrphaned(`applies_to: ${symbol('Invoice.charge')}`, false);
  checkOrphaned(`applies_to: ${symbol('Invoice.gone')}`, true);
  checkOrphaned(`applies_to: ${symbol('[Invoice.gone, tax]')}`, false);
  checkOrphaned(`applies_to: ${symbol('[Invoice.gone, lost]')}`, true);
  checkOrphaned('applies_to: {paths: gone/}', true);
  checkOrphaned('applies_to: {paths: gone/, pattern: a}', true);
  checkOrphaned('applies_to: {paths: src/, pattern: hits nothing}', false);
  checkOrphaned(`applies_to: [{paths: gone/}, ${symbol('tax')}]`, false);
  checkOrphaned(`applies_to: [{paths: gone/}, ${symbol('lost')}]`, true);
  checkOrphaned('status: deprecated\napplies_to: {paths: gone/}', false);

  check('applies_to: {paths: src/*.ts}', []);
  check('applies_to: {paths: srx/*.ts}', ['scope-no-file 3:20']);
  check('applies_to:\n  - pattern: a\n    paths: srx/*.ts', ['scope-no-file 5:11']);
  check('applies_to:\n  - paths: src/*\n  - paths: srx/*', ['scope-no-file 5:11']);
  check('applies_to: {paths: [srx/*, src/*]}', []);
  check('applies_to: {paths: .lessons/a.md}', ['scope-no-file 3:20']);
  check('applies_to: {paths: src/*.ts, exclude: src/}', ['scope-no-file 3:20']);
  check('applies_to: {paths: src/*.ts, languages: go}', ['scope-no-file 3:20']);
  check('applies_to: {languages: go}', ['scope-no-file 3:12']);
  check('applies_to: {languages: [go, python]}', []);
  check('applies_to: {pattern: nowhere}', []);
  check('status: rejected\napplies_to: {paths: srx/*.ts}', []);
  check('withdrawn: 2026-01-01\napplies_to: {paths: srx/*.ts}', []);
  check('applies_to: {paths: "a/["}', []);
  check('applies_to: {paths: src/*, symbols: charge}', []);
  check('applies_to: {paths: src/*, symbols: [Invoice.charge, "*.ch*ge", "#secret", "#*", "*"]}', []);
  check('applies_to: {paths: src/*, symbols: [tax, Invoice.chrage]}', [
    'symbol-not-found 3:42 Invoice.charge',
  ]);
  check('applies_to: {paths: src/*, symbols: [txa, zzz]}', [
    ...['symbol-not-found 3:37 tax', 'symbol-not-found 3:42'],
  ]);
  check('applies_to: {paths: src/*, symbols: refund}', ['symbol-not-found 3:36']);
  check('applies_to: {paths: src/*, symbols: "*pay"}', ['symbol-not-found 3:36']);
  check('applies_to: {paths: src/*, symbols: refund, pattern: a}', ['symbol-not-found 3:36']);
  check('applies_to: {paths: tools/, symbols: Invoice.charge}', ['symbol-not-found 3:37 Invoice.pay']);
  check('applies_to: {symbols: nowhere}', []);
  check('applies_to: {languages: python, symbols: nowhere}', []);
  check('applies_to: {paths: "*.lua", symbols: nowhere}', []);
  check('applies_to: {paths: srx/*, symbols: nowhere}', ['scope-no-file 3:20']);

  it('are said of ignored files as of files that are not there', async () => {
    const [lesson] = parsed('applies_to: {paths: src/*.ts}');
    assert.ok(lesson);
    const { policy } = libraryOf();
    const library = buildLibrary([lesson], { policy: { ...policy, ignore: ['*.ts'] }, policyProblems: [] });
    assert.deepEqual(await problemsIn(library), ['scope-no-file 3:20']);
  });

  it('are not said where not all files are known', async () =>
    assert.deepEqual(
      await problemsIn(libraryOf('applies_to: {paths: srx/*.ts}'), projectOf(files, false)),
      [],
    ));

  it('are not said where nobody wants to know any more', async () => {
    const library = libraryOf('applies_to: {paths: srx/*.ts}');
    const turns = { next: async () => false };
    assert.deepEqual(await folderProblems(library, projectOf(files), symbols, turns), []);
  });

  it('cost no more than reading each file once that can have the symbols', async () => {
    const scopes = ['charge', 'tax', 'nowhere', 'Invoice.nothing'].map(
      (symbol) => `{paths: src/**, symbols: ${symbol}}`,
    );
    const project = projectOf({ ...files, 'src/other.ts': 'export const a = 1;' });
    const library = libraryOf(`applies_to: [{paths: docs/*, symbols: a}, ${scopes.join(', ')}]`);
    assert.equal((await problemsIn(library, project)).length, 2);
    // Once for the symbols, and once more for names that are near.
    assert.deepEqual([...new Set(project.wasRead)].sort(), ['src/huge.ts', 'src/other.ts', 'src/pay.ts']);
    assert.equal(project.wasRead.length, 6);
  });

  it('have a sentence that names the symbol that is near', async () => {
    const library = libraryOf('applies_to: {paths: src/*, symbols: txa}');
    const [problem] = await folderProblems(library, projectOf(files), symbols);
    assert.ok(problem);
    assert.equal(
      problemMessage(problem),
      'No file that these paths name has a symbol "txa". Did you mean "tax"?',
    );
  });

  it('are those that asking every file for every scope finds', async () => {
    const name = fc.constantFrom('a', 'b', 'c', 'f');
    const path = fc
      .tuple(fc.array(name, { maxLength: 2 }), name, fc.constantFrom('py', 'md', 'go'))
      .map(([folders, base, ending]) => [...folders, `${base}.${ending}`].join('/'));
    const code = fc.constantFrom('', 'def a(): pass\n', 'class b:\n  def c(self): pass\n', 'x = 1; a(c)\n');
    const piece = fc.constantFrom('a', 'b', '*', '**', '{a,b}', 'a.py', '*.py', '*.{py,go}', 'f.md');
    const glob = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('/'));
    const symbol = fc.constantFrom('a', 'c', 'b.c', 'a.c', '*', 'b.*', 'x', 'd');
    const scope = fc.record(
      {
        paths: fc.array(glob, { minLength: 1, maxLength: 2 }),
        exclude: fc.array(glob, { maxLength: 1 }),
        symbols: fc.uniqueArray(symbol, { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: ['paths'] },
    );
    const project = fc.dictionary(path, code, { maxKeys: 12 });
    await fc.assert(
      fc.asyncProperty(project, fc.array(scope, { maxLength: 5 }), async (texts, scopes) => {
        const library = libraryOf(`applies_to: ${JSON.stringify(scopes)}`);
        const problems = await folderProblems(library, projectOf(texts), symbols);
        const found = problems.map(
          (problem) =>
            `${problem.range.start.character} ${problem.code === 'symbol-not-found' ? problem.symbol : ''}`,
        );
        assert.deepEqual(found.sort(), (await oneByOne(library, texts)).sort());
        assert.deepEqual(problems.map(factOf).sort(byText), (await toldByReach(library, texts)).sort(byText));
      }),
      { numRuns: runs(100) },
    );
  });

  const factOf = ({ path, range, severity, ...fact }: FolderProblem): FolderFact => fact;
  const byText = (a: FolderFact, b: FolderFact) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

  async function toldByReach(
    library: Library,
    texts: Readonly<Record<string, string>>,
  ): Promise<FolderFact[]> {
    const where = { project: projectOf(texts), tools, policy: library.policy };
    const facts = library.lessons.flatMap((lesson) =>
      lesson.scopes.map(async (scope) => {
        const reach = await reachOf(lesson, scope, where, withoutPause);
        return reach && reachFacts(scope.scope, reach, where, withoutPause);
      }),
    );
    return (await Promise.all(facts)).flatMap((some) => some ?? []);
  }

  async function oneByOne(library: Library, texts: Readonly<Record<string, string>>): Promise<string[]> {
    const found: string[] = [];
    for (const scope of library.compiled.flatMap(({ scopes }) => scopes)) {
      const ranges = library.lessons[0]?.scopes.find(({ index }) => index === scope.index)?.ranges;
      assert.ok(ranges?.paths);
      const files = Object.keys(texts).filter((path) => takesPart(scope, library, path));
      const sources = files
        .filter((path) => !path.endsWith('.md'))
        .map((path) => sourceOf(path, texts[path] ?? ''));
      const names = (await Promise.all(sources.map((source) => symbols.symbolsOf(source)))).flat();
      if (files.length === 0) {
        found.push(`${ranges.paths.start.character} `);
      }
      for (const [at, symbol] of (scope.scope.symbols ?? []).entries()) {
        if (sources.length > 0 && !names.some(({ name }) => meansSymbol(symbol, name))) {
          found.push(`${ranges.symbols[at]?.start.character} ${symbol}`);
        }
      }
    }
    return found;
  }
});
