import assert from 'node:assert/strict';
import { countCandidates } from '../../src/core/learn/candidateCount';
import { candidatesFor } from '../../src/core/learn/candidates';
import { candidatesOfOrigin, narrowingsOf } from '../../src/core/learn/narrowing';
import { sweepOf } from '../../src/core/learn/sweep';
import { sweepFacts, sweepProblem } from '../../src/core/learn/sweepFacts';
import { defaultPolicy } from '../../src/core/lesson/policy';
import type { Surroundings } from '../../src/core/match/reach';
import { sourceOf } from '../../src/core/match/source';
import { withoutPause } from '../../src/core/match/turns';
import { problemMessage } from '../../src/core/present/problemWording';
import { sweepRemarks } from '../../src/core/present/sweepWording';
import { libraryOf } from './lessons';
import { projectOf } from './project';
import { toolsWith } from './tools';

const files: Readonly<Record<string, string>> = {
  'src/pay/a.ts': [
    'export function charge(items) {',
    '  for (const item of items) {',
    '    send(item.id, { retry: true });',
    '    send(item.name);',
    '  }',
    '}',
    'export const other = () => send(1);',
  ].join('\n'),
  'src/pay/b.ts': 'send(2);\nsend(3, { retry: true });\n',
  'src/tax/c.ts': '// send(4)\nfunction tax(x) { send(x.id, { retry: true }); }\n',
  'tools/d.py': 'send(5)\n',
};
const origin = 'evidence: {path: src/pay/a.ts, lines: "3-3", symbol: charge}';

