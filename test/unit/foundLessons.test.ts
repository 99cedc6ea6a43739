import assert from 'node:assert/strict';
import { main } from '../../src/cli/main';
import { grammarFilesIn, lessonFilesIn } from '../../src/cli/nodeFiles';
import { emptyLibrary, type Library } from '../../src/core/library/library';
import { LessonStore } from '../../src/core/library/store';
import { withoutPause } from '../../src/core/match/turns';
import { FoundLessons, type FoundRow } from '../../src/extension/foundLessons';
import { libraryOf } from './lessons';

const demo = 'test/fixtures/demo';

async function searchedBy(commandLine: readonly string[]): Promise<readonly string[]> {
  let stdout = '';
  const code = await main(['search', '--root', demo, '--format', 'json', ...commandLine], {
    ...{ cwd: process.cwd(), grammars: grammarFilesIn('dist') },
    stdout: (text) => (stdout += text),
    stderr: () => undefined,
  });
  assert.equal(code, 0);
  return (JSON.parse(stdout) as { lessons: { id: string }[] }).lessons.map(({ id }) => id);
}

function said(row: FoundRow<{ readonly name: string }>): string {
  switch (row.kind) {
    case 'lesson':
      return `${row.lesson.title} in ${row.folder.name}`;
    case 'more':
      return `${row.count} more`;
    case 'none':
      return row.isEmpty ? 'empty' : 'none';
  }
}

describe('the lessons found in the editor', () => {
  const rowsOf = async (text: string, ...libraries: readonly Library[]) => {
    const folders = libraries.map((library, at) => ({ library, name: `folder ${at}` }));
    const rows = await new FoundLessons(() => folders).ask(text, withoutPause);
    return rows?.map(said);
  };
  const check = (text: string, libraries: readonly Library[], expected: readonly string[]) =>
    it(`"${text}" in ${libraries.length} folders: ${expected.length} rows`, async () =>
      assert.deepEqual(await rowsOf(text, ...libraries), expected));

  const first = libraryOf('title: Retries at once', 'title: Sleepy queues');
  const second = libraryOf('title: Always in time\nadvice: Limit all retries.');
  const many = libraryOf(
    ...Array.from({ length: 52 }, (_, at) => `id: LSN-000000${at + 10}\ntitle: Lesson number ${at + 10}`),
  );
  check('retries', [first, second], ['Retries at once in folder 0', 'Always in time in folder 1']);
  check('retries', [second, first], ['Retries at once in folder 1', 'Always in time in folder 0']);
  check(
    '',
    [first, second],
    [...['Always in time in folder 1', 'Retries at once in folder 0', 'Sleepy queues in folder 0']],
  );
  check('zebra', [first], ['none']);
  check('zebra', [emptyLibrary], ['empty']);
  check('', [], ['empty']);
  check(
    'number',
    [many],
    [...Array.from({ length: 50 }, (_, at) => `Lesson number ${at + 10} in folder 0`), '2 more'],
  );

  it('follow their folders', async () => {
    const folder = { library: first };
    const folders = [folder];
    const source = new FoundLessons(() => folders);
    const titles = async () =>
      (await source.ask('', withoutPause))?.map((row) => row.kind === 'lesson' && row.lesson.title);
    assert.deepEqual(await titles(), ['Retries at once', 'Sleepy queues']);
    folder.library = second;
    assert.deepEqual(await titles(), ['Always in time']);
    folders.push({ library: first });
    assert.deepEqual(await titles(), ['Always in time', 'Retries at once', 'Sleepy queues']);
  });

  it('stand in the order of the command line', async () => {
    const store = new LessonStore({
      ...{ files: lessonFilesIn(demo), today: () => '2026-11-23' },
      turn: () => Promise.resolve(),
    });
    await store.reload();
    const source = new FoundLessons(() => [store]);
    for (const text of ['', 'time', 're', 'a service', 'regular expresion', 'LSN-KPFK0H2J', '"|!']) {
      const rows = await source.ask(text, withoutPause);
      const ids = rows?.flatMap((row) => (row.kind === 'lesson' ? [row.lesson.id] : []));
      assert.equal((ids ?? []).length > 0, true, text);
      assert.deepEqual(ids, await searchedBy(['--', text]), text);
    }
  });
});
