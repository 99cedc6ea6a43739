import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { doors, type Files, inFolder, outcomeOf, refused } from './commandLine';

const record = (id: string, more: object = {}) =>
  JSON.stringify({
    id,
    modified: '2026-01-02T00:00:00Z',
    summary: `The title of ${id}`,
    details: 'Told.',
    ...more,
  });
const config = { '.lessons/config.yaml': '' };
const some: Files = {
  ...config,
  'osv/a.json': record('A-1'),
  'osv/deep/b.json': `[${record('B-1')}, 7]`,
  'osv/package.json': '{"name": "a"}',
  'osv/README.md': '# Summary\n',
  'osv/broken.json': '{',
  'osv/.git/c.json': record('C-1'),
  'queue.md': '# Post-mortem: the queue\n\n## Summary\nIt stood.\n\n## Root cause\nNo limit.\n',
};
const lessonsIn = (root: string) =>
  readdirSync(join(root, '.lessons')).filter((name) => name.endsWith('.md'));

describe('lessons import', () => {
  const check = (what: string, argv: string, files: Files, expected: readonly [number, string, string]) =>
    it(what, async () => {
      const { code, stdout, stderr } = await outcomeOf(argv, files);
      // Each release of Node has its own words for it.
      assert.deepEqual([code, stdout, stderr.replace(/(whole JSON: ).*/, '$1REASON')], expected);
    });

  check('writes a lesson for each record of a folder, and tells what is none', 'import osv', some, [
    1,
    '.lessons/the-title-of-a-1.md\n.lessons/the-title-of-b-1.md\n',
    [
      'osv/broken.json: The file is no whole JSON: REASON',
      'osv/deep/b.json: Record 2 has no id that a lesson could be known by.',
      '2 lessons proposed, 0 there already, 2 problems.\n',
    ].join('\n'),
  ]);
  check('takes files as what they are', 'import queue.md osv/a.json', some, [
    0,
    '.lessons/post-mortem-the-queue.md\n.lessons/the-title-of-a-1.md\n',
    '2 lessons proposed, 0 there already, 0 problems.\n',
  ]);
  check(
    'says of a file what it is not',
    'import osv/package.json nowhere.md empty',
    { ...some, 'empty/a.txt': '' },
    [
      1,
      '',
      [
        'osv/package.json: This is no OSV record, post-mortem, SARIF log or CodeTour. Say what it is meant to be to have it read as that.',
        'nowhere.md: There is no such file.',
        'empty: The folder holds no file that lessons can be made of.',
        '0 lessons proposed, 0 there already, 3 problems.\n',
      ].join('\n'),
    ],
  );
  check(
    'tells records that are the same',
    'import a.json',
    { ...config, 'a.json': `[${record('A-1')},${record('A-2', { aliases: ['A-1'] })}]` },
    [
      0,
      '.lessons/the-title-of-a-1.md\n',
      'A-2 is about the same as A-1, and was left out.\n1 lesson proposed, 1 there already, 0 problems.\n',
    ],
  );

  it('adds nothing the second time, and says what has changed', () =>
    inFolder(some, async (root) => {
      await doors.main(['import', 'osv/a.json', 'queue.md'], root);
      const before = lessonsIn(root).map((name) => readFileSync(join(root, '.lessons', name), 'utf8'));
      writeFileSync(join(root, 'osv/a.json'), record('A-1', { modified: '2026-03-04T00:00:00Z' }));
      const { code, stdout, stderr } = await doors.main(['import', 'osv/a.json', 'queue.md'], root);
      assert.deepEqual(
        [code, stdout, stderr],
        [
          0,
          '',
          [
            'A-1 has changed since it became .lessons/the-title-of-a-1.md. The lesson is left as it is: see what is new in it.',
            'queue.md is there already: .lessons/post-mortem-the-queue.md',
            '0 lessons proposed, 2 there already, 0 problems.\n',
          ].join('\n'),
        ],
      );
      const after = lessonsIn(root).map((name) => readFileSync(join(root, '.lessons', name), 'utf8'));
      assert.deepEqual(after, before);
    }));

  it('prints without writing', () =>
    inFolder(some, async (root) => {
      const { code, stdout, stderr } = await doors.main(['import', '--osv', '--print', 'osv/a.json'], root);
      assert.match(stdout, /^---\nid: LSN-.{8}\ntitle: The title of A-1\nstatus: proposed\n/);
      assert.deepEqual([code, stderr], [0, '1 lesson would be proposed, 0 there already, 0 problems.\n']);
      assert.deepEqual(lessonsIn(root), []);
    }));

  it('reports for scripts', () =>
    inFolder(some, async (root) => {
      await doors.main(['import', 'osv/a.json'], root);
      const { code, stdout } = await doors.main(['import', '--format', 'json', 'osv'], root);
      const { version, lessons, problems } = JSON.parse(stdout);
      assert.deepEqual([code, version], [1, 1]);
      assert.deepEqual(lessons, [
        {
          state: 'there',
          source: 'A-1',
          file: 'osv/a.json',
          path: '.lessons/the-title-of-a-1.md',
          changed: false,
        },
        {
          state: 'new',
          source: 'B-1',
          file: 'osv/deep/b.json',
          id: lessons[1].id,
          path: '.lessons/the-title-of-b-1.md',
        },
      ]);
      assert.deepEqual(
        problems.map(({ file, code }: { file: string; code: string }) => [file, code]),
        [
          ['osv/broken.json', 'no-json'],
          ['osv/deep/b.json', 'record-without-id'],
        ],
      );
    }));

  it('gives lessons of one title files of their own, and overwrites none', () =>
    inFolder(
      {
        ...config,
        'a.json': `[${record('A-1', { summary: 'The same title' })},${record('B-1', { summary: 'The same title' })}]`,
      },
      async (root) => {
        writeFileSync(join(root, '.lessons/the-same-title.md'), 'mine');
        assert.equal((await doors.main(['import', 'a.json'], root)).code, 0);
        assert.equal(lessonsIn(root).length, 3);
        assert.equal(readFileSync(join(root, '.lessons/the-same-title.md'), 'utf8'), 'mine');
        rmSync(join(root, '.lessons/the-same-title.md'));
        const lint = await doors.main(['lint', '--format', 'json'], root);
        const { problems } = JSON.parse(lint.stdout);
        assert.deepEqual(
          problems.filter(({ severity }: { severity: string }) => severity !== 'info'),
          [],
        );
      },
    ));

  const refuses = (what: string, argv: string, message: string) =>
    it(`refuses ${what}`, async () =>
      assert.deepEqual(await outcomeOf(argv, some), refused(message, 'import')));
  refuses('nothing', 'import', 'Name a file or a folder: lessons import FILE.');
  refuses('two kinds', 'import --osv --sarif a', 'A file is of one kind: --osv or --sarif.');
  refuses(
    'both prints',
    'import --print --format json a',
    '--print prints the lessons as they would be written. Leave out --format json.',
  );
});
