import assert from 'node:assert/strict';
import type { ParsedCache } from '../../src/core/library/parsedCache';
import { LessonStore } from '../../src/core/library/store';
import { MemoryFiles } from './memoryFiles';

const encode = (text: string) => new TextEncoder().encode(text);
const lesson = (number: number, title: string, more = '') =>
  encode(`---\nid: LSN-${String(number).padStart(8, '0')}\ntitle: ${title}\n${more}---\n`);
const pathOf = (number: number) => `.lessons/${number}.md`;

/** Keeps what it is given, at once. */
class MemoryCache implements ParsedCache {
  readonly log: string[] = [];
  kept: { readonly edition: string; readonly bytes: Uint8Array } | undefined;

  async load(edition: string) {
    this.log.push('load');
    return this.kept?.edition === edition ? this.kept.bytes : new Uint8Array();
  }

  keep(edition: string, parts: () => Iterable<Uint8Array>) {
    this.log.push('keep');
    this.kept = { edition, bytes: Buffer.concat([...parts()]) };
  }
}

describe('the lessons of the last session', () => {
  const folder = (count: number) =>
    new MemoryFiles(
      Array.from({ length: count }, (_, number) => [pathOf(number), lesson(number, 'A title as before')]),
    );
  /** The titles that lesson 7 had in each library of a session, with how many lessons it had. */
  const session = async (files: MemoryFiles, cache: ParsedCache) => {
    const store = new LessonStore({ files, cache, today: () => '2026-01-31', turn: () => Promise.resolve() });
    const seen: string[] = [];
    store.onDidChange(() => {
      const seventh = store.library.lessons.find(({ path }) => path === pathOf(7));
      seen.push(`${store.library.lessons.length} ${seventh?.title}`);
    });
    await store.reload();
    return seen;
  };
  const twoSessions = async (between: (files: MemoryFiles, cache: MemoryCache) => void, count = 1001) => {
    const [files, cache] = [folder(count), new MemoryCache()];
    await session(files, cache);
    cache.log.length = 0;
    between(files, cache);
    return { seen: await session(files, cache), log: cache.log };
  };
  const check = (
    what: string,
    between: (files: MemoryFiles, cache: MemoryCache) => void,
    expected: { readonly seen: readonly string[]; readonly log: readonly string[] },
  ) => it(what, async () => assert.deepEqual(await twoSessions(between), expected));
  it('show together with what was told of them', async () => {
    const [files, cache] = [folder(1001), new MemoryCache()];
    await session(files, cache);
    const event = {
      ev: '01KG7X3R00ABCDEFGHJKMNPQRS',
      lesson: 'LSN-00000007',
      kind: 'useful',
      day: '2026-01-31',
    };
    files.files.set('.lessons/events/2026-01/a.jsonl', encode(JSON.stringify(event)));
    const store = new LessonStore({ files, cache, today: () => '2026-01-31', turn: () => Promise.resolve() });
    const seen: unknown[] = [];
    store.onDidChange(() => seen.push(store.library.feedback.get('LSN-00000007')?.useful));
    await store.reload();
    assert.deepEqual(seen, [1]);
  });

  const same = '1001 A title as before';

  check('show at once, and are compared with the files', () => undefined, { seen: [same], log: ['load'] });
  check(
    'give way to a file that changed',
    ({ files }) => files.set(pathOf(7), lesson(7, 'A title of today')),
    {
      ...{ seen: [same, '1001 A title of today'], log: ['load', 'keep'] },
    },
  );
  check('do not show where the file is gone', ({ files }) => files.delete(pathOf(7)), {
    seen: ['1000 undefined'],
    log: ['load'],
  });
  check('are joined by new ones', ({ files }) => files.set(pathOf(1001), lesson(1001, 'A title of today')), {
    ...{ seen: [same, '1002 A title as before'], log: ['load', 'keep'] },
  });
  check(
    'are not kept again for a file with a mistake',
    ({ files }) => files.set(pathOf(1001), lesson(1001, 'A mistake in it', 'sevrity: low\n')),
    {
      ...{ seen: [same, '1002 A title as before'], log: ['load'] },
    },
  );
  check(
    'are forgotten under another policy',
    ({ files }) => files.set('.lessons/config.yaml', encode('factors: moon-phase\n')),
    {
      ...{ seen: [same], log: ['load', 'keep'] },
    },
  );
  it('are not asked for where there are few', async () => {
    assert.deepEqual(await twoSessions(() => undefined, 999), { seen: ['999 A title as before'], log: [] });
  });
});
