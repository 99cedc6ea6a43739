import assert from 'node:assert/strict';
import fc from 'fast-check';
import { display, type Finding } from '../../src/core/display/display';
import type { DisplayFacts, Show, Silence } from '../../src/core/display/facts';
import { noBudget, ordinaryFacts } from '../../src/core/display/ordinaryFacts';
import type { Rule } from '../../src/core/display/ruling';
import { daysSeen, withToday } from '../../src/core/display/seenDays';
import { ordinaryStanding, type Standing } from '../../src/core/display/standing';
import { defaultPolicy } from '../../src/core/lesson/policy';
import type { LineStretch } from '../../src/core/match/alignedLines';
import { allLines, type ChangedLines, noLines } from '../../src/core/match/changedLines';
import type { Match, MatchClass } from '../../src/core/match/match';
import { libraryOf } from './lessons';
import { runs } from './runs';

const loud = 'status: accepted\nseverity: critical\nconfidence: high';

/** A match of a lesson at a line. */
function matchOf(
  keys: string,
  kind: MatchClass = 'sharp',
  line = 1,
  { symbol, lastLine = line }: { readonly symbol?: string; readonly lastLine?: number } = {},
): Match {
  const [lesson] = libraryOf(keys).lessons;
  assert.ok(lesson);
  const range = { start: { line, character: 2 }, end: { line, character: 5 } };
  const extent = { start: { line, character: 0 }, end: { line: lastLine, character: 9 } };
  return {
    ...{ lesson, path: 'a.ts', class: kind, why: { scope: 0, ...(symbol !== undefined && { symbol }) } },
    ...(kind !== 'broad' && { range, extent: kind === 'named' ? extent : range }),
  };
}

interface Given {
  readonly changed?: ChangedLines;
  readonly show?: Show;
  readonly standing?: Partial<Standing>;
  readonly silence?: Silence;
  readonly conflicts?: readonly LineStretch[];
}

function factsOf({
  changed = allLines,
  show = 'changes',
  standing,
  silence,
  conflicts = [],
}: Given): DisplayFacts {
  return {
    ...{ changed, show, conflicts, budget: defaultPolicy.budget },
    standingOf: () => ({ ...ordinaryStanding, ...standing }),
    silenceOf: () => silence,
  };
}

/** Where a match is found, how loudly, and which rules did something to it. */
function told({ surface, level, rulings }: Finding): string {
  const effects = rulings
    .filter(({ effect }) => effect !== 'none')
    .map(({ rule, effect }) => `${rule}:${effect}`);
  return [surface, level, ...effects].join(' ');
}

describe('the policy of display: each rule', () => {
  const check = (what: string, match: Match, given: Given, expected: string) =>
    it(`${what}: ${expected}`, () => {
      const [finding] = display([match], factsOf(given));
      assert.equal(finding && told(finding), expected);
    });
  const sharp = matchOf(loud);
  const control = { kind: 'test', status: 'done', ref: 'test/a.test.ts' } as const;

  check('nothing in the way', sharp, {}, 'diagnostic warning');
  check('a symbol', matchOf(loud, 'named'), {}, 'diagnostic warning');
  check('broad', matchOf(loud, 'broad'), {}, 'tree warning class:silence');
  check('in a merge conflict', sharp, { conflicts: [{ start: 0, end: 3 }] }, 'tree warning conflict:silence');
  check('behind a merge conflict', sharp, { conflicts: [{ start: 2, end: 3 }] }, 'diagnostic warning');
  check('suppressed', sharp, { silence: { line: 0 } }, 'tree warning suppressed:silence');
  check('orphaned', sharp, { standing: { isOrphaned: true } }, 'hover warning orphaned:silence');
  check('codified', sharp, { standing: { codifiedBy: control } }, 'hover warning codified:silence');
  check('silent', matchOf(`${loud}\nlevel: silent`), {}, 'tree silent level:silence');
  check('capped', matchOf(`${loud}\nlevel: info`), {}, 'diagnostic info');
  check('error by the file', matchOf('status: accepted\nlevel: error'), {}, 'diagnostic error');
  check('demoted once', sharp, { standing: { demotions: 1 } }, 'diagnostic info demoted:lower');
  check('demoted twice', sharp, { standing: { demotions: 2 } }, 'diagnostic hint demoted:lower');
  check('critical, demoted for good', sharp, { standing: { demotions: 9 } }, 'diagnostic hint demoted:lower');
  check(
    'not critical, demoted out of sight',
    matchOf('status: accepted'),
    { standing: { demotions: 1 } },
    'tree silent demoted:silence',
  );
  check('proposed', matchOf('severity: critical\nconfidence: high'), {}, 'diagnostic hint proposed:lower');
  check('proposed, a hint anyway', matchOf('severity: low'), {}, 'diagnostic hint');
  check('unchanged', sharp, { changed: noLines }, 'diagnostic hint changed:lower');
  check('unchanged, all shown', sharp, { changed: noLines, show: 'all' }, 'diagnostic warning');
  check('unchanged, a hint anyway', matchOf('status: accepted'), { changed: noLines }, 'diagnostic hint');
  check('off', sharp, { show: 'off' }, 'hover hint setting:silence'.replace('hint', 'warning'));
});

