import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseLessonText } from '../../../src/core/lesson/parse';
import type { Turns } from '../../../src/core/match/turns';
import { withoutPause } from '../../../src/core/match/turns';
import { LessonSearch } from '../../../src/core/search/lessonSearch';
import { SourceText } from '../../../src/core/text';
import { runs } from '../runs';

const lesson = (id: string, title: string, keys: string, body = '') => {
  const text = `---\nid: LSN-0000000${id}\ntitle: ${title}\n${keys}\n---\n${body}\n`;
  const parsed = parseLessonText(`.lessons/${id}.md`, new SourceText(text));
  assert.ok(parsed.lesson, JSON.stringify(parsed.problems));
  return parsed.lesson;
};

const lessons = [
  lesson('A', 'Retries without a pause', 'status: accepted\nadvice: Wait longer after each failure.'),
  lesson('B', 'Queues that never drain', 'advice: Give up retries at some time.\ntags: [overload]'),
  lesson('C', 'Dates without a time zone', 'applies_to: {symbols: Clock.retries, paths: "src/clock/**"}'),
  lesson('D', 'Caches of another tenant', 'applies_to: {paths: lib/retries.ts}\ncwe: CWE-524', 'A café.'),
  lesson('E', 'Failover nobody tried', 'aliases: CVE-2020-1', 'Its retries made it worse. 再試行の嵐'),
  lesson('F', 'Overload after a deploy', 'status: deprecated\nreferences: https://a.example/post/7/'),
  lesson('G', 'Overload before a deploy', 'references: [https://a.example/post/71]'),
  lesson('H', 'Overload during a deploy', 'status: accepted', 'Where LSN-0000000B was not enough.'),
];

/** The last letters of the ids that are found. */
const idsOf = async (text: string, limit = 100) => {
  const found = await new LessonSearch().find({ text, lessons, limit }, withoutPause);
  return found?.hits.map((hit) => hit.lesson.id.slice(-1)).join('');
};

describe('the search for lessons', () => {
  const check = (text: string, expected: string) =>
    it(`"${text.length > 40 ? `${text.slice(0, 40)}…` : text}" finds ${expected || 'nothing'}`, async () =>
      assert.equal(await idsOf(text), expected));

  // Title, advice, symbol, path, body.
  check('retries', 'ABCDE');
  check('RETRIES', 'ABCDE');
  // The same word before a longer one, and that before one that holds it.
  check('time', 'CB');
  check('over', 'HGFEB');
  // Accepted, proposed, retired.
  check('deploy', 'HGF');
  check('overload deploy', 'HGF');
  check('deploy overload', 'HGF');
  check('overload', 'HGFB');
  // Every word has to stand somewhere.
  check('retries worse', 'E');
  check('retries zebra', '');
  check('without', 'AC');
  check('without pause', 'A');
  check('Clock.retries', 'C');
  check('src/clock', 'C');
  check('cafe', 'D');
  check('CAFÉ', 'D');
  check('試行', 'E');
  check('CWE-524', 'D');
  check('cve-2020-1', 'E');
  check('lsn-0000000b', 'BH');
  check(' LSN-0000000B\n', 'BH');
  check('https://a.example/post/7', 'FG');
  check('https://a.example/post/7/', 'FG');
  check('https://a.example/post/71', 'G');
  // Mistyped, where no lesson has such a word.
  check('failovre', 'EA');
  check('overlaod deploy', 'HGF');
  check('tenat', 'D');
  check('zone', 'C');
  check('xyz', '');
  check('xyzxyzxyz', '');
  // Without a word all, by title.
  for (const nothing of ['', ' \t\n', '"', '!', "|'=^$!", '. * + ?', '\u200b']) {
    check(nothing, 'DCEFGHBA');
  }
  // What means something to other searches.
  check("'retries", 'ABCDE');
  check('!retries', 'ABCDE');
  check('^retries$ | "worse', 'E');
  check('=time', 'CB');
  check('retries'.repeat(715), '');
  check('retries '.repeat(625), 'ABCDE');
  check(`retries ${'!'.repeat(5000)}`, 'ABCDE');
  check('__proto__ constructor', '');

  it('tells where the words stand', async () => {
    const found = await new LessonSearch().find({ text: 'retries time', lessons, limit: 9 }, withoutPause);
    assert.deepEqual(
      found?.hits.map((hit) => [hit.lesson.id, ...hit.where]),
      [
        ['LSN-0000000C', 'title', 'symbols'],
        ['LSN-0000000B', 'advice'],
      ],
    );
  });

  it('gives the best of them, and says how many there are', async () => {
    const found = await new LessonSearch().find({ text: 'retries', lessons, limit: 2 }, withoutPause);
    assert.deepEqual(
      [found?.hits.map(({ lesson: { id } }) => id), found?.total],
      [['LSN-0000000A', 'LSN-0000000B'], 5],
    );
  });

  it('stops where nobody wants the answer any more', async () => {
    const question = { text: 'retries worse', lessons, limit: 9 };
    for (let patience = 0; patience < 5; patience++) {
      let left = patience;
      const turns: Turns = { next: async () => left-- > 0 };
      const search = new LessonSearch();
      assert.equal(await search.find(question, turns), undefined, `${patience}`);
      assert.equal((await search.find(question, withoutPause))?.total, 1);
    }
  });

  it('reads each body once, however often it is asked', async () => {
    let read = 0;
    const watched = lessons.map((one) => ({
      ...one,
      body: {
        get value() {
          read++;
          return one.body.value;
        },
      },
    }));
    const search = new LessonSearch();
    for (const text of ['', 'r', 're', 'retries', 'retries w', 'xyzxyz']) {
      await search.find({ text, lessons: watched, limit: 9 }, withoutPause);
      await search.find({ text, lessons: watched.slice(1), limit: 9 }, withoutPause);
    }
    assert.equal(read, lessons.length);
  });

  it('answers whatever was asked before as if it were the first question', () => {
    const words = fc.constantFrom(
      'retries',
      'over',
      'time',
      'overlaod',
      'x',
      'without',
      'a',
      'lsn',
      '!',
      '試',
    );
    const questions = fc.array(fc.tuple(fc.array(words, { maxLength: 3 }), fc.nat(3)), { maxLength: 5 });
    return fc.assert(
      fc.asyncProperty(questions, async (asked) => {
        const search = new LessonSearch();
        const lists = [lessons, lessons.slice(2), lessons.toReversed(), lessons.slice(0, 1)];
        for (const [written, list] of asked) {
          const question = { text: written.join(' '), lessons: lists[list] ?? [], limit: 9 };
          const fresh = await new LessonSearch().find(question, withoutPause);
          assert.deepEqual(await search.find(question, withoutPause), fresh);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  it('takes any text for a question, and gives lessons in one certain order', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const [found, again] = await Promise.all(
          [lessons, lessons.toReversed()].map((list) =>
            new LessonSearch().find({ text, lessons: list, limit: 9 }, withoutPause),
          ),
        );
        const ids = found?.hits.map((hit) => hit.lesson.id);
        assert.equal(ids?.length, found?.total);
        assert.deepEqual(
          again?.hits.map((hit) => hit.lesson.id),
          ids,
        );
      }),
      { numRuns: runs(50) },
    ));
});
