import assert from 'node:assert/strict';
import { doors, type Files, gitIn, inFolder, outcomeOf, refused } from './commandLine';

const lessons: Files = { '.lessons/config.yaml': 'suggest_words: [SUP-]\n', 'src/a.ts': '' };

/** A repository with these messages, the oldest first; each commit changes the code. */
async function inHistory<T>(messages: readonly string[], run: (root: string) => Promise<T>): Promise<T> {
  return inFolder(lessons, async (root) => {
    const git = gitIn(root);
    await git('init', '-q', '-b', 'main');
    await git('add', '.');
    for (const message of messages) {
      await git('commit', '-q', '--allow-empty', '--date', '2026-03-04T12:00:00Z', '-m', message);
      await git('tag', '-f', 'last');
      await git('rm', '-q', '--cached', 'src/a.ts');
      await git('commit', '-q', '-m', 'Between');
      await git('add', 'src/a.ts');
    }
    return run(root);
  });
}
/** The ids of commits differ each time. */
const plain = (text: string) => text.replace(/--fix [\da-f]{10}\b/g, '--fix ID');

describe('lessons suggest', () => {
  const messages = ['fix: names of users', 'Merge commit from fork', 'docs: a page', 'Restart it (SUP-1)'];

  it('ranks commits, with the command for each', () =>
    inHistory(messages, async (root) => {
      const { code, stdout, stderr } = await doors.main(['suggest'], root);
      assert.equal(
        plain(stdout),
        `2026-03-04  Merge commit from fork: src/a.ts
            lessons capture --fix ID  # merged from a private fork
2026-03-04  Restart it (SUP-1)
            lessons capture --fix ID  # says "SUP-"
2026-03-04  fix: names of users
            lessons capture --fix ID  # fix
`,
      );
      assert.deepEqual([code, stderr], [0, '']);
      const limited = await doors.main(['suggest', '--limit', '1'], root);
      assert.equal(limited.stdout.split('\n').length, 3);
      assert.match((await doors.main(['suggest', 'last^..'], root)).stdout, /^2026-03-04 {2}Restart/);
    }));

  it('reports for scripts', () =>
    inHistory(['fix: a crash\u001b[2J of names'], async (root) => {
      const { stdout } = await doors.main(['suggest', '--format', 'json'], root);
      const { version, suggestions } = JSON.parse(stdout);
      const [{ commit, command, ...rest }, ...others] = suggestions;
      assert.deepEqual(
        [version, others.length, command],
        [1, 0, `lessons capture --fix ${commit.slice(0, 10)}`],
      );
      assert.deepEqual(rest, {
        ...{ date: '2026-03-04', subject: 'fix: a crash␛[2J of names', points: 30 },
        reasons: [
          { kind: 'harm', words: 'crash' },
          { kind: 'fix', words: 'fix' },
        ],
        files: ['src/a.ts'],
      });
    }));

  const tells = (
    what: string,
    argv: readonly string[],
    message: string,
    history: readonly string[] = ['docs: a'],
  ) =>
    it(`says where ${what}`, () =>
      inHistory(history, async (root) => {
        const { code, stdout, stderr } = await doors.main(['suggest', ...argv], root);
        assert.deepEqual([code, stdout, stderr], [0, '', message]);
      }));
  tells('nothing is worth it', [], 'Nothing in 2 commits asks for a lesson that is not there yet.\n');
  tells(
    'git knows no range',
    ['nowhere..'],
    'git knows no commits by "nowhere..". git log nowhere.. tells more.\n',
  );
  tells('there are no commits', [], 'Nothing in 0 commits asks for a lesson that is not there yet.\n', []);

  it('says where there is no git', async () => {
    const { code, stdout, stderr } = await outcomeOf('suggest', lessons);
    assert.deepEqual(
      [code, stdout, stderr],
      [0, '', 'ROOT is in no git repository, so there are no commits to learn from.\n'],
    );
  });

  it('refuses what is no range', async () => {
    assert.deepEqual(
      await outcomeOf('suggest a b', lessons),
      refused('One range is expected, and "b" is one word too many.', 'suggest'),
    );
    assert.deepEqual(
      await outcomeOf('suggest -- --output=a', lessons),
      refused('"--output=a" is no range of commits. Say lessons suggest v1.0..HEAD.', 'suggest'),
    );
  });
});
