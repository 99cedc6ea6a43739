import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Commit, FileChange, History } from '../../src/core/history/history';
import { kindOfPath } from '../../src/core/learn/codePath';
import { type Suggestion, suggestLessons } from '../../src/core/learn/suggest';
import type { Lesson } from '../../src/core/lesson/lesson';
import { parseLessonText } from '../../src/core/lesson/parse';
import { withoutPause } from '../../src/core/match/turns';
import { suggestionReasons, suggestionTitle } from '../../src/core/present/suggestionWording';
import { SourceText } from '../../src/core/text';

type Told = Partial<Commit> & { readonly files?: readonly string[] };

const idOf = (number: number) => number.toString(16).padStart(40, 'a');

/** The newest first; each has the next one as its parent. */
function historyOf(told: readonly (string | Told)[]) {
  const all = told.map((one, index) => ({
    ...{ id: idOf(index), parents: [idOf(index + 1)], date: '2026-11-22', message: '', files: ['src/a.ts'] },
    ...(typeof one === 'string' ? { message: one } : one),
  }));
  const asked: string[] = [];
  const never = () => assert.fail('not asked for');
  const history: History = {
    ...{ commit: never, text: never, blame: never, isCut: never, remote: never },
    log: async ({ range }) => (range === 'nowhere' ? undefined : all),
    changes: async ({ id }) => {
      asked.push(id);
      const files = all.find((one) => one.id === id)?.files ?? [];
      return files.map((path): FileChange => ({ kind: 'changed', path }));
    },
  } as History;
  return { history, asked };
}

async function suggestionsOf(
  told: readonly (string | Told)[],
  options: { lessons?: readonly Lesson[]; words?: readonly string[]; most?: number; range?: string } = {},
): Promise<readonly Suggestion[]> {
  const { history } = historyOf(told);
  const found = await suggestLessons(
    history,
    { lessons: [], words: [], most: 100, ...options },
    withoutPause,
  );
  assert.equal(found?.kind, 'suggestions');
  return found.suggestions;
}

const lessonWith = (yaml: string): Lesson => {
  const text = `---\nid: LSN-7K3QF2XM\ntitle: A title that is long\n${yaml}\n---\n`;
  const { lesson } = parseLessonText('.lessons/a.md', new SourceText(text));
  assert.ok(lesson);
  return lesson;
};