describe('the policy of display: rules that meet', () => {
  const control = { kind: 'test', status: 'done', ref: 'test/a.test.ts' } as const;
  /** Each silences by itself, some at the place and some altogether. */
  const silencers: Readonly<
    Partial<
      Record<
        Rule,
        {
          readonly given: Given;
          readonly keys?: string;
          readonly kind?: MatchClass;
          readonly leaves: boolean;
        }
      >
    >
  > = {
    class: { given: {}, kind: 'broad', leaves: true },
    suppressed: { given: { silence: { line: 0 } }, leaves: true },
    orphaned: { given: { standing: { isOrphaned: true } }, leaves: false },
    codified: { given: { standing: { codifiedBy: control } }, leaves: false },
    level: { given: {}, keys: `${loud}\nlevel: silent`, leaves: true },
    setting: { given: { show: 'off' }, leaves: false },
    conflict: { given: { conflicts: [{ start: 0, end: 9 }] }, leaves: true },
  };
  const entries = Object.entries(silencers);
  for (const [one, a] of entries) {
    for (const [other, b] of entries.filter(([name]) => name > one)) {
      // A whole file lies in no conflict.
      const isApart = [one, other].sort().join() === 'class,conflict';
      it(`${one} and ${other} both say so, and the stronger decides the surface`, () => {
        const given = { ...a.given, ...b.given, standing: { ...a.given.standing, ...b.given.standing } };
        const match = matchOf(a.keys ?? b.keys ?? loud, a.kind ?? b.kind ?? 'sharp');
        const [finding] = display([match], factsOf(given));
        const silencing = finding?.rulings.flatMap(({ rule, effect }) =>
          effect === 'silence' ? [rule] : [],
        );
        assert.deepEqual([...(silencing ?? [])].sort(), isApart ? ['class'] : [one, other].sort());
        assert.equal(finding?.surface, a.leaves || b.leaves ? 'tree' : 'hover');
      });
    }
  }

  const check = (what: string, keys: string, given: Given, expected: string) =>
    it(`${what}: ${expected}`, () => {
      const [finding] = display([matchOf(keys)], factsOf(given));
      assert.equal(finding && told(finding), expected);
    });
  const proposed = 'severity: critical\nconfidence: high';
  check(
    'capped, then demoted',
    `${loud}\nlevel: info`,
    { standing: { demotions: 1 } },
    'diagnostic hint demoted:lower',
  );
  check(
    'demoted and proposed',
    proposed,
    { standing: { demotions: 1 } },
    'diagnostic hint demoted:lower proposed:lower',
  );
  check(
    'demoted to a hint and proposed',
    proposed,
    { standing: { demotions: 2 } },
    'diagnostic hint demoted:lower',
  );
  check(
    'demoted and unchanged',
    loud,
    { standing: { demotions: 1 }, changed: noLines },
    'diagnostic hint demoted:lower changed:lower',
  );
  check('proposed and unchanged', proposed, { changed: noLines }, 'diagnostic hint proposed:lower');
  check('error, proposed', 'level: error', {}, 'diagnostic hint proposed:lower');
  check(
    'error, demoted',
    'status: accepted\nlevel: error',
    { standing: { demotions: 1 } },
    'diagnostic warning demoted:lower',
  );
  check(
    'error, unchanged',
    'status: accepted\nlevel: error',
    { changed: noLines },
    'diagnostic hint changed:lower',
  );
  check(
    'silent by the file stays so, critical and demoted',
    `${loud}\nlevel: silent`,
    { standing: { demotions: 1 } },
    'tree silent level:silence',
  );
  check(
    'off and unchanged',
    loud,
    { show: 'off', changed: noLines },
    'hover hint changed:lower setting:silence',
  );
  check(
    'codified and unchanged',
    loud,
    { standing: { codifiedBy: control }, changed: noLines },
    'hover hint codified:silence changed:lower',
  );
});

