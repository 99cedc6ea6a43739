import assert from 'node:assert/strict';
import { Parser } from 'acorn';
import esquery from 'esquery';
import type { Node } from 'estree';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { grammarFilesIn } from '../../src/cli/nodeFiles';
import { plannedControl } from '../../src/core/learn/checkSkeleton';
import { limitSentence } from '../../src/core/learn/checks/limits';
import { selectorOf } from '../../src/core/learn/checks/selector';
import type { CheckSkeleton } from '../../src/core/learn/checks/skeleton';
import { Grammars } from '../../src/core/match/grammars';
import { definitionsByLanguage } from '../../src/core/match/languages/table';
import { sourceOf } from '../../src/core/match/source';
import { AstGrep, type SearchedTree } from '../../src/core/match/structure/astGrep';
import { structureLanguage } from '../../src/core/match/structure/structureLanguages';
import { withoutPause } from '../../src/core/match/turns';
import type { Pieces } from '../../src/core/pieces';
import { libraryOf } from './lessons';
import { matchesOf, toolsWith } from './tools';
import { checkOf, checksOf } from './turnedChecks';

const files = grammarFilesIn('dist');
const grammars = new Grammars(files);
const tools = toolsWith();

const fetching = {
  severity: 'high',
  references: 'https://a.example/1',
  applies_to: [{ paths: 'src/', structure: 'fetch($URL)', fix: 'get($URL)' }],
  tests: { match: ['await fetch(url)'], no_match: ['fetch(url, { signal })', 'prefetch(url)'] },
};
describe('the checks that a lesson can be turned into', () => {
  const checkKinds = (scope: object, expected: readonly string[]) =>
    it(`of ${JSON.stringify(scope)}`, async () => {
      const checks = await checksOf({ applies_to: [scope] });
      assert.deepEqual(
        checks.map(({ kind, limits }) =>
          [kind, ...limits.map((limit) => ('keys' in limit ? limit.keys.join(' ') : limit.kind))].join(': '),
        ),
        expected,
      );
    });

  checkKinds({ structure: 'fetch($URL)', languages: 'typescript' }, [
    'eslint',
    'ast-grep',
    'semgrep: equivalents',
  ]);
  checkKinds({ structure: 'fetch($URL)', paths: 'src/*' }, ['eslint', 'ast-grep', 'semgrep: equivalents']);
  checkKinds({ structure: 'get($A, $A)', paths: 'src/*.ts' }, ['ast-grep', 'semgrep: equivalents']);
  checkKinds({ structure: 'get($A)', paths: '*.py', symbols: 'f' }, [
    'ast-grep: symbols',
    'semgrep: symbols: equivalents',
  ]);
  checkKinds({ structure: 'get($A)', paths: '*.zig' }, []);
  checkKinds({ pattern: 'a', paths: '*.sql' }, ['semgrep', 'node-test', 'grep']);
  checkKinds({ pattern: 'a\\s', paths: 'src/*', languages: 'typescript', when: 'add' }, [
    'semgrep: languages when',
    'node-test: languages when',
    'grep: languages when: lines',
  ]);
  checkKinds({ pattern: '(?i)a', paths: '*.sql' }, ['semgrep', 'grep']);
  checkKinds({ pattern: '\\Qa\\E', paths: '*.sql' }, []);
  checkKinds({ pattern: 'a', paths: '+(a|b).sql' }, ['semgrep']);
  checkKinds({ pattern: 'a', structure: 'f($X)', paths: '*.py', not_pattern: 'b' }, [
    'ast-grep: not-in-line',
    'semgrep: equivalents',
  ]);

  it('tell how many scopes they leave out', async () => {
    const { limits } = await checkOf('node-test', {
      applies_to: [{ pattern: 'a' }, { structure: 'f($X)', paths: '*.py' }, { paths: 'x' }],
    });
    assert.deepEqual(limits.map(limitSentence), [
      '2 scopes of the lesson cannot be said this way, so it may find less.',
    ]);
  });

  it('become controls of the lesson once', async () => {
    const [check] = await checksOf(fetching);
    assert.ok(check);
    const value = { kind: 'lint', effect: 'detect', status: 'planned', ref: 'eslint/lessons/0.mjs' };
    assert.deepEqual(plannedControl({}, check), [{ kind: 'append', key: 'controls', value }]);
    assert.deepEqual(plannedControl({ controls: [{ ref: 'eslint/lessons/0.mjs' }] }, check), []);
  });

  it('are text of one line and code of its own language, whatever the lesson holds', async () => {
    const title = 'A title\u2028*/ `id` $(id)\n# and "more"';
    const advice = `exit; ' "); process.exit(); //\u2029<script>\u0007`;
    const hostile = { title, advice, applies_to: [{ pattern: '\';a`$(id)"/\\\\', paths: "*';`id`" }] };
    for (const { kind, files: written } of await checksOf(hostile)) {
      const [{ text }] = written;
      const lines = text.split(/[\n\u2028\u2029]/);
      assert.equal(
        lines.some((line) => /^\W*and "more"|^<script>/.test(line)),
        false,
        kind,
      );
      assert.equal(text.includes('\u0007'), false, kind);
    }
  });
});

