import assert from 'node:assert/strict';
import { batchPath, isEventPath, isLessonPath } from '../../src/core/library/files';
import { buildLibrary } from '../../src/core/library/library';
import { LessonStore } from '../../src/core/library/store';
import { TimeSlices } from '../../src/core/library/timeSlices';
import { reachAlike } from '../../src/core/match/reachingScopes';
import { parsed } from './lessons';
import { type Content, MemoryFiles } from './memoryFiles';

const lesson = (id: string) =>
  new TextEncoder().encode(`---\nid: LSN-0000000${id}\ntitle: A title that will do\n---\n`);

const withCrlf = (bytes: Uint8Array) =>
  new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('\n', '\r\n'));

const open = (...entries: readonly (readonly [string, Content])[]) => {
  const files = new MemoryFiles(entries);
  const store = new LessonStore({ files, today: () => '2026-01-31', turn: () => Promise.resolve() });
  let changes = 0;
  store.onDidChange(() => changes++);
  return {
    files,
    store,
    changes: () => changes,
    ids: () => store.library.lessons.map(({ id }) => id.at(-1)).join(''),
  };
};

describe('the store', () => {
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
    assert.deepEqual([ids(), files.asked.length], ['12', 3]);
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

describe('a refresh', () => {
  /** `null` deletes; a file that is `undefined` vanishes after it was listed. */
  type Changes = Readonly<Record<string, Content | null>>;
  type Outcome = readonly [ids: string, reads: readonly string[], changes: number];

  /** From a folder with lessons 1, 2 and 3, of which two lie in `x`. */
  const check = (what: string, changed: Changes, asked: readonly string[], expected: Outcome) =>
    it(what, async () => {
      const { files, store, ids, changes } = await openThree();
      for (const [path, content] of Object.entries(changed)) {
        if (content === null) {
          files.files.delete(path);
        } else {
          files.files.set(path, content);
        }
      }
      await store.refresh(asked);
      assert.deepEqual([ids(), files.asked, changes() - 1], expected);
    });
  const openThree = async () => {
    const opened = open(
      ['.lessons/a.md', lesson('1')],
      ['.lessons/x/b.md', lesson('2')],
      ['.lessons/x/c.md', lesson('3')],
    );
    await opened.store.reload();
    opened.files.asked.length = 0;
    return opened;
  };
  const [a, b, c, d] = ['.lessons/a.md', '.lessons/x/b.md', '.lessons/x/c.md', '.lessons/d.md'];
  const config = '.lessons/config.yaml';
  const factors = new TextEncoder().encode('factors: moon-phase\n');

  check('reads a changed file alone', { [a]: lesson('4') }, [a], ['423', [a], 1]);
  check('is silent where nothing changed', {}, [a, b], ['123', [a, b], 0]);
  check('is silent where line breaks changed', { [a]: withCrlf(lesson('1')) }, [a], ['123', [a], 0]);
  check('reads what was added, named or not', { [d]: lesson('4') }, [a], ['1423', [a, d], 1]);
  check('drops what was deleted, and reads nothing for it', { [b]: null }, [b], ['13', [], 1]);
  check('takes what vanishes after it was listed for gone', { [b]: undefined }, [b], ['13', [b], 1]);
  check('takes a folder for all below it', { [c]: lesson('4') }, ['.lessons/x'], ['124', [b, c], 1]);
  check('follows the loss of a folder', { [b]: null, [c]: null }, ['.lessons/x'], ['1', [], 1]);
  check('follows the loss of all', { [a]: null, [b]: null, [c]: null }, ['.lessons'], ['', [], 1]);
  check('knows a watcher’s own spelling', { [b]: lesson('4') }, ['.lessons/X/B.md'], ['143', [b], 1]);
  check('reads no lesson for what is none', {}, ['.lessons/README.md', '.lessons/events'], ['123', [], 0]);
  check('reads all under another policy', { [config]: factors }, [config], ['123', [config, a, b, c], 1]);
  check('keeps a lesson that cannot be read', { [a]: new Error('EBUSY') }, [a], ['123', [a], 1]);

  it('tries again, unasked, what could not be read', async () => {
    const { files, store, ids } = await openThree();
    files.files.set(a, new Error('EBUSY'));
    await store.refresh([a]);
    assert.deepEqual(
      store.library.problems.map(({ code, path }) => [code, path]),
      [['file-unreadable', a]],
    );
    const { library } = store;
    await store.refresh([b]);
    assert.equal(store.library, library, 'the same failure is no change');
    files.files.set(a, lesson('4'));
    await store.refresh([b]);
    assert.deepEqual([ids(), store.library.problems], ['423', []]);
  });

  it('reads all again once a folder that could not be listed can be', async () => {
    const { files, store, ids } = await openThree();
    const { list } = files;
    files.list = () => Promise.reject(new Error('EIO'));
    files.files.set(a, lesson('4'));
    await store.refresh([a]);
    assert.equal(ids(), '123');
    files.list = list;
    await store.refresh([b]);
    assert.deepEqual([ids(), store.library.problems], ['423', []]);
  });

  it('merges all that is asked while one is running', async () => {
    const { files, store, ids, changes } = await openThree();
    const first = store.refresh([a]);
    for (const [path, id] of [
      [b, '5'],
      [c, '6'],
    ] as const) {
      files.files.set(path, lesson(id));
    }
    await Promise.all([first, store.refresh([b]), store.refresh([c]), store.refresh([b, c])]);
    assert.deepEqual([ids(), files.asked, changes() - 1], ['156', [a, b, c], 1]);
  });

  it('asked for by a listener is not lost', async () => {
    const { files, store, ids } = await openThree();
    const stop = store.onDidChange(() => {
      stop();
      files.files.set(b, lesson('5'));
      void store.refresh([b]);
    });
    files.files.set(a, lesson('4'));
    await store.refresh([a]);
    assert.equal(ids(), '453');
  });

  it('compiles only what changed', async () => {
    const { files, store } = await openThree();
    const before = store.library.compiled;
    files.files.set(b, lesson('4'));
    await store.refresh([b]);
    const kept = store.library.compiled.map((compiled, index) => compiled === before[index]);
    assert.deepEqual(kept, [true, false, true]);
  });
});

describe('what was told of lessons', () => {
  const batch = (...events: readonly (readonly [ev: string, lesson: string, kind: string])[]) =>
    new TextEncoder().encode(
      events
        .map(([ev, lesson, kind]) => {
          const known = {
            ev: `01KG7X3R00${ev.repeat(16)}`,
            lesson: `LSN-0000000${lesson}`,
            day: '2026-01-31',
          };
          return `${JSON.stringify({ ...known, kind, ...(kind === 'not-useful' && { reason: 'known' }) })}\n`;
        })
        .join(''),
    );
  const [a, b] = ['.lessons/a.md', '.lessons/b.md'];
  const [january, more] = ['.lessons/events/2026-01/x.jsonl', '.lessons/events/2026-01/y.jsonl'];
  const openVoted = async () => {
    const opened = open([a, lesson('1')], [b, lesson('2')], [january, batch(['A', '1', 'useful'])]);
    await opened.store.reload();
    opened.files.asked.length = 0;
    const votes = () =>
      [...opened.store.library.feedback].map(
        ([id, { useful, notUseful }]) => `${id.at(-1)} +${useful} -${notUseful}`,
      );
    return { ...opened, votes };
  };

  it('comes with the lessons, as one change', async () => {
    const { votes, changes, ids } = await openVoted();
    assert.deepEqual([ids(), votes(), changes()], ['12', ['1 +1 -0'], 1]);
  });

  it('is not read for a lesson, but with all, as a watcher may have lost sight of a folder', async () => {
    const { store, files, changes } = await openVoted();
    await store.refresh([a]);
    assert.deepEqual([files.asked, changes()], [[a], 1]);
    await store.reload();
    assert.deepEqual([files.asked, changes()], [[a, a, b, january], 1]);
  });

  it('grows by a file, and takes over all that was made of the lessons', async () => {
    const { store, files, votes } = await openVoted();
    const before = store.library;
    files.files.set(more, batch(['B', '1', 'not-useful'], ['A', '1', 'useful'], ['C', '2', 'useful']));
    await store.refresh([more]);
    const { library } = store;
    assert.deepEqual([votes(), files.asked], [['1 +1 -1', '2 +1 -0'], [more]]);
    assert.notEqual(library, before);
    for (const part of ['lessons', 'compiled', 'index', 'problems', 'byId'] as const) {
      assert.equal(library[part], before[part], part);
    }
    assert.equal(reachAlike(before, library, 'a.ts', 'typescript'), true);
  });

  it('stays the same when a lesson changes', async () => {
    const { store, files } = await openVoted();
    const before = store.library.feedback;
    files.files.set(a, lesson('4'));
    await store.refresh([a]);
    assert.equal(store.library.feedback, before);
  });

  it('is read again where it is named, and goes with its file', async () => {
    const { store, files, votes } = await openVoted();
    files.files.set(january, batch(['A', '2', 'useful']));
    await store.refresh([january]);
    assert.deepEqual(votes(), ['2 +1 -0']);
    files.files.delete(january);
    await store.refresh(['.lessons/events/2026-01']);
    assert.deepEqual(votes(), []);
  });

  it('has problems of its own, beside those of the lessons', async () => {
    const { store, files, votes } = await openVoted();
    files.files.set('.lessons/c.md', lesson('1'));
    files.files.set(more, new TextEncoder().encode('{"ev":'));
    await store.refresh([more]);
    assert.deepEqual(
      [...store.library.problemsByPath].map(([path, problems]) => [path, problems.map(({ code }) => code)]),
      [
        ['.lessons/c.md', ['id-duplicate']],
        [more, ['event-unreadable']],
      ],
    );
    assert.deepEqual(votes(), ['1 +1 -0']);
  });

  it('stays while its file cannot be read, which is tried again', async () => {
    const { store, files, votes } = await openVoted();
    files.files.set(january, new Error('EBUSY'));
    await store.refresh([january]);
    assert.deepEqual(
      [votes(), store.library.problems.map(({ code, path }) => [code, path])],
      [['1 +1 -0'], [['file-unreadable', january]]],
    );
    files.files.set(january, batch(['A', '1', 'not-useful']));
    await store.refresh([a]);
    assert.deepEqual([votes(), store.library.problems], [['1 +0 -1'], []]);
  });
});

describe('slices of time', () => {
  it('give the process a turn by what the work has cost', async () => {
    const clock = { now: 0 };
    const log: string[] = [];
    const slices = new TimeSlices(
      async () => void log.push('turn'),
      () => clock.now,
    );
    const work = (cost: number) => {
      clock.now += cost;
      log.push(String(cost));
    };
    await slices.each([5, 5, 5, 1], work);
    clock.now += 1000;
    await slices.each([10, 30, 1], work);
    assert.deepEqual(log, ['5', '5', '5', 'turn', '1', '10', '30', 'turn', '1']);
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

  it('knows events by their path', () => {
    const path = batchPath('01KG7X3R00ABCDEFGHJKMNPQRS', '2026-01-31');
    const paths = [path, '.lessons/events/README.md', '.lessons/a.jsonl', '.lessons/packs/x/events/a.jsonl'];
    assert.equal(path, '.lessons/events/2026-01/01KG7X3R00ABCDEFGHJKMNPQRS.jsonl');
    assert.deepEqual([paths.filter(isEventPath), paths.filter(isLessonPath)], [[path], []]);
  });
});
