import assert from 'node:assert/strict';
import { isLessonPath, type LessonFiles } from '../../src/core/library/files';
import { buildLibrary } from '../../src/core/library/library';
import { LessonStore } from '../../src/core/library/store';
import { parsed } from './lessons';

const lesson = (id: string) =>
  new TextEncoder().encode(`---\nid: LSN-0000000${id}\ntitle: A title that will do\n---\n`);

class MemoryFiles implements LessonFiles {
  readonly files = new Map<string, Uint8Array | Error | undefined>();
  reads = 0;

  async list() {
    return [...this.files.keys()];
  }

  async read(path: string) {
    this.reads++;
    const content = this.files.get(path);
    if (content instanceof Error) {
      throw content;
    }
    return content;
  }
}

describe('the store', () => {
  const open = (...entries: readonly (readonly [string, Uint8Array | Error | undefined])[]) => {
    const files = new MemoryFiles();
    for (const [path, content] of entries) {
      files.files.set(path, content);
    }
    const store = new LessonStore(files, () => '2026-01-31');
    let changes = 0;
    store.onDidChange(() => changes++);
    return {
      files,
      store,
      changes: () => changes,
      ids: () => store.library.lessons.map(({ id }) => id.at(-1)).join(''),
    };
  };

  it('follows the folder', async () => {
    const { files, store, ids, changes } = open(
      ['.lessons/a.md', lesson('1')],
      ['.lessons/README.md', lesson('2')],
    );
    await store.reload();
    assert.equal(ids(), '1');
    files.files.set('.lessons/deep/b.md', lesson('3'));
    await store.reload();
    assert.equal(ids(), '13');
    files.files.set('.lessons/a.md', lesson('4'));
    await store.reload();
    assert.equal(ids(), '43');
    files.files.clear();
    await store.reload();
    assert.deepEqual([ids(), changes()], ['', 4]);
  });

  it('keeps its library while nothing changed', async () => {
    const { store, changes } = open(['.lessons/a.md', lesson('1')]);
    await store.reload();
    const { library } = store;
    await store.reload();
    assert.deepEqual([store.library === library, changes()], [true, 1]);
  });

  it('reads once more, not once per call, and shows the last state', async () => {
    const { files, store, ids } = open(['.lessons/a.md', lesson('1')]);
    const first = store.reload();
    files.files.set('.lessons/b.md', lesson('2'));
    await Promise.all([first, ...Array.from({ length: 50 }, () => store.reload())]);
    assert.deepEqual([ids(), files.reads], ['12', 3]);
  });

  it('keeps what it knows while the folder cannot be read, and says so', async () => {
    const { files, store, ids } = open(['.lessons/a.md', lesson('1')]);
    await store.reload();
    const { list } = files;
    files.list = () => Promise.reject(new Error('EACCES'));
    await store.reload();
    const problems = () => store.library.problems.map(({ code, path }) => `${code} ${path}`);
    assert.deepEqual([ids(), problems()], ['1', ['file-unreadable .lessons']]);
    files.list = list;
    await store.reload();
    assert.deepEqual([ids(), problems()], ['1', []]);
  });

  it('takes a file that vanished for gone, and one that cannot be read for a problem', async () => {
    const { store } = open(
      ['.lessons/a.md', undefined],
      ['.lessons/b.md', new Error('EACCES')],
      ['.lessons/c.md', lesson('1')],
    );
    await store.reload();
    assert.deepEqual(
      store.library.problems.map(({ code, path }) => [code, path]),
      [['file-unreadable', '.lessons/b.md']],
    );
    assert.deepEqual(store.library.paths, ['.lessons/b.md', '.lessons/c.md']);
  });
});

describe('the library', () => {
  it('lets the first of two equal ids stand', () => {
    const same = parsed('id: LSN-00000001', 'id: LSN-00000001', 'id: LSN-00000003');
    const { lessons, problems } = buildLibrary([...same].reverse());
    assert.deepEqual(
      lessons.map(({ path }) => path),
      ['.lessons/0.md', '.lessons/2.md'],
    );
    assert.deepEqual(
      problems.map((problem) => [problem.path, problem.code, problem.range.start.line]),
      [['.lessons/1.md', 'id-duplicate', 2]],
    );
  });

  it('knows a lesson by its path', () => {
    const paths = [
      '.lessons/a.md',
      '.lessons/x/A.MD',
      '.lessons/README.md',
      '.lessons/x/readme.md',
      '.lessons/events/a.md',
      'a.md',
      '.lessons/a.yaml',
      '.lessons',
    ];
    assert.deepEqual(paths.filter(isLessonPath), ['.lessons/a.md', '.lessons/x/A.MD']);
  });
});