describe('the policy of display: places', () => {
  const id = (last: string) => `id: LSN-0000000${last}\n`;
  const check = (
    what: string,
    matches: readonly Match[],
    expected: readonly string[],
    more: Partial<DisplayFacts> = {},
  ) =>
    it(what, () => {
      const findings = display(matches, { ...factsOf({}), ...more });
      assert.deepEqual(
        findings.map(({ match, surface, rulings }) => {
          const by = rulings.find(({ rule, effect }) => rule.endsWith('budget') && effect === 'silence');
          return `${match.lesson.id.at(-1)} ${by === undefined ? surface : by.rule}`;
        }),
        expected,
      );
    });
  const keys = (last: string, more = loud) => `${id(last)}${more}`;
  const low = 'status: accepted\nseverity: low\nconfidence: high';

  check(
    'three lessons a file',
    ['1', '2', '3', '4'].map((n) => matchOf(keys(n))),
    [...['1 diagnostic', '2 diagnostic', '3 diagnostic', '4 file-budget']],
  );
  check(
    'as many hits as a lesson has',
    [1, 2, 3, 4].map((line) => matchOf(keys('1'), 'sharp', line)),
    [...['1 diagnostic', '1 diagnostic', '1 diagnostic', '1 diagnostic']],
  );
  it('ten hits of a lesson, those that are being changed first', () => {
    const lines = Array.from({ length: 14 }, (_, line) => line);
    const changed: ChangedLines = { kind: 'some', spans: [{ start: 11, end: 14, kind: 'edit' }] };
    const findings = display(
      lines.map((line) => matchOf(keys('1'), 'sharp', line)),
      factsOf({ changed }),
    );
    assert.deepEqual(
      findings.flatMap(({ match, surface }) => (surface === 'diagnostic' ? [match.range?.start.line] : [])),
      [0, 1, 2, 3, 4, 5, 6, 11, 12, 13],
    );
    assert.equal(findings[7]?.rulings.at(-1)?.rule, 'hit-budget');
    assert.equal(findings[7]?.surface, 'hover');
  });
  check(
    'the worst harm first',
    [matchOf(keys('1', low)), ...['2', '3', '4'].map((n) => matchOf(keys(n)))],
    ['1 file-budget', '2 diagnostic', '3 diagnostic', '4 diagnostic'],
  );
  check(
    'what is being changed before the worst harm',
    [matchOf(keys('1', low), 'sharp', 7), ...['2', '3', '4'].map((n) => matchOf(keys(n)))],
    ['1 diagnostic', '2 diagnostic', '3 diagnostic', '4 file-budget'],
    { changed: { kind: 'some', spans: [{ start: 7, end: 8, kind: 'edit' }] } },
  );
  check(
    'what was found useful before what was not',
    ['1', '2', '3', '4'].map((n) => matchOf(keys(n))),
    ['1 file-budget', '2 diagnostic', '3 diagnostic', '4 diagnostic'],
    {
      standingOf: ({ lesson }) => ({ ...ordinaryStanding, usefulness: lesson.id.endsWith('1') ? 0.2 : 0.6 }),
    },
  );
  check(
    'what was not seen lately before what was',
    ['1', '2', '3', '4'].map((n) => matchOf(keys(n))),
    ['1 file-budget', '2 diagnostic', '3 diagnostic', '4 diagnostic'],
    { standingOf: ({ lesson }) => ({ ...ordinaryStanding, daysShown: lesson.id.endsWith('1') ? 1 : 0 }) },
  );
  check(
    'a pattern within a symbol before a pattern before a symbol',
    [
      ...[
        matchOf(keys('1'), 'named', 1, { symbol: 'f' }),
        matchOf(keys('2')),
        matchOf(keys('3'), 'sharp', 1, { symbol: 'g' }),
      ],
    ],
    ['1 file-budget', '2 file-budget', '3 diagnostic'],
    { budget: { lessonsPerFile: 1, findingsPerSymbol: 1 } },
  );
  check(
    'what is silenced takes no place',
    [...['1', '2', '3'].map((n) => matchOf(keys(n, `${loud}\nlevel: silent`))), matchOf(keys('4'))],
    ['1 tree', '2 tree', '3 tree', '4 diagnostic'],
  );
  check(
    'what a symbol has no place for takes none of the file’s',
    [
      ...['1', '2', '3'].map((n) => matchOf(keys(n), 'named', 1, { symbol: 'f' })),
      ...['4', '5'].map((n) => matchOf(keys(n, low))),
    ],
    ['1 diagnostic', '2 symbol-budget', '3 symbol-budget', '4 diagnostic', '5 diagnostic'],
  );
  check(
    'one lesson a symbol, by whatever name',
    [matchOf(keys('1', low), 'named', 1, { symbol: 'f' }), matchOf(keys('2'), 'sharp', 2, { symbol: 'f' })],
    ['1 symbol-budget', '2 diagnostic'],
  );
  check(
    'a symbol in several parts is told once',
    [matchOf(keys('1'), 'named', 1, { symbol: 'f' }), matchOf(keys('1'), 'named', 4, { symbol: 'f' })],
    ['1 diagnostic', '1 symbol-budget'],
  );
  check(
    'a hit says more than the name around it',
    [matchOf(keys('1'), 'named', 1, { symbol: 'f', lastLine: 5 }), matchOf(keys('1'), 'sharp', 3)],
    ['1 symbol-budget', '1 diagnostic'],
  );
  check(
    'but not where only the name is being changed',
    [matchOf(keys('1'), 'named', 1, { symbol: 'f', lastLine: 5 }), matchOf(keys('1'), 'sharp', 3)],
    ['1 diagnostic', '1 diagnostic'],
    { changed: { kind: 'some', spans: [{ start: 5, end: 6, kind: 'edit' }] } },
  );
  check(
    'nor another lesson’s hit',
    [matchOf(keys('1'), 'named', 1, { symbol: 'f', lastLine: 5 }), matchOf(keys('2'), 'sharp', 3)],
    ['1 diagnostic', '2 diagnostic'],
  );
  check(
    'places without end',
    ['1', '2', '3', '4', '5'].map((n) => matchOf(keys(n))),
    [...['1 diagnostic', '2 diagnostic', '3 diagnostic', '4 diagnostic', '5 diagnostic']],
    { budget: noBudget },
  );
});