describe('an ast-grep rule', () => {
  /** Runs a rule of the file on the examples, as ast-grep does. */
  const hits = async (check: CheckSkeleton, language: string, example: string) => {
    const grammar = definitionsByLanguage[language]?.grammar ?? '';
    const engine = await AstGrep.load(() => files.readStructures());
    await engine.prepare(grammar, await grammars.language(grammar), structureLanguage(grammar).sigil);
    const rules = parseAllDocuments(check.files[0].text).map((one) => one.toJS() as { rule: object });
    const search = function* ({ root, keep }: SearchedTree): Pieces<boolean> {
      yield;
      return rules.some(({ rule }) => keep(root.findAll({ rule })).length > 0);
    };
    return engine.inTree(grammar, example, search, withoutPause);
  };
  const check = (keys: object, language: string, found: readonly string[], others: readonly string[]) =>
    it(`${JSON.stringify((keys as { applies_to: unknown }).applies_to)}`, async () => {
      const skeleton = await checkOf('ast-grep', keys);
      for (const example of [...found, ...others]) {
        assert.equal(await hits(skeleton, language, example), found.includes(example), example);
      }
    });

  check(fetching, 'typescript', fetching.tests.match, fetching.tests.no_match);
  check(
    { applies_to: [{ structure: 'http.Get($A)', paths: '*.go' }] },
    'go',
    ['package a\nfunc f() { http.Get(x) }'],
    ['package a'],
  );
  check(
    {
      applies_to: [
        { structure: 'f($$$A)', pattern: 'debug', not_pattern: 'no', flags: 'i', languages: 'python' },
      ],
    },
    'python',
    ['f(DEBUG)'],
    ['f(1)', 'f(debug, no)'],
  );

  it('has all that the lesson says, in each language, with a test', async () => {
    const {
      files: [rules, test],
    } = await checkOf('ast-grep', fetching);
    assert.equal(test, undefined);
    assert.deepEqual(
      parseAllDocuments(rules.text).map((one) => one.toJS()),
      ['TypeScript', 'Tsx'].map((language, at) => ({
        id: at === 0 ? 'lsn-00000001' : 'lsn-00000001-2',
        ...{ language, severity: 'error', message: 'Do it otherwise: "so"', note: 'Lesson number 0' },
        ...{
          url: 'https://a.example/1',
          files: ['src/**'],
          rule: { pattern: 'fetch($URL)' },
          fix: 'get($URL)',
        },
      })),
    );
    assert.match(rules.text, /^# Lesson number 0 \(LSN-00000001\)\n# https:\/\/a.example\/1\nid: /);
    const single = await checkOf('ast-grep', {
      ...fetching,
      applies_to: [{ languages: 'typescript', structure: 'fetch($URL)' }],
    });
    assert.deepEqual(parse(single.files[1]?.text ?? ''), {
      id: 'lsn-00000001',
      ...{ valid: fetching.tests.no_match, invalid: fetching.tests.match },
    });
  });
});

describe('a Semgrep rule', () => {
  const check = (scope: object, expected: object) =>
    it(JSON.stringify(scope), async () => {
      const {
        files: [{ text }],
      } = await checkOf('semgrep', { severity: 'low', applies_to: [scope] });
      const usual = { id: 'lsn-00000001', severity: 'INFO', message: 'Do it otherwise: "so"' };
      const metadata = { lesson: 'LSN-00000001', title: 'Lesson number 0' };
      assert.deepEqual(parse(text), { rules: [{ ...usual, metadata, ...expected }] });
    });

  check(
    { structure: 'f($X, $$$A)', fix: 'g($X)', languages: 'python' },
    {
      ...{ languages: ['python'], paths: { include: ['**/*.py', '**/*.pyi', '**/*.pyw'] } },
      ...{ pattern: 'f($X, ...)', fix: 'g($X)' },
    },
  );
  check(
    { structure: 'f($$$A, g($$$A))', fix: '$$$A', paths: ['lib/{b,c}.py'], exclude: 'gen/' },
    {
      ...{ languages: ['python'], paths: { include: ['lib/b.py', 'lib/c.py'], exclude: ['gen/**'] } },
      pattern: 'f($...A, g($...A))',
    },
  );
  check(
    { pattern: 'a\\/{', not_pattern: 'b|c', flags: 'i' },
    {
      languages: ['regex'],
      patterns: [{ 'pattern-regex': '(?i)a/\\{' }, { 'pattern-not-regex': '(?i)^[^\\n]*(?:b|c)[^\\n]*$' }],
    },
  );
});

describe('an ESLint selector', () => {
  const found = (selector: string, code: string) => {
    const tree = Parser.parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as Node;
    return esquery(tree, selector).map(({ start, end }: Node & { start?: number; end?: number }) =>
      code.slice(start, end).replace(/;$/, ''),
    );
  };
  const check = (structure: string, code: string, expected: readonly string[]) =>
    it(`${structure} in ${code}`, async () => {
      const selector = selectorOf(structure);
      assert.deepEqual(found(selector ?? '', code), expected);
      // What the structure itself finds.
      const library = libraryOf(stringify({ applies_to: [{ structure, paths: 'a.js' }] }));
      const source = sourceOf('a.js', code);
      const matches = await matchesOf(library, source, tools);
      assert.deepEqual(
        matches
          .map(
            ({ range }) =>
              range &&
              code
                .slice(source.text.offsetAt(range.start), source.text.offsetAt(range.end))
                .replace(/;$/, ''),
          )
          .sort(),
        [...expected].sort(),
      );
    });

  check('fetch($URL)', 'fetch(a); fetch(a, b); x.fetch(a); fetch(); f(fetch(1))', ['fetch(a)', 'fetch(1)']);
  check('fetch($$$)', 'fetch(a); fetch(); get()', ['fetch(a)', 'fetch()']);
  check('fetch($URL, $$$REST)', 'fetch(); fetch(a); fetch(a, b); fetch(a, b, c)', [
    'fetch(a, b)',
    'fetch(a, b, c)',
  ]);
  check('$O.get($K)', 'a.get(1); a.b.get(2); get(3); a[get](4); a.get(5, 6)', ['a.get(1)', 'a.b.get(2)']);
  check('a.b.get()', 'a.b.get(); c.b.get(); a.get(); a.b.get(1)', ['a.b.get()']);
  check('$A().then($B)', 'a().then(b); a.then(b)', ['a().then(b)']);
  check('new Date()', 'new Date(); new Date(1); Date()', ['new Date()']);
  check('new a.B($X)', 'new a.B(1); new B(1)', ['new a.B(1)']);
  check('f("a", 1, true)', 'f("a", 1, true); f("a", 1, false); f(a, 1, true)', ['f("a", 1, true)']);
  check('$X.innerHTML = $Y', 'a.innerHTML = b; a.innerHTML += b; a.b = c', ['a.innerHTML = b']);
  check('$A == null', 'a == null; a === null; a == b; null == a', ['a == null']);
  check('process.env', 'process.env; a.process.env; process["env"]', ['process.env']);
  check(
    'import $A from "fs"',
    'import a from "fs"; import b from "os"; import * as c from "fs"; import {d} from "fs"; import "fs"',
    ['import a from "fs"', 'import * as c from "fs"', 'import {d} from "fs"'],
  );
  check(
    'import * as $A from "fs"',
    'import a from "fs"; import * as c from "fs"; import d, * as e from "fs"',
    ['import * as c from "fs"'],
  );
  check('import "fs"', 'import "fs"; import a from "fs"', ['import "fs"']);
  check('import { $$$ } from "fs"', 'import {a, b} from "fs"; import c from "fs"; import d, {e} from "fs"', [
    'import {a, b} from "fs"',
  ]);
  check('eval', 'eval; a.eval; a = {eval: 1}; eval(b); a[eval]', ['eval', 'eval', 'eval']);

  const checkNone = (structure: string) =>
    it(`is not there for ${structure}`, () => assert.equal(selectorOf(structure), undefined));

  for (const structure of [
    ...[
      'f($A, $A)',
      'f($$$A, 1)',
      'if ($A) { $$$ }',
      'await $A',
      '$A',
      '"a"',
      'f(() => $A)',
      'f(a',
      'f(a b)',
      'class A {}',
    ],
    ...[
      'f($A) + 1',
      'new Date',
      'return',
      'f`a`',
      'f?.(a)',
      'a?.b',
      'import {a} from "fs"',
      'f("a\\n")',
      'this.a',
      '',
      'f(,)',
    ],
  ]) {
    checkNone(structure);
  }

  it('is one of several in an entry, where the files are the same', async () => {
    const scopes = ['f($A)', 'g($A)'].map((structure) => ({ structure, languages: 'javascript' }));
    const {
      files: [{ text }],
    } = await checkOf('eslint', { applies_to: scopes });
    assert.deepEqual([text.match(/"files"/g)?.length, text.match(/"selector"/g)?.length], [1, 2]);
  });

  it('stands in a configuration that can be spread', async () => {
    const {
      files: [{ text }],
    } = await checkOf('eslint', fetching);
    const { default: entries } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
    const selector = 'CallExpression[callee.type="Identifier"][callee.name="fetch"][arguments.length=1]';
    assert.deepEqual(entries, [
      {
        files: ['src/**'],
        rules: { 'no-restricted-syntax': ['error', { selector, message: 'Do it otherwise: "so"' }] },
      },
    ]);
  });
});
