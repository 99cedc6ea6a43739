import assert from 'node:assert/strict';
import { parseConfig } from '../../src/core/lesson/config';
import { parseLesson } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('config.yaml', () => {
  const check = (what: string, text: string, expected: readonly string[]) =>
    it(what, () =>
      assert.deepEqual(
        parseConfig('.lessons/config.yaml', bytes(text)).problems.map(
          ({ code, range: { start } }) => `${code} ${start.line}:${start.character}`,
        ),
        expected,
      ),
    );

  check('nothing in it', '', []);
  check('comments alone', '# review_months:\n\n  # x\n', []);
  check('everything', 'factors: [vendor]\nreview_months: {high: 3}\nbudget: {lessons_per_file: 0}\n', []);
  check('a word too short to be one', 'suggest_words: [a, pager]\n', ['value-length 0:16']);
  check('an unknown key', 'budgets: {}\n', ['key-unknown 0:0']);
  check('no number', 'review_months: {high: soon}\n', ['count-invalid 0:22']);
  check('a number out of measure', 'budget: {findings_per_symbol: 0}\n', ['count-invalid 0:30']);
  check('no hits at all', 'budget: {hits_per_lesson: 0}\n', ['count-invalid 0:26']);
  check('a half number', 'review_months: {low: 1.5}\n', ['count-invalid 0:21']);
  check('an unknown rule', 'wording_off: [shouting]\n', ['value-unknown 0:14']);
  check('a glob that leads out', 'ignore: [a/, ../b]\n', ['glob-invalid 0:13']);
  check('no keys', 'just words\n', ['value-type 0:0']);
  check('broken YAML', 'factors: [a\n', ['yaml-syntax 1:0']);
  check('not text', '\0', ['file-binary 0:0']);

  it('keeps the defaults of what it does not say or cannot read', () => {
    const { policy } = parseConfig('c', bytes('review_months: {high: 3, low: x}\nignore: [gen/, "[a"]\n'));
    assert.deepEqual(policy, {
      ...defaultPolicy,
      reviewMonths: { ...defaultPolicy.reviewMonths, high: 3 },
      ignore: ['gen/'],
    });
  });

  it('adds words to the closed lists', () => {
    const { policy } = parseConfig('c', bytes('factors: vendor-change\norigins: [game-day]\n'));
    const lesson =
      '---\nid: LSN-7K3QF2XM\ntitle: A title that is long\nfactors: vendor-change\norigin: game-day\n---\n';
    assert.deepEqual(parseLesson('a', bytes(lesson), policy).problems, []);
    assert.equal(parseLesson('a', bytes(lesson)).problems.length, 2);
  });
});
