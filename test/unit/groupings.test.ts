import assert from 'node:assert/strict';
import { groupedByArea } from '../../src/core/display/areaGroups';
import { type Grouping, groupsOf } from '../../src/core/display/groupings';
import type { Holder } from '../../src/core/display/held';
import { listedLessons } from '../../src/core/display/listing';
import { ordinaryStanding } from '../../src/core/display/standing';
import { parseLessonText } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { buildLibrary } from '../../src/core/library/library';
import { withoutPause } from '../../src/core/match/turns';
import { groupLabel } from '../../src/core/present/groupWording';
import { SourceText } from '../../src/core/text';
import { libraryOf } from './lessons';

const facts = { policy: defaultPolicy, today: '2026-03-31', standingOf: () => ordinaryStanding };

describe('groups of lessons', () => {
  const harbor = (...frontMatters: readonly string[]): Holder => ({
    name: 'harbor',
    library: libraryOf(...frontMatters),
  });
  const groups = async (by: Grouping, holders: readonly Holder[]) =>
    groupsOf((await listedLessons(holders, () => facts, withoutPause)) ?? [], by);
  const check = (
    what: string,
    by: Grouping,
    frontMatters: readonly string[],
    expected: readonly string[],
    ...others: readonly Holder[]
  ) =>
    it(`by ${by}: ${what}`, async () => {
      const found = await groups(by, [harbor(...frontMatters), ...others]);
      assert.deepEqual(
        found.map(
          ({ name, lessons }) =>
            `${groupLabel(name)}: ${lessons.map(({ lesson }) => lesson.title.replace('Lesson number ', '')).join(' ')}`,
        ),
        expected,
      );
      assert.equal(new Set(found.map(({ key }) => key)).size, found.length);
    });
  const path = (...paths: readonly string[]) =>
    `applies_to: { paths: [${paths.map((one) => `'${one}'`).join()}] }`;

  check(
    'the first folder, and files of it',
    'area',
    [path('src/a.ts'), path('src/net/'), path('db/**')],
    ['db: 2', 'src: 0 1'],
  );
  check(
    'no folder in common',
    'area',
    [path('src/a.ts', 'db/b.sql'), path('*.ts'), path('**/x/y.ts')],
    ['Anywhere in the code: 0 1 2'],
  );
  check('braces and escapes', 'area', [path('src/{a,b}/*.ts'), path('\\[id\\]/x.ts')], ['[id]: 1', 'src: 0']);
  check(
    'evidence, where no path is named',
    'area',
    ['evidence: { path: lib/url.c }', 'applies_to: { symbols: f }'],
    ['Anywhere in the code: 1', 'lib: 0'],
  );
  check(
    'the folder first where there are several',
    'area',
    [path('src/a.ts'), path('*.ts')],
    ['harbor: 1', 'harbor/src: 0', 'yard/src: 0'],
    { name: 'yard', library: libraryOf(path('src/a.ts')) },
  );

  check(
    'the general lesson, then tag, CWE and factor',
    'theme',
    [
      'generalizes: [LSN-00000002]',
      'tags: [cache]',
      'tags: [cache]\ncwe: CWE-1',
      'cwe: CWE-1',
      'factors: tooling',
    ],
    ['Lesson number 0: 0 1', 'CWE-1: 3', 'Factor: tooling: 4', 'cache: 2'],
  );
  check('nothing said', 'theme', ['', 'tags: [a, b]'], ['a: 1', 'Without a theme: 0']);
  check(
    'the top of a chain',
    'theme',
    ['', 'generalizes: [LSN-00000001]', 'generalizes: [LSN-00000002]'],
    ['Lesson number 2: 0 1 2'],
  );
  check(
    'a circle',
    'theme',
    ['generalizes: [LSN-00000002]', 'generalizes: [LSN-00000001]'],
    ['Lesson number 0: 0 1'],
  );
  check(
    'a general lesson that is retired counts no more',
    'theme',
    ['generalizes: [LSN-00000002]\nstatus: deprecated\ntags: [a]', 'tags: [b]'],
    ['a: 0', 'b: 1'],
  );

  check(
    'the gravest first',
    'severity',
    ['severity: low', 'severity: critical', '', 'severity: critical'],
    ['Critical severity: 1 3', 'Medium severity: 2', 'Low severity: 0'],
  );
  check('retired lessons last', 'severity', ['status: deprecated', ''], ['Medium severity: 1 0']);
  check(
    'the life of a lesson',
    'status',
    ['status: accepted', '', 'withdrawn: 2026-01-01'],
    ['Proposed: 1', 'Accepted: 0', 'Withdrawn: 2'],
  );
  check('folders', 'source', ['', ''], ['harbor: 0 1', 'harbor: 0'], harbor(''));

  it('by source: packs after their folder', async () => {
    const paths = [
      '.lessons/a.md',
      '.lessons/packs/owasp/b.md',
      '.lessons/packs/curl/c.md',
      '.lessons/packs/owasp/d.md',
    ];
    const files = paths.map((file, index) =>
      parseLessonText(file, new SourceText(`---\nid: LSN-0000000${index}\ntitle: Lesson ${file}\n---\n`)),
    );
    const holder = { name: 'harbor', library: buildLibrary(files) };
    assert.deepEqual(
      (await groups('source', [holder])).map(({ name, lessons }) => `${groupLabel(name)}: ${lessons.length}`),
      ['harbor: 1', 'Pack curl: 1', 'Pack owasp: 2'],
    );
  });
});

describe('areas with many lessons', () => {
  const check = (
    what: string,
    areas: Readonly<Record<string, number>>,
    expected: Readonly<Record<string, number>>,
  ) =>
    it(what, () => {
      const placed = Object.entries(areas).flatMap(([path, count]) =>
        Array.from({ length: count }, () => ({ area: path === '' ? [] : path.split('/'), item: path })),
      );
      assert.deepEqual(
        Object.fromEntries(groupedByArea(placed).map(({ area, items }) => [area.join('/'), items.length])),
        expected,
      );
    });

  check('few stay together', { 'src/a': 10, 'src/b': 10 }, { src: 20 });
  check('many are told apart', { 'src/a': 10, 'src/b': 11, src: 3 }, { src: 3, 'src/a': 10, 'src/b': 11 });
  check(
    'folders that hold one folder are skipped',
    { 's/m/j/com/a': 15, 's/m/j/com/b': 15 },
    {
      's/m/j/com/a': 15,
      's/m/j/com/b': 15,
    },
  );
  check(
    'as deep as it takes',
    { 's/a/x': 15, 's/a/y': 15, 's/b': 3 },
    { 's/a/x': 15, 's/a/y': 15, 's/b': 3 },
  );
  check('crumbs stay together', Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`src/${at}`, 1])), {
    src: 30,
  });
  check('what applies anywhere is no folder', { '': 40, a: 1 }, { '': 40, a: 1 });
  check('a folder cannot be split into nothing', { 'a/b': 40 }, { a: 40 });
});
