import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withEvent } from '../../src/core/feedback/batch';
import { eventKinds, type FeedbackEvent, uselessReasons } from '../../src/core/feedback/event';
import { isEventId, newEventId } from '../../src/core/feedback/eventId';
import { formatEvents } from '../../src/core/feedback/formatEvents';
import { parseEvents, parseEventText } from '../../src/core/feedback/parseEvents';
import { demotionsOf, usefulness } from '../../src/core/feedback/usefulness';
import { votesOf } from '../../src/core/feedback/votes';
import { SourceText } from '../../src/core/text';
import { runs } from './runs';

const path = '.lessons/events/2026-01/x.jsonl';
const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes);
const day = fc.constantFrom('2026-01-31', '2026-02-01', '2025-12-24');

const anyEvent: fc.Arbitrary<FeedbackEvent> = fc
  .record({
    ev: fc.constantFrom(...Array.from({ length: 30 }, () => newEventId('2026-01-31', random))),
    lesson: fc.constantFrom('LSN-00000001', 'LSN-00000002', 'LSN-7K3QF2XM'),
    day,
  })
  .chain((known) =>
    fc
      .constantFrom(...eventKinds)
      .chain(
        (kind): fc.Arbitrary<FeedbackEvent> =>
          kind === 'not-useful'
            ? fc.constantFrom(...uselessReasons).map((reason) => ({ ...known, kind, reason }))
            : fc.constant({ ...known, kind }),
      ),
  );