describe('the policy of display: whatever comes', () => {
  const matches = ['1', '2', '3', '4', '5', '6'].flatMap((n) => {
    const keys = `id: LSN-0000000${n}\n${Number(n) % 2 === 0 ? loud : 'severity: high'}`;
    return [
      matchOf(keys),
      matchOf(keys, 'named', Number(n), { symbol: 'f', lastLine: 9 }),
      matchOf(keys, 'broad'),
    ];
  });

  it('keeps the order, tells each match once, and does not exceed the budget', () => {
    fc.assert(
      fc.property(
        fc.subarray(matches),
        fc.record({ lessonsPerFile: fc.nat(4), findingsPerSymbol: fc.nat(2) }),
        fc.nat(3),
        (some, budget, demotions) => {
          const facts = {
            ...ordinaryFacts(allLines),
            budget,
            standingOf: () => ({ ...ordinaryStanding, demotions }),
          };
          const findings = display(some, facts);
          assert.deepEqual(
            findings.map(({ match }) => match),
            some,
          );
          const heard = findings.filter(({ surface }) => surface === 'diagnostic');
          assert.equal(
            new Set(heard.map(({ match }) => match.lesson.id)).size <= budget.lessonsPerFile,
            true,
          );
          const named = heard.filter(({ match }) => match.class === 'named');
          assert.equal(named.length <= budget.findingsPerSymbol, true);
          assert.equal(
            heard.some(({ match }) => match.class === 'broad'),
            false,
          );
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe('days on which a lesson was seen', () => {
  const check = (days: readonly string[], expected: number) =>
    it(`${days.join(', ') || 'none'}: ${expected}`, () =>
      assert.equal(daysSeen(days, '2026-03-15'), expected));
  check([], 0);
  check(['2026-03-15'], 0);
  check(['2026-03-14', '2026-03-15'], 1);
  check(['2026-03-01', '2026-03-02'], 2);
  check(['2026-02-28', '2026-03-14'], 1);

  it('are kept as long as they count, each once', () =>
    assert.deepEqual(withToday(['2026-02-28', '2026-03-01', '2026-03-15'], '2026-03-15'), [
      ...['2026-03-01', '2026-03-15'],
    ]));
});
