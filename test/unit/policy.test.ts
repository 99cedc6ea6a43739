import assert from 'node:assert/strict';
import { display } from '../../src/core/display/display';
import { ordinaryFacts } from '../../src/core/display/ordinaryFacts';
import { parseConfig } from '../../src/core/lesson/config';
import { parseLessonText } from '../../src/core/lesson/parse';
import { buildLibrary, type Library } from '../../src/core/library/library';
import { allLines } from '../../src/core/match/changedLines';
import { reachingScopes } from '../../src/core/match/reachingScopes';
import { sourceOf } from '../../src/core/match/source';
import { SourceText } from '../../src/core/text';
import { matchesOf, toolsWith } from './tools';

/** A library as a team with this config has it. */
function libraryUnder(config: string, ...lessons: readonly string[]): Library {
  const { policy, problems } = parseConfig('.lessons/config.yaml', new TextEncoder().encode(config));
  assert.deepEqual(problems, []);
  const files = lessons.map((keys, at) => {
    const text = `---\nid: LSN-0000000${at}\ntitle: Lesson number ${at}\n${keys}\n---\n`;
    return parseLessonText(`.lessons/${at}.md`, new SourceText(text), policy);
  });
  return buildLibrary(files, { policy, policyProblems: [], today: '2026-06-01' });
}

describe('what a config changes', () => {
  const text = 'zero\none\ntwo\n';
  const symbols = [
    { kind: 'function' as const, name: 'two', nameStart: 9, nameEnd: 12, bodyStart: 9, bodyEnd: 12 },
  ];
  const shown = async (config: string, path: string, ...lessons: readonly string[]) => {
    const library = libraryUnder(config, ...lessons);
    const matches = await matchesOf(library, sourceOf(path, text), toolsWith({}, symbols));
    const findings = display(matches, { ...ordinaryFacts(allLines), budget: library.policy.budget });
    return findings.flatMap(({ match, surface }) =>
      surface === 'diagnostic' ? [match.lesson.id.at(-1)] : [],
    );
  };
  const check = (
    what: string,
    config: string,
    lessons: readonly string[],
    expected: readonly string[],
    path = 'gen/a.txt',
  ) => it(what, async () => assert.deepEqual(await shown(config, path, ...lessons), expected));
  const four = ['zero', 'one', 'two', 'o'].map(
    (word) => `applies_to: {pattern: ${word}}\ntests: {match: ${word}}`,
  );
  const named = ['applies_to: {symbols: two}', 'applies_to: {symbols: two}'];

  check('three lessons a file, unless told', '', four.slice(0, 3), ['0', '1', '2']);
  it('a fourth one stays in the tree', async () =>
    assert.equal(new Set(await shown('', 'a.txt', ...four)).size, 3));
  check('fewer lessons a file', 'budget: {lessons_per_file: 1}', four.slice(0, 3), ['0']);
  check('no lessons at all', 'budget: {lessons_per_file: 0}', four, []);
  check('one finding a symbol, unless told', '', named, ['0']);
  check('more findings a symbol', 'budget: {findings_per_symbol: 2}', named, ['0', '1']);
  check('files to which no lesson applies', 'ignore: gen/', four, []);
  check('and the others', 'ignore: gen/', four.slice(0, 1), ['0'], 'src/a.txt');

  it('does not even read what is ignored', () => {
    const library = libraryUnder('ignore: gen/', 'applies_to: {paths: "**"}');
    assert.deepEqual(
      ['gen/a.ts', 'src/a.ts'].map((path) => reachingScopes(library, path, 'typescript').length),
      [0, 1],
    );
  });

  const checkProblems = (what: string, config: string, keys: string, expected: readonly string[]) =>
    it(what, () =>
      assert.deepEqual(
        libraryUnder(config, keys).problems.map(({ code }) => code),
        expected,
      ),
    );
  const accepted = [
    'advice: Do it the other way\nstatus: accepted\nseverity: high\nconfidence: high\napplies_to: {symbols: f}',
    'references: https://a.example\ncreated: 2026-01-01\nfactors: tooling',
  ].join('\n');

  checkProblems('a review after a year, unless told', '', accepted, []);
  checkProblems('a review that comes earlier', 'review_months: {high: 3}', accepted, ['review-overdue']);
  checkProblems('a review of another severity', 'review_months: {low: 3}', accepted, []);
  checkProblems('a rule of wording, unless told', '', 'advice: Mind the human error here', ['wording']);
  checkProblems('a rule that is off', 'wording_off: blame-error', 'advice: Mind the human error here', []);
  checkProblems(
    'another rule that is off',
    'wording_off: counterfactual',
    'advice: Mind the human error here',
    ['wording'],
  );
  const story = 'status: proposed\n---\n## What happened\nIt fell.\n---';
  checkProblems('a story without a way out, unless told', '', story, ['wording']);
  checkProblems('that rule off', 'wording_off: [what-to-do-missing]', story, []);
  checkProblems('an origin of one’s own', 'origins: game-day', 'origin: game-day', []);
});
