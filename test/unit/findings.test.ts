import assert from 'node:assert/strict';
import { display } from '../../src/core/display/display';
import type { Show } from '../../src/core/display/facts';
import { levelOf } from '../../src/core/display/level';
import { ordinaryFacts } from '../../src/core/display/ordinaryFacts';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { allLines, type ChangedLines, noLines } from '../../src/core/match/changedLines';
import { sourceOf } from '../../src/core/match/source';
import { libraryOf } from './lessons';
import { matchesOf, toolsWith } from './tools';

describe('levels', () => {
  const check = (keys: string, expected: string) =>
    it(`${keys.replaceAll('\n', ', ') || 'nothing said'}: ${expected}`, () => {
      const [lesson] = libraryOf(keys).lessons;
      assert.equal(lesson && levelOf(lesson), expected);
    });
  const accepted = (severity: string, confidence: string, more = '') =>
    `status: accepted\nseverity: ${severity}\nconfidence: ${confidence}${more}`;

  check('', 'hint');
  check(accepted('critical', 'high'), 'warning');
  check(accepted('high', 'high'), 'warning');
  check(accepted('critical', 'medium'), 'info');
  check(accepted('high', 'medium'), 'info');
  check(accepted('medium', 'high'), 'info');
  check(accepted('medium', 'medium'), 'hint');
  check(accepted('low', 'high'), 'hint');
  check(accepted('critical', 'low'), 'hint');
  check(accepted('critical', 'high', '\nlevel: info'), 'info');
  check(accepted('critical', 'high', '\nlevel: silent'), 'silent');
  check(accepted('low', 'low', '\nlevel: warning'), 'hint');
  check(accepted('low', 'low', '\nlevel: error'), 'error');
  check('severity: critical\nconfidence: high\nlevel: error', 'hint');
});

describe('findings of a file', () => {
  const loud = 'status: accepted\nseverity: critical\nconfidence: high\n';
  const text = 'zero\none\ntwo\nthree\nfour\n';
  const symbols = [
    { kind: 'function' as const, name: 'two', nameStart: 9, nameEnd: 12, bodyStart: 9, bodyEnd: 18 },
  ];
  const lines = (start: number, end: number): ChangedLines => ({
    kind: 'some',
    spans: [{ start, end, kind: 'edit' }],
  });
  const check = (
    what: string,
    keys: readonly string[],
    changed: ChangedLines,
    show: Show,
    expected: readonly string[],
  ) =>
    it(what, async () => {
      const tools = toolsWith({}, symbols);
      const matches = await matchesOf(libraryOf(...keys), sourceOf('a.txt', text), tools);
      const facts = { ...ordinaryFacts(changed), show, budget: defaultPolicy.budget };
      const findings = display(matches, facts).filter(({ surface }) => surface === 'diagnostic');
      assert.deepEqual(
        findings.map(({ match, level }) => `${match.lesson.id.at(-1)} ${level} ${match.range?.start.line}`),
        expected,
      );
    });
  const pattern = (word: string) => `applies_to: {pattern: ${word}}`;

  check('a changed hit speaks at its level', [loud + pattern('one')], lines(1, 2), 'changes', [
    '1 warning 1',
  ]);
  check('an unchanged hit whispers', [loud + pattern('one')], lines(2, 3), 'changes', ['1 hint 1']);
  check('or speaks up where everything is shown', [loud + pattern('one')], noLines, 'all', ['1 warning 1']);
  check('or keeps still where nothing is', [loud + pattern('one')], allLines, 'off', []);
  check(
    'a symbol counts as changed with its body',
    [`${loud}applies_to: {symbols: two}`],
    lines(3, 4),
    'changes',
    ['1 warning 2'],
  );
  check('a broad match is no diagnostic', [`${loud}applies_to: {paths: '*.txt'}`], allLines, 'all', []);
  check('a silent lesson is none either', [`${loud}level: silent\n${pattern('one')}`], allLines, 'all', []);
  check(
    'three lessons at most, the gravest first, in the order of the text',
    [pattern('zero'), loud + pattern('one'), loud + pattern('two'), loud + pattern('three')],
    ...([allLines, 'all', ['2 warning 1', '3 warning 2', '4 warning 3']] as const),
  );
  check(
    'what is being changed goes before what is grave',
    [pattern('zero'), loud + pattern('one'), loud + pattern('two'), loud + pattern('three')],
    ...([lines(0, 1), 'changes', ['1 hint 0', '2 hint 1', '3 hint 2']] as const),
  );
  check(
    'one lesson a symbol',
    ['applies_to: {symbols: two}', `${loud}applies_to: {symbols: two}`],
    ...([allLines, 'all', ['2 warning 2']] as const),
  );
});