describe('suggestions from history', () => {
  /** What one commit is suggested for; empty where it is not. */
  const check = (message: string, expected: string, told: Told = {}) =>
    it(JSON.stringify(message), async () => {
      const [found] = await suggestionsOf([{ message, ...told }]);
      assert.equal(found === undefined ? '' : suggestionReasons(found).join(' · '), expected);
    });

  describe('take fixes', () => {
    check('fix: empty lists', 'fix');
    check('fix(cors)!: empty lists', 'fix');
    check('Fixes the upload of large files', 'fix');
    check('Prevent two requests from writing at once', 'fix');
    check('fix: crash on an empty name', 'harm: crash · fix');
    check('fix: sockets\n\nThey were never closed: a memory leak.', 'harm: leak · fix');
    check('fix: XSS in titles', 'security: XSS · fix');
    check('fix: read headers once\n\nAn attacker could send them twice.', 'security: attacker · fix');
  });
  describe('take what says more', () => {
    check('fix: headers (GHSA-8xq9-g7ch-35hg)', 'GHSA-8xq9-g7ch-35hg · fix');
    check('Reject long names\n\nThis is CVE-2024-12345.', 'CVE-2024-12345');
    check('Merge commit from fork', 'merged from a private fork');
    check('Merge pull request from GHSA-8xq9-g7ch-35hg', 'GHSA-8xq9-g7ch-35hg · merged from a private fork', {
      parents: [idOf(1), idOf(2)],
    });
    check('Revert "feat: batches"\n\nThis reverts commit 1234567.', 'takes a commit back');
    check('revert: batches', 'takes a commit back');
    check('Limit retries after INC-4711', 'incident: INC-4711');
    check('Limit retries, see the post-mortem', 'incident: post-mortem');
  });
  describe('leave out what is no fix of code', () => {
    check('feat: protection against XSS', '');
    check('Add a crash reporter', '');
    check('docs: GHSA-8xq9-g7ch-35hg is fixed', '');
    check('chore(deps): bump lodash from 4.17.20 to 4.17.21\n\nFixes CVE-2021-23337', '');
    check('Bump lodash from 4.17.20 to 4.17.21', '');
    check('fix: Security upgrade jsonwebtoken from 8 to 9', '');
    check('Release 5.3.1\n\n* GHSA-8xq9-g7ch-35hg', '');
    check('v5.3.1', '');
    check('fix typo in errors', '');
    check('fix: lint', '');
    check('fix(types): infer the context', '');
    check('Fix flaky tests', '');
    check('Fix the CI on Windows', '');
    check('Fix formatting', '');
    check('Revert "docs: a new page"', '');
    check('reverts to binary sockets', '');
    check('Merge pull request #12 from a/fix\n\nfix: crash', '', { parents: [idOf(1), idOf(2)] });
    check('', '');
  });
  describe('go by what was changed', () => {
    check('fix: names', '', { files: ['README.md'] });
    check('fix: names', '', { files: ['test/a.ts', 'src/a.test.ts', '.github/workflows/a.yml'] });
    check('fix: names', 'fix', { files: ['test/a.ts', 'src/a.ts'] });
    check('fix: CVE-2024-12345', '', { files: ['package.json', 'package-lock.json', 'CHANGELOG.md'] });
    check('fix: CVE-2024-12345', 'CVE-2024-12345 · fix', { files: ['.github/workflows/a.yml'] });
    check('Merge commit from fork', '', { files: [] });
  });

  const kinds = (kind: string, ...paths: readonly string[]) =>
    it(`tell ${kind} by the path`, () =>
      assert.deepEqual(
        paths.filter((path) => kindOfPath(path) !== kind),
        [],
      ));
  kinds(
    'code',
    'a.ts',
    'src/contest/a.go',
    'lib/latest.rb',
    'Dockerfile',
    'charts/a.yaml',
    'src/Attest.java',
  );
  kinds(
    'test',
    'tests/a.ts',
    'a/runtime-tests/b.ts',
    'spec/a.rb',
    'a_test.go',
    'test_a.py',
    'src/ATest.java',
  );
  kinds('document', 'README.md', 'docs/a.ts', 'examples/a/b.ts', 'a.txt');
  kinds('package', 'package.json', 'a/go.sum', 'Cargo.lock', 'requirements-dev.txt');
  kinds('other', 'LICENSE', '.github/workflows/a.yml', 'tsconfig.json', '.eslintrc.js', 'a.png');

  it('take the words of a config as they stand', async () => {
    const told = ['Restart the queue (SUP-12)', 'Roll it back.', 'superb', 'Rollback of names'];
    const found = await suggestionsOf(told, { words: ['SUP-', 'roll it', '.*', ' '] });
    assert.deepEqual(
      found.map((one) => [one.subject, ...suggestionReasons(one)]),
      [
        ['Restart the queue (SUP-12)', 'says "SUP-"'],
        ['Roll it back.', 'says "Roll it"'],
      ],
    );
  });

  it('rank by the sum of the reasons, then the newer first', async () => {
    const found = await suggestionsOf([
      'fix: a small thing',
      'fix: another small thing',
      'fix: a crash of it',
      'Revert "feat: batches"',
      'Merge commit from fork',
      'fix: a timing attack',
      'fix: it (CVE-2024-12345)',
    ]);
    assert.deepEqual(
      found.map(({ commit, points }) => [Number.parseInt(commit.slice(-1), 16), points]),
      [6, 5, 4, 3, 2, 0, 1].map((at) => [at, [10, 10, 30, 45, 50, 70, 110][at]]),
    );
  });

  it('tell a fix on several branches once, by its first commit', async () => {
    const found = await suggestionsOf([
      'fix: names of users (#12)',
      'refactor: names (GHSA-8xq9-g7ch-35hg) [backport]',
      'fix: names of users (#9)',
      'fix: names (GHSA-8xq9-g7ch-35hg)',
      'Merge commit from fork',
      'Merge commit from fork',
    ]);
    assert.deepEqual(
      found.map(({ commit }) => commit),
      [3, 4, 5, 2].map(idOf),
    );
  });

  it('tell the revert instead of what it took back, unless it came back', async () => {
    const found = await suggestionsOf([
      'Revert "fix: names of users (#12)" (#14)',
      'fix: names of users (#12)',
      { message: `Revert "Revert "fix: ports of hosts""\n\nThis reverts commit ${idOf(3)}.` },
      'Revert "fix: ports of hosts"',
      'fix: ports of hosts',
    ]);
    assert.deepEqual(
      found.map(({ commit }) => commit),
      [0, 2, 4].map(idOf),
    );
  });

  const named = (what: string, yaml: string, message = 'fix: names', id = idOf(0)) =>
    it(`leave out what a lesson names by its ${what}`, async () => {
      assert.equal((await suggestionsOf([{ message, id }])).length, 1);
      assert.deepEqual(await suggestionsOf([{ message, id }], { lessons: [lessonWith(yaml)] }), []);
    });
  named('shortened id', `affected: {ranges: {type: GIT, events: {fixed: "${idOf(0).slice(0, 9)}"}}}`);
  named('fix', `affected: {ranges: {type: GIT, events: [{introduced: "0"}, {fixed: "${idOf(0)}"}]}}`);
  named('origin', `affected: {ranges: {type: GIT, events: {introduced: "${idOf(0)}"}}}`);
  named('reference', `references: https://github.com/a/b/commit/${idOf(0)}`);
  named('alias', 'aliases: [GHSA-8xq9-g7ch-35hg]', 'fix: names (ghsa-8xq9-g7ch-35hg)');
  named(
    'advisory',
    'references: https://github.com/advisories/GHSA-8xq9-g7ch-35hg',
    'fix: GHSA-8xq9-g7ch-35hg',
  );

  it('keep the commit before a fix, which a lesson names as the state that its place is of', async () => {
    const lessons = [lessonWith(`evidence: {commit: "${idOf(0)}", path: src/a.ts}`)];
    assert.equal((await suggestionsOf(['fix: names'], { lessons })).length, 1);
  });

  it('keep what a lesson names in part only', async () => {
    const message = 'fix: CVE-2024-12345 and CVE-2024-12346';
    const lessons = [lessonWith('aliases: CVE-2024-12345')];
    assert.equal((await suggestionsOf([message], { lessons })).length, 1);
  });

  it('leave out what names its lesson itself', async () => {
    assert.deepEqual(await suggestionsOf(['fix: names\n\nLesson: LSN-7K3QF2XM']), []);
  });

  const title = (message: string, expected: string) =>
    it(`call ${JSON.stringify(message)} by what it says`, async () => {
      const [found] = await suggestionsOf([message]);
      assert.equal(found && suggestionTitle(found), expected);
    });
  title('fix(cors)!:  empty \u001b[31mlists (#12) (#13)', 'fix(cors): empty ␛[31mlists');
  title('fix: [CVE-2024-12345](https://a.example/b) (#1)', 'fix: CVE-2024-12345');
  title('Merge commit from fork', 'Merge commit from fork: src/a.ts');
  title(
    'Merge commit from fork\n\n* fix lint\n* feat: keys\n\n* fix(jwt): check the key\n\nCo-authored-by: A <a@b.example>',
    'fix(jwt): check the key',
  );
  title('Merge commit from fork\n\nCo-authored-by: A B <a@b.example>', 'Merge commit from fork: src/a.ts');

  it('ask for the changes of the best alone', async () => {
    const { history, asked } = historyOf(Array.from({ length: 500 }, (_, at) => `fix: the ${at}th name`));
    const options = { lessons: [], words: [], most: 10 };
    const found = await suggestLessons(history, options, withoutPause);
    assert.equal(found?.kind === 'suggestions' && found.suggestions.length, 10);
    assert.equal(asked.length < 20, true, `${asked.length}`);
  });

  it('say where git knows no such range, and stop where nobody asks any more', async () => {
    const { history } = historyOf(['fix: names of users']);
    const options = { lessons: [], words: [], most: 10 };
    assert.deepEqual(await suggestLessons(history, { ...options, range: 'nowhere' }, withoutPause), {
      kind: 'unknown-range',
    });
    assert.equal(await suggestLessons(history, options, { next: async () => false }), undefined);
  });

  it('come from whatever messages there are, on one line each', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (messages) => {
        const marked = messages.flatMap((one) => [one, `fix: ${one}`, `Merge commit from fork\n\n${one}`]);
        const found = await suggestionsOf(marked, { words: messages });
        assert.equal(
          found.every((one) => !/[\p{Cc}]/u.test(suggestionTitle(one)) && one.reasons.length > 0),
          true,
        );
      }),
      { numRuns: 50 },
    ));
});
