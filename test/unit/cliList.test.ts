import assert from 'node:assert/strict';
import { type Files, type Outcome, outcomeOf, refused } from './commandLine';

const lessonFile = (id: string, title: string, ...keys: readonly string[]) =>
  ['---', `id: LSN-${id}`, `title: ${title}`, ...keys, '---', ''].join('\n');
const files: Files = {
  '.lessons/a.md': lessonFile(
    '0000000A',
    'Anything on disk',
    ...['status: accepted', 'severity: high', 'confidence: low', 'advice: Look at the disk first.'],
    ...['tags: [Disk, io]', 'applies_to: {paths: "src/**", exclude: "*.test.ts"}', 'factors: tooling'],
    ...['references: [https://a.example/1, {type: INCIDENT, url: https://a.example/2}]'],
    ...['created: 2026-01-31', 'occurred: 2026-01-02', 'owners: team-a', 'level: info'],
  ),
  '.lessons/b.md': lessonFile('0000000B', 'Bytes in Python', 'tags: io', 'applies_to: {languages: python}'),
  '.lessons/c.md': lessonFile('0000000C', 'Colours nowhere', 'status: deprecated', 'severity: low'),
  '.lessons/d.md': lessonFile(
    '0000000D',
    '"Dates\\ningoing"',
    ...['status: accepted', 'withdrawn: 2026-02-01', 'severity: high', 'applies_to: {symbols: parse}'],
  ),
  '.lessons/config.yaml': 'ignore: [gen/]\n',
};
const a = 'LSN-0000000A  accepted    high    Anything on disk\n';
const b = 'LSN-0000000B  proposed    medium  Bytes in Python\n';
const c = 'LSN-0000000C  deprecated  low     Colours nowhere\n';
const d = 'LSN-0000000D  accepted, withdrawn  high    Dates ingoing\n';

describe('lessons list', () => {
  const check = (argv: string, more: Files, expected: Outcome) =>
    it(`list ${argv}`.trim(), async () =>
      assert.deepEqual(await outcomeOf(`list ${argv}`.trim(), { ...files, ...more }), expected),
    );
  const finds = (argv: string, stdout: string, stderr = '') =>
    // Columns are as wide as what stands in them, so the expected lines are compared by their words.
    it(`list ${argv}`.trim(), async () => {
      const outcome = await outcomeOf(`list ${argv}`.trim(), files);
      assert.deepEqual(
        { ...outcome, stdout: outcome.stdout.replace(/ +/g, ' ') },
        { code: 0, stdout: stdout.replace(/ +/g, ' '), stderr },
      );
    });

  check(
    '',
    { '.lessons/d.md': 'no lesson', '.lessons/e.md': files['.lessons/a.md'] ?? '' },
    {
      code: 0,
      stdout: a + b + c,
      stderr: '2 lesson files cannot be used, and lessons lint tells why.\n',
    },
  );
  finds('', a + b + c + d);
  finds('--status accepted', a + d);
  finds('--status accepted --status deprecated', a + c + d);
  finds('--severity low', c);
  finds('--severity medium --severity low --status proposed', b);
  finds('--tag IO', a + b);
  finds('--tag disk --tag nothing', a);
  finds('--path src/new.ts', a + d);
  finds('--path src/new.test.ts', d);
  finds('--path src/new.py --status proposed', b);
  finds('--path x.py --path src/x', a + b + d);
  finds('--path .lessons/a.md', '', 'None of 4 lessons fits.\n');
  finds(
    '--path gen/a.py',
    '',
    "The team's config.yaml keeps all lessons away from gen/a.py.\nNone of 4 lessons fits.\n",
  );
  check(
    '--status acepted',
    {},
    {
      ...refused(
        'There is no status "acepted". Use proposed, accepted, rejected, deprecated or superseded.',
        'list',
      ),
    },
  );
  check(
    '--severity bad',
    {},
    refused('There is no severity "bad". Use critical, high, medium or low.', 'list'),
  );
  check(
    '--path .lessons',
    {},
    refused('.lessons is a folder. Name a file in it; it need not exist yet.', 'list'),
  );
  check('--path src/', {}, refused('src/ is a folder. Name a file in it; it need not exist yet.', 'list'));
  check('--path ../a', {}, refused('../a lies outside of ROOT. Choose another --root.', 'list'));
  check('src', {}, refused('list takes options alone, and "src" is none.', 'list'));

  it('says what to do where there is no lesson', async () =>
    assert.deepEqual(await outcomeOf('list', { '.lessons/README.md': '' }), {
      ...{ code: 0, stdout: '' },
      stderr: 'There are no lessons yet. lessons new "TITLE" writes the first one.\n',
    }));

  it('gives JSON with every key, whatever the file says', async () => {
    const { stdout, stderr, code } = await outcomeOf('list --format json --path src/a.py', files);
    assert.deepEqual([code, stderr], [0, '']);
    const { version, lessons } = JSON.parse(stdout) as { version: number; lessons: readonly object[] };
    assert.equal(version, 1);
    assert.deepEqual(lessons.slice(0, 2), [
      {
        id: 'LSN-0000000A',
        title: 'Anything on disk',
        advice: 'Look at the disk first.',
        status: 'accepted',
        retired: false,
        severity: 'high',
        confidence: 'low',
        level: 'info',
        path: '.lessons/a.md',
        tags: ['Disk', 'io'],
        factors: ['tooling'],
        owners: ['team-a'],
        references: [
          { type: null, url: 'https://a.example/1' },
          { type: 'INCIDENT', url: 'https://a.example/2' },
        ],
        created: '2026-01-31',
        occurred: '2026-01-02',
        reviewDue: '2027-01-31',
      },
      {
        id: 'LSN-0000000B',
        title: 'Bytes in Python',
        advice: 'Bytes in Python',
        status: 'proposed',
        retired: false,
        severity: 'medium',
        confidence: 'medium',
        level: null,
        path: '.lessons/b.md',
        tags: ['io'],
        factors: [],
        owners: [],
        references: [],
        created: null,
        occurred: null,
        reviewDue: null,
      },
    ]);
    assert.deepEqual(lessons.length, 3);
  });

  it('gives an empty list as JSON too', async () =>
    assert.deepEqual(
      (await outcomeOf('list --format json --tag none', files)).stdout,
      '{\n  "version": 1,\n  "lessons": []\n}\n',
    ));
});
