import assert from 'node:assert/strict';
import { reviewReasons } from '../../src/core/display/review';
import { ordinaryStanding } from '../../src/core/display/standing';
import { parseLessonText } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { reviewReason } from '../../src/core/present/reviewWording';
import { SourceText } from '../../src/core/text';

const circumstances = {
  policy: defaultPolicy,
  today: '2026-03-31',
  standingOf: () => ordinaryStanding,
};

describe('what needs review', () => {
  const reasonsOf = (keys: string, facts = {}, path = '.lessons/a.md') => {
    const { lesson } = parseLessonText(
      path,
      new SourceText(`---\nid: LSN-00000001\ntitle: A title that is long\n${keys}\n---\n`),
    );
    assert.ok(lesson);
    return reviewReasons(lesson, { ...circumstances, ...facts });
  };
  const check = (what: string, keys: string, expected: readonly string[], facts = {}, path?: string) =>
    it(what, () => assert.deepEqual(reasonsOf(keys, facts, path).map(reviewReason), expected));
  const orphaned = { standingOf: () => ({ ...ordinaryStanding, isOrphaned: true }) };
  const noisy = { standingOf: () => ({ ...ordinaryStanding, demotions: 1 }) };
  const both = { standingOf: () => ({ ...ordinaryStanding, demotions: 1, isOrphaned: true }) };

  check('an accepted lesson does not', 'status: accepted\ncreated: 2026-03-01', []);
  check('a proposal', 'created: 2026-03-01', ['proposed']);
  check('a proposal without a day', '', ['proposed']);
  check('a proposal that is 30 days old', 'created: 2026-03-01', ['proposed']);
  check('a proposal that was forgotten', 'created: 2026-02-28', ['proposed 31 days ago']);
  check('a review that is due', 'status: accepted\nreview_by: 2026-03-30', ['review due since 2026-03-30']);
  check('a review today is not late', 'status: accepted\nreview_by: 2026-03-31', []);
  check('a review by the policy', 'status: accepted\nseverity: critical\ncreated: 2025-06-01', [
    'review due since 2025-12-01',
  ]);
  check('code that is gone', 'status: accepted', ['its code is gone'], orphaned);
  check('votes', 'status: accepted', ['voted not useful'], noisy);
  const control = (keys: string) => `status: accepted\ncontrols: { ${keys} }`;
  check('a control past due', control('kind: lint, ref: no-eval, status: planned, due: 2026-03-30'), [
    'no-eval was planned for 2026-03-30',
  ]);
  check('a control without a name', control('kind: lint, status: planned, due: 2026-03-30'), [
    'lint was planned for 2026-03-30',
  ]);
  check('a control to come', control('kind: lint, status: planned, due: 2026-03-31'), []);
  check('a control that is done', control('kind: lint, status: done, due: 2026-03-30'), []);
  check('a retired lesson does not', 'status: deprecated', [], both);
  check('a withdrawn lesson does not', 'withdrawn: 2026-01-01', [], orphaned);
  check('a lesson of a pack does not', '', [], orphaned, '.lessons/packs/owasp/a.md');
  check(
    'all that there is, the most urgent first',
    'created: 2026-01-01',
    ['its code is gone', 'voted not useful', 'proposed 89 days ago'],
    both,
  );
});
