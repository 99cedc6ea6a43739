import assert from 'node:assert/strict';
import { changedLines } from '../../src/core/match/changedLines';
import { haveSamePlaces } from '../../src/core/match/match';
import { reachingScopes } from '../../src/core/match/reachingScopes';
import { sourceOf } from '../../src/core/match/source';
import { SourceText } from '../../src/core/text';
import { libraryOf } from './lessons';
import { matchesOf, toolsWith } from './tools';

describe('matching', () => {
  const tools = toolsWith();
  const code =
    'class Invoice {\r\n  charge() { pay(1); }\r\n  refund() { pay(2); } // pay(3) is fine\r\n}\r\n';

  /** Matches as `lesson class line:character why`. */
  const found = async (path: string, text: string, keys: readonly string[]) => {
    const matches = await matchesOf(libraryOf(...keys), sourceOf(path, text), tools);
    return matches.map(({ lesson, class: kind, range, why }) => {
      const place = range === undefined ? 'file' : `${range.start.line}:${range.start.character}`;
      const holes = why.captures?.map(({ name, text: stood }) => `${name}=${stood}`) ?? [];
      const keys = [why.path, why.symbol, why.pattern, why.structure].filter((key) => key !== undefined);
      const reasons = [...keys, ...holes];
      return [lesson.id.at(-1), kind, place, ...reasons].join(' ');
    });
  };
  const check = (what: string, keys: string | readonly string[], expected: readonly string[]) =>
    it(what, async () => assert.deepEqual(await found('src/pay.ts', code, [keys].flat()), expected));

  check('a path', 'applies_to: {paths: "src/**"}', ['1 broad file src/**']);
  check('another path', 'applies_to: {paths: "lib/**"}', []);
  check('an excluded path', 'applies_to: {paths: "src/**", exclude: "*.ts"}', []);
  check('a language', 'applies_to: {languages: typescript}', ['1 broad file']);
  check('another language', 'applies_to: {languages: [go, python]}', []);
  check('a symbol', 'applies_to: {symbols: charge}', ['1 named 1:2 Invoice.charge']);
  check('symbols by star', 'applies_to: {symbols: Invoice.*}', [
    '1 named 1:2 Invoice.charge',
    '1 named 2:2 Invoice.refund',
  ]);
  check('no such symbol', 'applies_to: {paths: "src/**", symbols: pay}', []);
  check('a pattern', 'applies_to: {pattern: "pay\\\\(\\\\d"}', [
    ...['1 sharp 1:13 pay\\(\\d', '1 sharp 2:13 pay\\(\\d', '1 sharp 2:26 pay\\(\\d'],
  ]);
  check('a pattern at the end of a CRLF line', 'applies_to: {pattern: "fine$"}', ['1 sharp 2:36 fine$']);
  check('a pattern within a symbol', 'applies_to: {symbols: refund, pattern: "pay\\\\(\\\\d"}', [
    '1 sharp 2:13 Invoice.refund pay\\(\\d',
  ]);
  check('a pattern but not on such lines', 'applies_to: {pattern: "pay\\\\(", not_pattern: fine}', [
    '1 sharp 1:13 pay\\(',
  ]);
  check('a structure', 'applies_to: {structure: "pay($SUM)"}', [
    ...['1 sharp 1:13 pay($SUM) SUM=1', '1 sharp 2:13 pay($SUM) SUM=2'],
  ]);
  check('a structure within a symbol', 'applies_to: {structure: "pay($SUM)", symbols: refund}', [
    '1 sharp 2:13 Invoice.refund pay($SUM) SUM=2',
  ]);
  check('a structure but not on such lines', 'applies_to: {structure: "pay($SUM)", not_pattern: fine}', [
    '1 sharp 1:13 pay($SUM) SUM=1',
  ]);
  check('a pattern within a structure', 'applies_to: {structure: "pay($SUM)", pattern: "[12]"}', [
    '1 sharp 1:17 [12] pay($SUM) SUM=1',
    '1 sharp 2:17 [12] pay($SUM) SUM=2',
  ]);
  check('no such structure', 'applies_to: {structure: "pay($A, $B)"}', []);
  check('all keys must hold', 'applies_to: {paths: "lib/**", pattern: pay}', []);
  check('any scope will do', 'applies_to: [{paths: "lib/**"}, {symbols: charge}]', [
    '1 named 1:2 Invoice.charge',
  ]);
  check(
    'the sharper match of a lesson silences its broad one',
    'applies_to: [{paths: "src/**"}, {symbols: charge}]',
    ['1 named 1:2 Invoice.charge'],
  );
  check('the same place is told once', 'applies_to: [{pattern: refund}, {symbols: refund}]', [
    '1 sharp 2:2 refund',
  ]);
  check('an empty scope', 'applies_to: [{}]', []);
  check(
    'several lessons, by place',
    ['applies_to: {pattern: refund}', 'applies_to: {pattern: charge}'],
    ['2 sharp 1:2 charge', '1 sharp 2:2 refund'],
  );
  for (const status of ['rejected', 'deprecated', 'superseded']) {
    check(`a ${status} lesson`, `status: ${status}\napplies_to: {pattern: pay}`, []);
  }
  check('a withdrawn lesson', 'withdrawn: 2026-01-01\napplies_to: {pattern: pay}', []);

  const manifest = { 'package.json': '{"dependencies": {"pay-api": "^4.2.0"}}' };
  const checkPackage = (scope: string, path: string, text: string, expected: readonly string[]) =>
    it(`packages ${scope} in ${path}`, async () => {
      const library = libraryOf(`applies_to: {packages: ${scope}}`);
      const matches = await matchesOf(library, sourceOf(path, text), toolsWith(manifest));
      assert.deepEqual(
        matches.map(({ class: kind, why: { package: found } }) =>
          [kind, found?.name, found?.declared ?? '?', found?.at.start.line].join(' '),
        ),
        expected,
      );
    });
  const imports = "import { open } from 'fs';\nimport { pay } from 'pay-api/v2';\n";
  checkPackage('pay-api', 'src/pay.ts', imports, ['broad pay-api ^4.2.0 1']);
  checkPackage('{name: pay-api, ecosystem: npm, range: "<5"}', 'src/pay.ts', imports, [
    'broad pay-api ^4.2.0 1',
  ]);
  checkPackage('{name: pay-api, ecosystem: npm, range: "<4"}', 'src/pay.ts', imports, []);
  checkPackage('{name: pay-api, ecosystem: PyPI}', 'src/pay.ts', imports, []);
  checkPackage('other', 'src/pay.ts', imports, []);
  checkPackage('pay-api', 'package.json', manifest['package.json'], ['broad pay-api ^4.2.0 0']);
  checkPackage('pay-api', 'web/package.json', '{"dependencies": {}}', []);

  check('packages and all other keys', 'applies_to: {packages: none, pattern: pay}', []);

  const checkWhen = (when: string, committed: string, expected: readonly string[]) =>
    it(`when ${when}, and ${JSON.stringify(committed)} was committed`, async () => {
      const library = libraryOf(`applies_to: {pattern: "pay\\\\(2", when: ${when}}`);
      const source = sourceOf('src/pay.ts', code);
      const changed = changedLines(new SourceText(committed), source.text);
      const matches = await matchesOf(library, source, tools, changed);
      assert.deepEqual(
        matches.map(({ why }) => why.when ?? 'any'),
        expected,
      );
    });
  checkWhen('edit', code.replace('pay(2)', 'pay(0)'), ['edit']);
  checkWhen('edit', code, []);
  checkWhen('add', code.replace(/ {2}refund.*\r\n/, ''), ['add']);
  checkWhen('add', code.replace('pay(2)', 'pay(0)'), []);
  checkWhen('delete', code.replace('}\r\n}', '}\r\nmore\r\n}'), []);
  checkWhen('any', code, ['any']);

  it('leaves lesson files alone, which quote what they warn of', async () =>
    assert.deepEqual(await found('.lessons/a.md', 'pay(1)', ['applies_to: {pattern: pay}']), []));

  it('stops at a thousand hits', async () =>
    assert.equal((await found('a.txt', 'x'.repeat(100_000), ['applies_to: {pattern: x}'])).length, 1000));

  it('lets no scope look where paths and languages keep it out', () => {
    const library = libraryOf(
      'applies_to: {paths: "src/**", symbols: a}',
      'applies_to: {paths: "*.sql", pattern: b}',
    );
    const reaching = ['src/a.ts', 'db/a.sql', 'README.md'].map((path) =>
      reachingScopes(library, path, 'plaintext').map(({ glob }) => glob),
    );
    assert.deepEqual(reaching, [['src/**'], ['*.sql'], []]);
  });

  it('tells whether two lists mean the same places', async () => {
    const library = libraryOf('applies_to: [{pattern: pay}, {paths: "b.ts"}]');
    const at = (path: string, text: string) => matchesOf(library, sourceOf(path, text), tools);
    const lists = await Promise.all([
      ...[at('a.ts', 'pay()'), at('a.ts', 'pay(1)'), at('a.ts', ' pay()'), at('a.ts', 'pay(); pay()')],
      ...[at('b.ts', ''), at('b.ts', 'x'), at('a.ts', '')],
    ]);
    const [first = [], , , , file = []] = lists;
    assert.deepEqual(
      lists.map((list) => [haveSamePlaces(list, first), haveSamePlaces(list, file)]),
      [
        [true, false],
        [true, false],
        [false, false],
        [false, false],
        [false, true],
        [false, true],
        [false, false],
      ],
    );
  });
});