describe('a file of events', () => {
  const ev = '01KG7X3R00ABCDEFGHJKMNPQRS';
  const whole = { ev, lesson: 'LSN-7K3QF2XM', kind: 'useful', day: '2026-01-31' };
  /** Problems are written as `code key` and what their range covers. */
  const check = (what: string, written: string, count: number, ...problems: readonly string[]) =>
    it(what, () => {
      const text = new SourceText(written);
      const read = parseEventText(path, text);
      const found = read.problems.map(({ code, range, ...fact }) => {
        const covered = text.value.slice(text.offsetAt(range.start), text.offsetAt(range.end));
        return `${code}${'key' in fact ? ` ${fact.key}` : ''} ${covered}`;
      });
      assert.deepEqual(found, problems);
      assert.equal(read.events.length, count);
    });
  const line = (more: object) => JSON.stringify({ ...whole, ...more });

  check('may be empty', '', 0);
  check('is one event a line', `${line({})}\n${line({ kind: 'reviewed' })}\n`, 2);
  check('may end without a line break', line({}), 1);
  check('may have line breaks of Windows, and empty lines', `\uFEFF${line({})}\r\n\r\n${line({})}\r\n`, 2);
  const cut = line({}).slice(0, 40);
  check('cut off in the middle', `${line({})}\n${cut}`, 1, `event-unreadable ${cut}`);
  check(
    'in which a merge stopped',
    `<<<<<<< HEAD\n${line({})}\n=======\n${line({})}\n>>>>>>> b\n`,
    2,
    ...['event-unreadable <<<<<<< HEAD', 'event-unreadable =======', 'event-unreadable >>>>>>> b'],
  );
  const story = '# A text\n\nof several\nlines';
  check('of another kind is one problem', `${story}\n\n`, 0, `event-unreadable ${story}`);
  check('with values that are no events', '[]\nnull\n7', 0, 'event-unreadable []\nnull\n7');

  const wrong = (what: string, more: object, ...problems: readonly string[]) =>
    check(what, line(more), 0, ...problems);
  const [noLesson, noReason] = [{ lesson: undefined }, { kind: 'not-useful' }];
  wrong('without a lesson', noLesson, `event-key-missing lesson ${line(noLesson)}`);
  wrong('with a number for an id', { ev: 7 }, 'event-value-invalid ev 7');
  wrong(
    'with an id in small letters',
    { lesson: 'lsn-7k3qf2xm' },
    'event-value-invalid lesson "lsn-7k3qf2xm"',
  );
  wrong('with a day that does not exist', { day: '2026-02-30' }, 'event-value-invalid day "2026-02-30"');
  wrong('of a kind from the future', { kind: 'adored' }, 'event-value-invalid kind "adored"');
  wrong('of a kind that all objects have', { kind: 'toString' }, 'event-value-invalid kind "toString"');
  wrong('without its reason', noReason, `event-key-missing reason ${line(noReason)}`);
  wrong(
    'with an unknown reason',
    { kind: 'not-useful', reason: 'mood' },
    'event-value-invalid reason "mood"',
  );

  check('with a reason', line({ kind: 'not-useful', reason: 'known' }), 1);
  check(
    'with a reason for what needs none',
    line({ reason: 'known' }),
    1,
    'event-key-unknown reason "reason"',
  );
  check('with a key from the future counts', line({ cause: 'latent' }), 1, 'event-key-unknown cause "cause"');
  check(
    'with a key that all objects have',
    line({}).replace('}', ',"__proto__":{}}'),
    ...([1, 'event-key-unknown __proto__ "__proto__"'] as const),
  );

  it('that is too large is not read', () => {
    const { events, problems } = parseEvents(path, new TextEncoder().encode(`${line({})}\n`.repeat(50_000)));
    assert.deepEqual([events.length, problems.map(({ code }) => code)], [0, ['events-too-large']]);
  });

  it('says what was written into it', () =>
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const read = parseEvents(path, new TextEncoder().encode(formatEvents(events)));
        assert.deepEqual(read, { path, events, problems: [] });
      }),
      { numRuns: runs(200) },
    ));

  it('may hold anything', () => {
    const pieces = fc.oneof(
      fc.uint8Array(),
      fc.json().map((text) => new TextEncoder().encode(text)),
      anyEvent.map((event) => new TextEncoder().encode(formatEvents([event]))),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), (parts) => {
        const bytes = Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
        const { events, problems } = parseEvents(path, bytes);
        assert.deepEqual(parseEvents(path, Buffer.from(formatEvents(events))).events, events);
        const lines = new SourceText(new TextDecoder().decode(bytes)).lines();
        for (const { range } of problems) {
          assert.ok(range.end.character <= (lines[range.end.line]?.length ?? -1));
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('an event id', () => {
  const check = (value: string, expected: boolean) =>
    it(`${value} is ${expected ? 'one' : 'none'}`, () => assert.equal(isEventId(value), expected));

  check('01KG7X3R00ABCDEFGHJKMNPQRS', true);
  check('81KG7X3R00ABCDEFGHJKMNPQRS', false);
  check('01KG7X3R00ABCDEFGHJKMNPQRU', false);
  check('01kg7x3r00abcdefghjkmnpqrs', false);
  check('01KG7X3R00ABCDEFGHJKMNPQR', false);

  it('tells the day and nothing closer', () => {
    // 2016-07-30, of which the specification of ULIDs has an example: 01ARYZ6S41TSV4RRFFQ69G5FAV at 23:54:10.259.
    const ids = Array.from({ length: 100 }, () => newEventId('2016-07-30', random));
    assert.equal(ids.every(isEventId), true);
    assert.equal(new Set(ids).size, 100);
    assert.deepEqual([...new Set(ids.map((id) => id.slice(0, 10)))], ['01ARWHKC00']);
    assert.equal(newEventId('2016-07-30', random) < '01ARYZ6S41TSV4RRFFQ69G5FAV', true);
    assert.equal(newEventId('2016-07-31', random) > '01ARYZ6S41TSV4RRFFQ69G5FAV', true);
  });
});

describe('votes', () => {
  it('are the same in any order, and however often they are stored', () =>
    fc.assert(
      fc.property(
        fc
          .array(anyEvent)
          .chain((events) =>
            fc.tuple(
              fc.constant(events),
              fc.shuffledSubarray(events, { minLength: events.length }),
              fc.subarray(events),
            ),
          ),
        ([events, shuffled, again]) => assert.deepEqual(votesOf([...shuffled, ...again]), votesOf(events)),
      ),
      { numRuns: runs(200) },
    ));

  it('are counted by lesson, kind and reason', () => {
    const of = (kind: string, more: object = {}) =>
      ({
        ev: newEventId('2026-01-31', random),
        lesson: 'LSN-00000001',
        kind,
        day: '2026-01-31',
        ...more,
      }) as FeedbackEvent;
    const events = [
      ...[of('useful'), of('useful', { lesson: 'LSN-00000002' }), of('not-here'), of('recurred')],
      ...['known', 'known', 'unclear'].map((reason) => of('not-useful', { reason })),
      ...['2026-01-02', '2026-03-01', '2026-02-01'].map((day) => of('reviewed', { day })),
    ];
    const votes = votesOf(events);
    assert.deepEqual(votes.get('LSN-00000001'), {
      ...{ useful: 1, notUseful: 3, byReason: { known: 2, unclear: 1 } },
      ...{ notHere: 1, recurred: 1, lastReviewed: '2026-03-01' },
    });
    assert.equal(votes.get('LSN-00000002')?.useful, 1);
    assert.equal(votes.size, 2);
  });

  it('in a batch are replaced by a later one of the same person, and nothing else is', () => {
    const of = (lesson: string, kind: FeedbackEvent['kind']) =>
      ({
        ev: newEventId('2026-01-31', random),
        lesson,
        kind,
        reason: 'known',
        day: '2026-01-31',
      }) as FeedbackEvent;
    const [a, b] = ['LSN-00000001', 'LSN-00000002'];
    const told = [
      of(a, 'useful'),
      of(b, 'useful'),
      of(a, 'not-here'),
      of(a, 'not-useful'),
      of(a, 'not-here'),
    ];
    const batch = told.reduce<readonly FeedbackEvent[]>(withEvent, []);
    assert.deepEqual(batch, told.slice(1));
  });
});

describe('usefulness', () => {
  const check = (useful: number, notUseful: number, expected: number) =>
    it(`of ${useful} for and ${notUseful} against: ${expected}`, () =>
      assert.equal(Number(usefulness({ useful, notUseful }).toFixed(2)), expected));

  check(1, 0, 0.21);
  check(3, 0, 0.44);
  check(5, 0, 0.57);
  check(10, 0, 0.72);
  check(19, 1, 0.76);
  check(9, 1, 0.6);
  check(0, 0, 0.6);
});

describe('demotion', () => {
  const check = (useful: number, notUseful: number, expected: number) =>
    it(`by ${useful} for and ${notUseful} against: ${expected}`, () =>
      assert.equal(demotionsOf({ useful, notUseful }), expected));

  check(0, 0, 0);
  check(0, 1, 0);
  check(0, 3, 0);
  check(3, 1, 0);
  check(2, 2, 1);
  check(0, 4, 1);
  check(0, 7, 1);
  check(4, 4, 2);
  check(0, 8, 2);
  check(27, 3, 0);
  check(24, 6, 1);
  check(900, 100, 0);
  check(800, 200, 41);

  it('never becomes less by votes against; more by votes for only where they complete four', () => {
    for (let useful = 0; useful < 50; useful++) {
      for (let notUseful = 0; notUseful < 50; notUseful++) {
        const now = demotionsOf({ useful, notUseful });
        const isFourth = (useful + notUseful + 1) % 4 === 0;
        assert.ok(demotionsOf({ useful, notUseful: notUseful + 1 }) >= now);
        assert.ok(demotionsOf({ useful: useful + 1, notUseful }) <= now + (isFourth ? 1 : 0));
      }
    }
  });

  /** How probable it is that votes which are against with this probability have quietened a lesson by then: exactly. */
  const demotedBy = (against: number, most: number): number => {
    let still = new Map([[0, 1]]);
    for (let all = 1; all <= most; all++) {
      const next = new Map<number, number>();
      for (const [notUseful, probability] of still) {
        for (const [sum, share] of [
          [notUseful, 1 - against],
          [notUseful + 1, against],
        ] as const) {
          if (demotionsOf({ useful: all - sum, notUseful: sum }) === 0) {
            next.set(sum, (next.get(sum) ?? 0) + probability * share);
          }
        }
      }
      still = next;
    }
    return 1 - [...still.values()].reduce((sum, probability) => sum + probability, 0);
  };
  const checkWithin30 = (against: number, expected: number) =>
    it(`meets ${expected} % of the lessons that ${against * 100} % find of no use, within 30 votes`, () =>
      assert.equal(Number((100 * demotedBy(against, 30)).toFixed(1)), expected));

  checkWithin30(0.02, 0.7);
  checkWithin30(0.05, 4.8);
  checkWithin30(0.1, 22.1);
  checkWithin30(0.2, 72.4);
  checkWithin30(0.4, 99.7);
  checkWithin30(0.6, 100);

  it('meets half of those that it meets after nine votes, or four', () => {
    const median = (against: number) =>
      Array.from({ length: 30 }, (_, index) => index + 1).find(
        (most) => demotedBy(against, most) >= demotedBy(against, 30) / 2,
      );
    assert.deepEqual([0.2, 0.4, 0.6].map(median), [9, 4, 4]);
  });
});