describe('the sweep of a lesson', () => {
  const tools = toolsWith();
  const where = (hitsPerLesson = 25): Surroundings => ({
    ...{ project: projectOf(files), tools },
    policy: { ...defaultPolicy, budget: { ...defaultPolicy.budget, hitsPerLesson } },
    changedLinesOf: async () => ({ kind: 'some', spans: [{ start: 0, end: 1, kind: 'edit' }] }),
  });
  const lessonOf = (keys: string) => {
    const [lesson] = libraryOf(keys).lessons;
    assert.ok(lesson, 'it is a lesson');
    return lesson;
  };

  /** `hits (changed) breadth`, and whether the origin is missed. */
  const check = (keys: string, expected: string, limit?: number) =>
    it(`${keys} has ${expected}`, async () => {
      const sweep = await sweepOf(lessonOf(keys), where(limit), withoutPause);
      assert.ok(sweep);
      const { hits, changed, breadth, missesOrigin } = sweep;
      assert.equal(`${hits} (${changed}) ${breadth}${missesOrigin ? ' misses' : ''}`, expected);
    });

  check('applies_to: {pattern: "send\\\\("}', '8 (3) fits');
  check('applies_to: {pattern: "send\\\\("}', '8 (3) broad', 7);
  check('applies_to: {pattern: "send\\\\("}', '8 (3) fits', 8);
  check('applies_to: {pattern: nowhere}', '0 (0) nothing');
  check('applies_to: []', '0 (0) nothing');
  check('applies_to: {symbols: charge}', '1 (1) fits');
  check('applies_to: {symbols: charge, pattern: nowhere}', '0 (0) nothing');
  check('applies_to: {paths: "src/"}', '3 (0) broad', 2);
  check('applies_to: [{paths: "src/pay/"}, {pattern: "send\\\\(\\\\d"}]', '5 (3) fits');
  check('applies_to: [{pattern: "send\\\\("}, {pattern: "send\\\\("}]', '8 (3) fits');

  check(`${origin}\napplies_to: {pattern: "send\\\\("}`, '8 (3) fits');
  check(`${origin}\napplies_to: {pattern: "send\\\\(\\\\d"}`, '5 (3) fits misses');
  check(`${origin}\napplies_to: {pattern: "item.name"}`, '1 (0) fits misses');
  check(`${origin}\napplies_to: [{pattern: "item.name"}, {symbols: charge}]`, '2 (1) fits');
  check(`${origin}\napplies_to: {symbols: tax}`, '1 (0) fits misses');
  check(`${origin}\napplies_to: {paths: "src/pay/"}`, '2 (0) fits');
  check(`${origin}\napplies_to: {paths: "src/tax/"}`, '1 (0) fits misses');
  check(`${origin}\napplies_to: []`, '0 (0) nothing');
  check('evidence: {path: src/pay/gone.ts}\napplies_to: {pattern: nowhere}', '0 (0) nothing');
  check('evidence: {path: src/pay/a.ts}\napplies_to: {pattern: "item.name"}', '1 (0) fits');
  check('evidence: {path: src/pay/a.ts}\napplies_to: {pattern: nowhere}', '0 (0) nothing misses');
  // The code was changed since, as by the fix.
  check(`${origin}\ntests: {match: "send(item)"}\napplies_to: {pattern: "send.item.$"}`, '0 (0) nothing');

  it('names the files with their places, each place once', async () => {
    const lesson = lessonOf(
      'applies_to: [{pattern: "send\\\\(2"}, {pattern: "send.[23]"}, {paths: "src/tax/"}]',
    );
    const sweep = await sweepOf(lesson, where(), withoutPause);
    assert.deepEqual(
      sweep?.files.map(({ path, places }) => `${path} ${places.length}`),
      ['src/pay/b.ts 2', 'src/tax/c.ts 0'],
    );
  });

  it('ends where nobody wants it any more', async () => {
    const lesson = lessonOf('applies_to: {pattern: send}');
    assert.equal(await sweepOf(lesson, where(), { next: async () => false }), undefined);
  });

  /** The problems, each where it stands in the file, and the sentences. */
  const checkProblems = (keys: string, limit: number, expected: readonly string[]) =>
    it(`${keys} is told, where ${limit} fit`, async () => {
      const lesson = lessonOf(keys);
      const sweep = await sweepOf(lesson, where(limit), withoutPause);
      assert.ok(sweep);
      const problems = sweepFacts(lesson, sweep).flatMap((fact) => sweepProblem(lesson, fact));
      const shown = problems.map(
        ({ code, range: { start }, severity }) => `${severity} ${code} ${start.line}:${start.character}`,
      );
      assert.deepEqual(shown, expected);
      assert.deepEqual(problems.map(problemMessage), sweepRemarks(sweep).slice(0, expected.length));
    });

  const two = 'applies_to:\n  - {pattern: "name"}\n  - {pattern: "send\\\\("}';
  checkProblems(two, 25, []);
  checkProblems(two, 5, ['warning scope-too-broad 5:14']);
  checkProblems(`status: accepted\n${two}`, 5, []);
  checkProblems(`${origin}\napplies_to: {paths: tools/}`, 5, ['warning scope-misses-origin 4:20']);
  checkProblems(`${origin}\napplies_to:\n  - {symbols: tax}\n  - {pattern: "send.\\\\d"}`, 1, [
    ...['warning scope-too-broad 6:14', 'warning scope-misses-origin 5:4'],
  ]);

  const checkNarrowing = (keys: string, limit: number, expected: readonly string[]) =>
    it(`${keys} is narrowed to fit ${limit}`, async () => {
      const lesson = lessonOf(keys);
      const around = where(limit);
      const sweep = await sweepOf(lesson, around, withoutPause);
      assert.ok(sweep);
      const candidates = await candidatesOfOrigin(lesson, around);
      const narrowings = await narrowingsOf(lesson, sweep, candidates, around, withoutPause);
      const shown = narrowings?.map(
        ({ kind, scope, hits, files: held }) =>
          `${kind} ${scope.structure ?? (kind === 'pattern' ? scope.pattern : (scope.symbols ?? scope.paths))}: ${hits} in ${held}`,
      );
      assert.deepEqual(shown, expected);
    });

  const broad = `${origin}\napplies_to: {pattern: "send\\\\("}`;
  checkNarrowing(broad, 8, []);
  checkNarrowing(broad, 3, [
    'path src/pay/a.ts: 3 in 1',
    'symbol charge: 2 in 1',
    'pattern \\bsend\\(\\w+\\.id,\\s*\\{\\s*retry:\\s*true\\s*\\}\\): 2 in 2',
    'pattern send($A.id, { retry: true }): 2 in 2',
    'pattern send\\(item\\.id,\\s+\\{\\s+retry:\\s+true\\s+\\}\\): 1 in 1',
  ]);
  checkNarrowing('applies_to: {pattern: "send\\\\("}', 3, []);
  checkNarrowing('evidence: {path: src/pay/a.ts}\napplies_to: {paths: "**/*.ts"}', 2, [
    ...['folder src/pay/: 2 in 2', 'path src/pay/a.ts: 1 in 1'],
  ]);

  it('counts candidates in all of the project', async () => {
    const text = files['src/pay/a.ts'] ?? '';
    const start = text.indexOf('send(item.id');
    const selection = { start, end: text.indexOf(';', start) };
    const candidates = await candidatesFor(sourceOf('src/pay/a.ts', text), selection, tools);
    const counted = await countCandidates(candidates, {}, where(), withoutPause);
    assert.deepEqual(
      counted?.map(({ kind, hits, files: held }) => `${kind} ${hits} in ${held}`),
      ['exact 1 in 1', 'loose 2 in 2', 'structure 2 in 2', 'shape 6 in 3'],
    );
    const inPay = await countCandidates(candidates, { paths: ['src/pay/'] }, where(), withoutPause);
    assert.deepEqual(
      inPay?.map(({ hits }) => hits),
      [1, 1, 1, 5],
    );
  });
});
