import assert from 'node:assert/strict';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { type ChangedLines, noLines } from '../../src/core/match/changedLines';
import type { ProjectFiles } from '../../src/core/match/projectFiles';
import { ProjectPaths } from '../../src/core/match/projectPaths';
import { ReachSearch } from '../../src/core/match/reach';
import { type Turns, withoutPause } from '../../src/core/match/turns';
import { letInMessage, placesOf, reachMessage } from '../../src/core/present/reachWording';
import { libraryOf } from './lessons';
import { projectOf } from './project';
import { toolsWith } from './tools';

const files: Readonly<Record<string, string | undefined>> = {
  'src/pay.ts': 'class Invoice {\n  charge() { pay(1); }\n  refund() { pay(2); } // pay(3) is fine\n}\n',
  'src/tax.ts': 'export function tax() { pay(4); }\n',
  'src/logo.png': undefined,
  'tools/pay.py': 'def pay():\n  pass\n',
  'db/a.sql': 'SELECT pay(1);\n',
  'db/b.sql': 'SELECT 1;\n',
  '.lessons/a.md': 'pay(1)',
};
const firstLineOf: Readonly<Record<string, ChangedLines>> = {
  'src/tax.ts': { kind: 'some', spans: [{ start: 0, end: 1, kind: 'edit' }] },
  'src/pay.ts': { kind: 'some', spans: [{ start: 2, end: 3, kind: 'edit' }] },
};

