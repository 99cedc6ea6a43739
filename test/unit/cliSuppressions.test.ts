import assert from 'node:assert/strict';
import { type Files, outcomeOf } from './commandLine';

const id = 'LSN-7K3QF2XM';
const lesson = `---
id: ${id}
title: Deleting on the wrong host
severity: high
confidence: high
status: accepted
advice: Ask the host for its role first
factors: missing-control
references: https://a.example/1
level: error
applies_to: {paths: '*.py', pattern: 'rmtree\\('}
tests: {match: 'rmtree('}
---
`;

interface Report {
  readonly matches: readonly { readonly range: { readonly start: { readonly line: number } } }[];
  readonly problems: readonly { readonly code: string; readonly path: string; readonly severity: string }[];
}

describe('suppressions on the command line', () => {
  const check = (python: string, code: number, lines: readonly number[], problems: readonly string[]) =>
    it(python, async () => {
      const files: Files = { '.lessons/a.md': lesson, 'a.py': python };
      const { code: exit, stdout, stderr } = await outcomeOf('check --format json', files);
      assert.equal(stderr, '');
      const report = JSON.parse(stdout) as Report;
      assert.deepEqual(
        report.matches.map(({ range }) => range.start.line),
        lines,
      );
      assert.deepEqual(
        report.problems.map((one) => `${one.severity} ${one.code} ${one.path}`),
        problems.map((problem) => `${problem} a.py`),
      );
      assert.equal(exit, code);
    });

  check('rmtree(a)\n', 1, [0], []);
  check(`rmtree(a)  # lessons-ignore ${id} -- a copy\n`, 0, [], []);
  check(`# lessons-ignore ${id} -- a copy\nrmtree(a)\nrmtree(b)\n`, 1, [2], []);
  check(`rmtree(a)  # lessons-ignore ${id}\n`, 1, [], ['error suppression-reason-missing']);
  check(`rmtree(a)  # lessons-ignore ${id} -- x (until 2020-01-01)\n`, 1, [0], ['info suppression-expired']);
  check(`pass  # lessons-ignore ${id} -- a copy\n`, 0, [], ['info suppression-unused']);
  check('pass  # lessons-ignore LSN-00000000 -- gone\n', 1, [], ['warning suppression-unknown-lesson']);
  check(`rmtree("# lessons-ignore ${id} -- a string")\n`, 1, [0], []);

  it('are named by explain, and heeded by for', async () => {
    const files = { '.lessons/a.md': lesson, 'a.py': `rmtree(a)  # lessons-ignore ${id} -- a copy\n` };
    const { stdout } = await outcomeOf(`explain ${id} a.py:1`, files);
    assert.match(
      stdout,
      /not shown\n[\s\S]*no {3}suppressed +The comment on line 1 silences it, because: a copy\./,
    );
    assert.match(stdout, /What would change that: Remove the comment on line 1\./);
    assert.equal((await outcomeOf('for a.py', files)).stdout, '');
  });

  it('may be about a lesson of a package, or of the folder around it', async () => {
    const other = lesson.replace(id, 'LSN-00000001');
    const both = `rmtree(a)  # lessons-ignore ${id}, LSN-00000001 -- a copy\n`;
    const files = { '.lessons/a.md': lesson, 'pkg/.lessons/b.md': other, 'pkg/a.py': both, 'b.py': both };
    const { stdout } = await outcomeOf('check --format json', files);
    const { matches, problems } = JSON.parse(stdout) as Report;
    assert.deepEqual(matches, []);
    assert.deepEqual(
      problems.map(({ code, path }) => `${code} ${path}`),
      ['suppression-unknown-lesson b.py'],
    );
  });

  it('are told with their place', async () => {
    const files = { '.lessons/a.md': lesson, 'a.py': `rmtree(a)  # lessons-ignore ${id}\n` };
    const { stdout } = await outcomeOf('check', files);
    assert.match(
      stdout,
      /^a\.py:1:14: error suppression-reason-missing: Say why LSN-7K3QF2XM does not apply here/,
    );
  });
});
