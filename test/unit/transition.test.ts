import assert from 'node:assert/strict';
import { type Change, rewrite } from '../../src/core/edit/rewrite';
import { acceptance, retirement, supersession, withHistory } from '../../src/core/edit/transition';
import { parseLessonText } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { SourceText } from '../../src/core/text';

const head = 'id: LSN-7K3QF2XM\ntitle: A title that is long enough\n';
const today = '2026-01-31';

describe('the life of a lesson', () => {
  const check = (what: string, keys: string, changes: readonly Change[], expected: string) =>
    it(what, () => {
      const text = new SourceText(`---\n${head}${keys}---\nbody\n`);
      assert.equal(rewrite(text, changes)?.value, `---\n${head}${expected}---\nbody\n`);
    });
  const accepted = (keys: string, answers = {}) => {
    const { lesson } = parseLessonText('a', new SourceText(`---\n${head}${keys}---\n`));
    assert.ok(lesson);
    return acceptance(lesson, answers, defaultPolicy, today);
  };

  check(
    'accepts, and sets the day of the next look',
    'status: proposed\nseverity: critical\n',
    accepted('severity: critical\n'),
    'status: accepted\nseverity: critical\nreview_by: 2026-07-31\n',
  );
  check(
    'keeps a day that is still to come',
    'review_by: 2027-01-01 # fixed\n',
    accepted('review_by: 2027-01-01\n'),
    'status: accepted\nreview_by: 2027-01-01 # fixed\n',
  );
  check(
    'writes what was answered where the format has it',
    'status: proposed\napplies_to:\n  - symbols: f\n',
    accepted('', { factors: ['tooling'], confidence: 'high' }),
    'status: accepted\nconfidence: high\napplies_to:\n  - symbols: f\nreview_by: 2027-07-31\nfactors:\n  - tooling\n',
  );
  check('deprecates', 'status: accepted # c\n', retirement('deprecated', today), 'status: deprecated # c\n');
  check('withdraws', '', retirement('withdrawn', today), 'withdrawn: 2026-01-31\n');
  check(
    'supersedes',
    'status: accepted\nsuperseded_by: LSN-00000001\n',
    supersession('LSN-00000002'),
    'status: superseded\nsuperseded_by:\n  - LSN-00000001\n  - LSN-00000002\n',
  );

  const checkHistory = (what: string, body: string, expected: string) =>
    it(what, () =>
      assert.equal(
        withHistory(new SourceText(`---\nid: a\n---\n${body}`), 'line').value,
        `---\nid: a\n---\n${expected}`,
      ),
    );

  checkHistory('starts a history', '\ntext\n', '\ntext\n\n## History\n\n- line\n');
  checkHistory('starts one in an empty body', '', '\n## History\n\n- line\n');
  checkHistory('starts one behind a text without line break', 'text', 'text\n\n## History\n\n- line\n');
  checkHistory('goes on', '## History\n\n- old\n', '## History\n\n- old\n- line\n');
  checkHistory('fills an empty one', '## History\n', '## History\n\n- line\n');
  checkHistory(
    'stays within its section',
    '## History\n\n- old\n\n## After\n\ntext\n',
    '## History\n\n- old\n- line\n\n## After\n\ntext\n',
  );
});