describe('the reach of a scope', () => {
  const tools = toolsWith();

  function searchIn(project: ProjectFiles, keys: string, ignore: readonly string[] = []) {
    const [lesson] = libraryOf(keys).lessons;
    const [scope] = lesson?.scopes ?? [];
    assert.ok(lesson && scope, 'the lesson has a scope');
    return new ReachSearch(lesson, scope, {
      ...{ project, tools, policy: { ...defaultPolicy, ignore } },
      changedLinesOf: async ({ path }) => firstLineOf[path] ?? noLines,
    });
  }

  const reachIn = (
    project: ProjectFiles,
    keys: string,
    turns: Turns = withoutPause,
    ignore: readonly string[] = [],
  ) => searchIn(project, keys, ignore).run(turns);

  /** The sentence, and the places as `path line:character`, with a star where they are changed. */
  const check = (scope: string, expected: string, places: readonly string[] = []) =>
    it(scope, async () => {
      const reach = await reachIn(projectOf(files), `applies_to: ${scope}`);
      assert.ok(reach);
      assert.equal(reachMessage(reach), expected);
      assert.deepEqual(
        placesOf(reach).map(
          ({ path, range: { start }, isChanged }) =>
            `${path} ${start.line}:${start.character}${isChanged ? '*' : ''}`,
        ),
        places,
      );
    });

  check('{paths: "src/**"}', '3 files');
  check('{paths: "src/tax.ts"}', '1 file');
  check('{paths: "lib/**"}', 'No file fits');
  check('{paths: "src/**", exclude: "*.ts"}', '1 file');
  check('{paths: ["src/*", "src/pay.ts"]}', '3 files');
  check('{paths: ".lessons/**"}', 'No file fits');
  check('{languages: sql}', '2 files');
  check('{languages: go}', 'No file fits');
  check('{symbols: tax}', '1 file, 1 symbol, 1 in changed code', ['src/tax.ts 0:16*']);
  check('{symbols: "Invoice.*"}', '1 file, 2 symbols, 1 in changed code', [
    ...['src/pay.ts 1:2', 'src/pay.ts 2:2*'],
  ]);
  check('{paths: "src/**", symbols: nowhere}', '3 files, no symbol');
  check('{paths: "src/**", symbols: Tax.charge}', '3 files, no symbol');
  check('{pattern: "pay\\\\("}', '4 files, 6 hits, 3 in changed code', [
    'db/a.sql 0:7',
    'src/pay.ts 1:13',
    'src/pay.ts 2:13*',
    'src/pay.ts 2:26*',
    'src/tax.ts 0:24*',
    'tools/pay.py 0:4',
  ]);
  check('{paths: "*.sql", pattern: "pay"}', '1 file, 1 hit', ['db/a.sql 0:7']);
  check('{paths: "*.sql", pattern: "DROP"}', '2 files, no hit');
  check('{pattern: "pay\\\\(", not_pattern: "fine|SELECT|def"}', '2 files, 2 hits, 1 in changed code', [
    ...['src/pay.ts 1:13', 'src/tax.ts 0:24*'],
  ]);
  check(
    '{symbols: [refund, tax], pattern: "pay\\\\([24]"}',
    '2 files, 2 symbols, 2 hits, 2 in changed code',
    [...['src/pay.ts 2:13*', 'src/tax.ts 0:24*']],
  );
  check('{symbols: charge, pattern: DROP}', '1 file, 1 symbol, no hit', ['src/pay.ts 1:2']);
  check('{paths: "src/**", symbols: nowhere, pattern: pay}', '3 files, no symbol');

  it('is nothing where the team keeps all lessons away, or the lesson is retired', async () => {
    const ignored = await reachIn(projectOf(files), 'applies_to: {pattern: pay}', withoutPause, [
      '*.ts',
      '*.py',
      '*.png',
    ]);
    assert.deepEqual(ignored?.files, ['db/a.sql', 'db/b.sql']);
    const retired = await reachIn(projectOf(files), 'status: rejected\napplies_to: {pattern: pay}');
    assert.deepEqual(retired, { files: [], symbols: undefined, hits: [], isCut: false });
  });

  it('reads no more than it must', async () => {
    const project = projectOf(files);
    await reachIn(project, 'applies_to: {paths: "src/**"}');
    assert.deepEqual(project.wasRead, []);
    await reachIn(project, 'applies_to: {paths: "src/**", pattern: pay}');
    assert.deepEqual(project.wasRead, ['src/logo.png', 'src/pay.ts', 'src/tax.ts']);
  });

  it('looks again at what changed, and at nothing else', async () => {
    const texts: Record<string, string> = { 'a.txt': 'x', 'b.txt': 'x x', 'c.txt': '-' };
    let paths = new ProjectPaths(Object.keys(texts));
    const wasRead: string[] = [];
    const project = {
      paths: async () => paths,
      read: async (path: string) => {
        wasRead.push(path);
        return texts[path];
      },
    };
    const search = searchIn(project, 'applies_to: {paths: "*.txt", pattern: x}');
    const told = async () => {
      wasRead.length = 0;
      const reach = await search.run(withoutPause);
      return [reach && reachMessage(reach), ...wasRead];
    };
    assert.deepEqual(await told(), ['2 files, 3 hits', 'a.txt', 'b.txt', 'c.txt']);
    assert.deepEqual(await told(), ['2 files, 3 hits']);
    texts['b.txt'] = 'x';
    assert.deepEqual([search.forget('b.txt'), search.forget('b.md')], [true, false]);
    assert.deepEqual(await told(), ['2 files, 2 hits', 'b.txt']);
    paths = new ProjectPaths(['b.txt', 'c.txt', 'd.txt']);
    texts['d.txt'] = 'xx';
    assert.deepEqual(await told(), ['2 files, 3 hits', 'd.txt']);
    search.forgetChanges();
    assert.deepEqual(await told(), ['2 files, 3 hits', 'b.txt', 'd.txt']);
  });

  it('goes on where it was left', async () => {
    const project = projectOf(Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${n}.txt`, 'x'])));
    const search = searchIn(project, 'applies_to: {pattern: x}');
    let left = 100;
    assert.equal(await search.run({ next: async () => left-- > 0 }), undefined);
    const before = project.wasRead.length;
    assert.equal((await search.run(withoutPause))?.hits?.length, 200);
    // What was read ahead when it stopped is read once more.
    assert.equal(project.wasRead.length - before < 200, true);
  });

  it('says where it stopped counting', async () => {
    const many = { 'a.txt': 'x'.repeat(999), 'b.txt': 'x', 'c.txt': 'x'.repeat(5) };
    const all = await reachIn(projectOf(many), 'applies_to: {paths: "[ab].txt", pattern: x}');
    const cut = await reachIn(projectOf(many, false), 'applies_to: {paths: "c.txt", pattern: x}');
    assert.ok(all && cut);
    assert.equal(reachMessage(all), `2+ files, ${(1000).toLocaleString()}+ hits`);
    assert.equal(all.hits?.length, 1000);
    assert.equal(reachMessage(cut), '1+ files, 5+ hits');
    assert.deepEqual([all, cut].map(letInMessage), [
      'The scope lets 2+ files in.',
      'The scope lets 1+ files in.',
    ]);
  });

  it('stops where nobody wants the answer any more', async () => {
    const project = projectOf(Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}.txt`, 'x'])));
    let left = 10;
    const turns = { next: async () => left-- > 0 };
    assert.equal(await reachIn(project, 'applies_to: {pattern: x}', turns), undefined);
    assert.equal(project.wasRead.length < 100, true);
  });
});
