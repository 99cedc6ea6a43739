import assert from 'node:assert/strict';
import { parseLessonText } from '../../src/core/lesson/parse';
import { defaultPolicy } from '../../src/core/lesson/policy';
import { buildLibrary, companyProblems } from '../../src/core/library/library';
import { SourceText } from '../../src/core/text';
import { parsed } from './lessons';

const policy = { policy: defaultPolicy, policyProblems: [], today: '2026-02-01' };
const shape = (problems: ReturnType<typeof buildLibrary>['problems']) =>
  problems.map(
    ({ code, path, range: { start } }) => `${path.slice(9)} ${code} ${start.line}:${start.character}`,
  );

describe('lessons among each other', () => {
  const check = (what: string, frontMatters: readonly string[], expected: readonly string[]) =>
    it(what, () => assert.deepEqual(shape(buildLibrary(parsed(...frontMatters), policy).problems), expected));

  check('one that names nobody', ['status: proposed'], []);
  check('one that names another', ['related: LSN-00000002', ''], []);
  check('an id that nobody has', ['related: [LSN-00000002, LSN-0000000A]', ''], ['0.md id-unknown 3:24']);
  check('superseded by nobody', ['status: superseded'], ['0.md successor-missing 3:8']);
  check('superseded, as it says itself', ['status: superseded\nsuperseded_by: LSN-00000002', ''], []);
  check('superseded, as the other says', ['status: superseded', 'supersedes: LSN-00000001'], []);
  check(
    'superseded, as both say',
    [...['status: superseded\nsuperseded_by: LSN-00000002', 'supersedes: LSN-00000001']],
    [],
  );
  check('replacing itself', ['supersedes: LSN-00000001'], ['0.md supersession-cycle 3:12']);
  check(
    'a circle of three',
    ['superseded_by: LSN-00000002', 'superseded_by: LSN-00000003', 'superseded_by: LSN-00000001'],
    ['0.md supersession-cycle 3:15', '1.md supersession-cycle 3:15', '2.md supersession-cycle 3:15'],
  );
  check(
    'one that leads into a circle is not in it',
    ['superseded_by: LSN-00000002', 'superseded_by: LSN-00000003', 'superseded_by: LSN-00000002'],
    ['1.md supersession-cycle 3:15', '2.md supersession-cycle 3:15'],
  );

  const whole =
    'advice: Do it the other way\nconfidence: high\nfactors: tooling\nreferences: https://a.example\napplies_to: {symbols: f}\nstatus: accepted\n';
  check('a review that is due', [`${whole}review_by: 2026-01-31`], ['0.md review-overdue 9:11']);
  check('a review that is due today', [`${whole}review_by: 2026-02-01`], []);
  check('a review that the policy asks for', [`${whole}created: 2024-07-31`], ['0.md review-overdue 8:8']);
  check('a review that nothing tells', [whole], []);
  check('a proposal is not reviewed', ['review_by: 2026-01-31'], []);

  const incident = (type: string, url = 'https://a.example/inc/1') =>
    `references: {type: ${type}, url: "${url}"}`;
  check(
    'of the same incident',
    [incident('INCIDENT'), incident('FIX', 'https://www.A.example/inc/1/')],
    ['1.md lesson-duplicate 3:12'],
  );
  check(
    'of the same incident under the same name',
    ['aliases: [CVE-2026-1]', 'aliases: cve-2026-1'],
    ['1.md lesson-duplicate 3:9'],
  );
  check(
    'of three that tell of one incident',
    [incident('FIX'), incident('FIX'), incident('FIX')],
    [...['1.md lesson-duplicate 3:12', '2.md lesson-duplicate 3:12']],
  );
  check(
    'the later one of the same incident',
    [`${incident('FIX')}\ncreated: 2026-02-01`, `${incident('FIX')}\ncreated: 2026-01-31`],
    ['0.md lesson-duplicate 3:12'],
  );
  check('of two incidents', [incident('FIX'), incident('FIX', 'https://a.example/inc/2')], []);
  check('of the same article', [incident('ARTICLE'), incident('ARTICLE')], []);
  check(
    'of the same page, which nobody says is an incident',
    ['references: https://a.example', 'references: https://a.example'],
    [],
  );
  check('of the same incident, related', [incident('FIX'), `${incident('FIX')}\nrelated: LSN-00000001`], []);
  check(
    'of the same incident, as the older one says',
    [`${incident('FIX')}\ngeneralizes: LSN-00000002`, incident('FIX')],
    [],
  );
  check('of the same incident, one rejected', [`${incident('FIX')}\nstatus: rejected`, incident('FIX')], []);
  check(
    'of the same incident, the later rejected',
    [incident('FIX'), `${incident('FIX')}\nstatus: rejected`],
    [],
  );

  it('names the way round', () => {
    const { problems } = buildLibrary(parsed('superseded_by: LSN-00000002', 'superseded_by: LSN-00000001'));
    const [first] = problems;
    assert.deepEqual(first?.code === 'supersession-cycle' && first.ids, [
      ...['LSN-00000001', 'LSN-00000002', 'LSN-00000001'],
    ]);
  });

  it('says of a newer text what the library would say of it', () => {
    const library = buildLibrary(parsed('aliases: CVE-2026-1', 'related: LSN-00000001'), policy);
    const says = (path: string, keys: string) => {
      const text = new SourceText(`---\ntitle: A title of length\n${keys}\n---\n`);
      const { lesson } = parseLessonText(path, text);
      assert.ok(lesson);
      return companyProblems(lesson, library, '2026-02-01').map(({ code }) => code);
    };
    assert.deepEqual(says('.lessons/0.md', 'id: LSN-00000001\nsupersedes: LSN-00000002'), []);
    assert.deepEqual(says('.lessons/9.md', 'id: LSN-00000001'), ['id-duplicate']);
    assert.deepEqual(says('.lessons/0.md', 'id: LSN-00000003\nrelated: LSN-00000001'), ['id-unknown']);
    assert.deepEqual(says('.lessons/9.md', 'id: LSN-00000009\naliases: cve-2026-1'), ['lesson-duplicate']);
    assert.deepEqual(says('.lessons/0.md', 'id: LSN-00000001\naliases: CVE-2026-1'), []);
  });
});
