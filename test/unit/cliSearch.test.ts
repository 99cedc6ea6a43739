import assert from 'node:assert/strict';
import { type Files, outcomeOf, refused } from './commandLine';

const lessonFile = (id: string, title: string, ...keys: readonly string[]) =>
  ['---', `id: LSN-${id}`, `title: ${title}`, ...keys, '---', ''].join('\n');
const files: Files = {
  '.lessons/a.md': lessonFile('0000000A', 'Retries without a pause', 'severity: high', 'tags: overload'),
  '.lessons/b.md': `${lessonFile('0000000B', 'Queues nobody drains', 'status: accepted')}Retries filled it.\n`,
  '.lessons/c.md': lessonFile(
    '0000000C',
    '"Retries \\e[31m red"',
    'status: accepted',
    'withdrawn: 2026-02-01',
  ),
};
const a = 'LSN-0000000A  proposed  high  Retries without a pause\n';
const b = 'LSN-0000000B  accepted  medium  Queues nobody drains\n';
const c = 'LSN-0000000C  accepted, withdrawn  medium  Retries ␛[31m red\n';

describe('lessons search', () => {
  const finds = (argv: readonly string[], stdout: string, stderr = '') =>
    it(`search ${argv.join(' ')}`, async () => {
      const outcome = await outcomeOf(['search', ...argv], files);
      assert.deepEqual(
        // Columns are as wide as what stands in them.
        { ...outcome, stdout: outcome.stdout.replace(/ +/g, ' ') },
        { code: 0, stdout: stdout.replace(/ +/g, ' '), stderr },
      );
    });
  const refuses = (argv: string, message: string) =>
    it(argv, async () => assert.deepEqual(await outcomeOf(argv, files), refused(message, 'search')));

  finds(['retries'], a + c + b);
  finds(['Retries', 'OVERLOAD'], a);
  finds(['retries filled'], b);
  finds(['--limit', '1', 'retries'], a, '2 more lessons found. --limit shows more.\n');
  finds(['retries', '--limit=3'], a + c + b);
  finds(['overload zebra'], '', 'None of 3 lessons fits.\n');
  finds(['LSN-0000000B'], b);
  finds([''], b + c + a);
  finds(['--', '--force'], '', 'None of 3 lessons fits.\n');
  refuses('search', 'Name the words to look for: lessons search WORDS. lessons list tells all lessons.');
  for (const limit of ['0', 'all', '1.5', '1e9', '99999999999']) {
    refuses(`search a --limit ${limit}`, `--limit takes a whole number from 1 on, and "${limit}" is none.`);
  }

  it('says what to do where there is no lesson', async () =>
    assert.deepEqual(await outcomeOf('search a', { '.lessons/README.md': '' }), {
      ...{ code: 0, stdout: '' },
      stderr: 'There are no lessons yet. lessons new "TITLE" writes the first one.\n',
    }));

  it('gives JSON as the list does, with the fields in which the words stand', async () => {
    const { stdout, stderr, code } = await outcomeOf('search --format json retries overload', files);
    assert.deepEqual([code, stderr], [0, '']);
    const listed = JSON.parse((await outcomeOf('list --format json --tag overload', files)).stdout);
    const lessons = listed.lessons.map((lesson: object) => ({ ...lesson, where: ['title', 'tags'] }));
    assert.deepEqual(JSON.parse(stdout), { version: 1, total: 1, lessons });
  });
});
